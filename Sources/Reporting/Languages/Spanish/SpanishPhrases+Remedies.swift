extension SpanishPhrases {
  func remedy(ofCheck id: String) -> String? { Self.remedies[Self.sharedRemedies[id] ?? id] }

  /// Checks that are put right as another one is.
  private static let sharedRemedies = ["P07": "P06", "P16": "P15"]

  private static let remedies: [String: String] = [
    "P01": "IceWarp: segundo puerto SMTP AltPort=587 (System > Services > SMTP); Postfix: el servicio submission en "
      + "master.cf; Exim: daemon_smtp_ports = 25 : 465 : 587. Después, cortafuegos y traducción de direcciones, para cada "
      + "dirección.",
    "P02": "IceWarp: el puerto SSL de SMTP (465) con un certificado; Postfix: el servicio submissions con "
      + "smtpd_tls_wrappermode=yes; Exim: tls_on_connect_ports = 465.",
    "P03":
      "IceWarp: sin retraso de saludo en los puertos de usuarios; Postfix: sin postscreen delante de submission; Exim: "
      + "sin delay en acl_smtp_connect para estos puertos.",
    "P04":
      "Deje que el servidor responda a EHLO; un cortafuegos que reescribe SMTP (\"SMTP inspection\", \"fixup\") tiene "
      + "que dejar en paz estos puertos.",
    "P05": "IceWarp: sin filtro de HELO en los puertos con autenticación; Postfix: -o smtpd_helo_restrictions= en "
      + "submission; Exim: helo_accept_junk_hosts, y ninguna prueba de HELO en las ACL de estos puertos.",
    "P06": "IceWarp: un certificado con su clave (System > Certificates), DisableSSLTLS desactivado; Postfix: "
      + "smtpd_tls_security_level=encrypt (o may) y smtpd_tls_chain_files en submission; Exim: tls_advertise_hosts = *, "
      + "tls_certificate, tls_privatekey.",
    "P08": "Actualice el servidor de correo: lo que se lee antes del handshake tiene que descartarse (CVE-2011-0411).",
    "P09": "IceWarp: SSLServerMethod=6; Postfix: smtpd_tls_mandatory_protocols = >=TLSv1.2 y smtpd_tls_protocols = "
      + ">=TLSv1.2; Exim: openssl_options = +no_tlsv1 +no_tlsv1_1. Averigüe antes qué aparatos no hablan nada más nuevo.",
    "P10":
      "Obténgalo de una autoridad que los programas de correo conozcan, e instale la cadena completa (el certificado "
      + "propio, luego los intermedios); ningún teléfono conoce una raíz propia (solo para la prueba: --ca-file). "
      + "IceWarp: System > Certificates; Postfix: smtpd_tls_chain_files; Exim: tls_certificate con toda la cadena.",
    "P11":
      "Obtenga un certificado que contenga este nombre (subjectAltName), o diga a los usuarios un nombre que contenga.",
    "P13": "IceWarp: Auth_DisablePlain / AUTHPlainDisable=1 donde no hay TLS; Postfix: smtpd_tls_auth_only=yes; Exim: "
      + "server_advertise_condition = ${if def:tls_in_cipher}.",
    "P14":
      "IceWarp: AllowSMTPAuth, Auth_Schemes; Postfix: smtpd_sasl_auth_enable=yes en submission y submissions; Exim: un "
      + "authenticator para PLAIN y otro para LOGIN.",
    "P15": "IceWarp: el puerto de envío exige autenticación; Postfix: -o "
      + "smtpd_client_restrictions=permit_sasl_authenticated,reject (o smtpd_relay_restrictions) en submission; Exim: "
      + "deny !authenticated = * en las ACL de estos puertos.",
    "P17":
      "Nada que ajustar en la mayoría de los servidores; IceWarp responde aquí 501 5.7.0, que los programas de correo "
      + "también entienden.",
    "P18":
      "Mire primero la cuenta (contraseña, permiso de enviar); luego P14, y si las restricciones del puerto empiezan "
      + "con un permiso para remitentes autenticados.",
    "P20":
      "IceWarp: Other_Extensions; Postfix: smtpd_discard_ehlo_keywords no debe listarlas; Exim: message_size_limit, "
      + "dsn_advertise_hosts, pipelining_advertise_hosts.",
    "P22":
      "Deje los puertos de usuarios fuera de listas de bloqueo y consultas inversas. IceWarp: excepción para sesiones "
      + "autenticadas; Postfix: -o smtpd_client_restrictions=permit_sasl_authenticated,reject; Exim: sin dnslists en las "
      + "ACL de estos puertos.",
    "P23":
      "Exima a los remitentes autenticados de greylisting y límites: IceWarp: Anti-Spam > Greylisting, excepción para "
      + "sesiones autenticadas; Postfix: permit_sasl_authenticated antes del servicio de políticas; Exim: accept "
      + "authenticated = * antes del defer.",
    "P24":
      "El puerto 25 tiene que seguir recibiendo de otros servidores. IceWarp: puerto 25 de SMTP; Postfix: el servicio "
      + "smtp inet; Exim: daemon_smtp_ports; después, el cortafuegos.",
    "P25": "Ofrézcalo, y no lo exija a otros servidores. IceWarp: sin exigencia de TLS en el primer puerto; Postfix: "
      + "smtpd_tls_security_level=may; Exim: tls_advertise_hosts = *.",
    "P26": "La opción no debe afectar al correo de otros servidores: mire las restricciones que exigen autenticación a "
      + "todos.",
    "P27": "Cree postmaster, o un alias con ese nombre, en cada dominio.",
    "P28":
      "IceWarp: RelayMode=1; Postfix: reject_unauth_destination en smtpd_relay_restrictions, allow_percent_hack=no; "
      + "Exim: require verify y relay_to_domains / relay_from_hosts en acl_smtp_rcpt.",
    "P30": "IceWarp: RelayMode=1, sin rangos de usuarios entre las direcciones de confianza; Postfix: mynetworks sin "
      + "usuarios, reject_unauth_destination; Exim: relay_from_hosts sin usuarios.",
    "P32":
      "Después del cambio: Postfix: smtpd_sasl_auth_enable=no en el servicio smtp; Exim: auth_advertise_hosts = ${if "
      + "eq{$received_port}{25}{}{*}}; IceWarp: no se conoce un ajuste para un solo puerto.",
    "P33":
      "Quite los rangos de usuarios, y dé una dirección a cada aparato que lo necesite. IceWarp: Mail > Security > "
      + "General > Trusted IPs, o líneas i: de submissionbypass.dat; Postfix: mynetworks; Exim: relay_from_hosts.",
    "P34":
      "Un certificado y un nombre para todos los servicios; los puertos olvidados conservan los antiguos. Postfix: "
      + "smtpd_banner; Exim: smtp_banner; IceWarp: el saludo de SMTP. El reloj: NTP.",
    "P35":
      "Publique _submissions._tcp (465) con el número menor y _submission._tcp (587) detrás; el destino . para lo que "
      + "no se ofrece. port587 client-config DOMINIO --server HOST escribe las líneas de la zona.",
    "P36":
      "Publique en todas partes 587 con STARTTLS o 465 con TLS, de una sola descripción: port587 client-config DOMINIO "
      + "--server HOST. IceWarp: SmartDiscover, tipo de SMTP 1 o 3.",
    "P37": "Dé al nombre que escriben los usuarios un registro A, y un AAAA si el servidor tiene IPv6; obtenga un "
      + "certificado para ese nombre, no para aquel del que es alias; nombre su autoridad en el registro CAA.",
    "P39":
      "IceWarp: Mail > Security > prevención de intrusiones y límites de conexión, con la dirección de la oficina como "
      + "excepción; Postfix: smtpd_client_connection_count_limit de los servicios de envío; Exim: "
      + "smtp_accept_max_per_host.",
  ]
}
