/// Postfix's own values for parameters that main.cf does not set, by postconf(5) of version 3.7.
enum PostfixDefaults {
  /// By parameter; nothing where the default depends on the machine or on `compatibility_level`.
  static let values: [String: String?] = [
    "smtpd_sasl_auth_enable": "no", "smtpd_tls_auth_only": "no", "smtpd_tls_security_level": "",
    "smtpd_tls_wrappermode": "no", "smtpd_use_tls": "no", "smtpd_enforce_tls": "no", "smtpd_tls_cert_file": "",
    "smtpd_tls_chain_files": "", "smtpd_tls_eccert_file": "", "smtpd_tls_mandatory_protocols": nil,
    "smtpd_tls_protocols": nil, "smtpd_client_restrictions": "", "smtpd_helo_restrictions": "",
    "smtpd_sender_restrictions": "", "smtpd_recipient_restrictions": "", "smtpd_delay_reject": "yes",
    "smtpd_relay_restrictions": "permit_mynetworks, permit_sasl_authenticated, defer_unauth_destination",
    "mynetworks": nil, "mynetworks_style": nil, "smtpd_sender_login_maps": "", "relayhost": "",
    "smtpd_client_connection_count_limit": "50", "smtpd_client_connection_rate_limit": "0",
    "smtpd_client_message_rate_limit": "0", "smtpd_sasl_security_options": "noanonymous",
    "smtpd_sasl_tls_security_options": "$smtpd_sasl_security_options", "smtpd_sasl_type": "cyrus",
    "myhostname": nil, "inet_interfaces": "all", "smtpd_restriction_classes": "", "relay_domains": nil,
    "smtpd_discard_ehlo_keywords": "", "smtpd_sasl_exceptions_networks": "",
    "smtpd_sasl_mechanism_filter": "!external, static:rest", "smtpd_upstream_proxy_protocol": "",
  ]
}
