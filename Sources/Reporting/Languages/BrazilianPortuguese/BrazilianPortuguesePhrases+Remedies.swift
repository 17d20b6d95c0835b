extension BrazilianPortuguesePhrases {
  func remedy(ofCheck id: String) -> String? { Self.remedies[Self.sharedRemedies[id] ?? id] }

  /// Checks that are put right as another one is.
  private static let sharedRemedies = ["P07": "P06", "P16": "P15"]

  private static let remedies: [String: String] = [
    "P01":
      "IceWarp: segunda porta SMTP AltPort=587 (Sistema > Serviços > SMTP); Postfix: o serviço submission em master.cf; "
      + "Exim: daemon_smtp_ports = 25 : 465 : 587. Depois, firewall e tradução de endereços, para cada endereço.",
    "P02": "IceWarp: a porta SSL do SMTP (465) com um certificado; Postfix: o serviço submissions com "
      + "smtpd_tls_wrappermode=yes; Exim: tls_on_connect_ports = 465.",
    "P03":
      "IceWarp: sem atraso de saudação nas portas dos usuários; Postfix: sem postscreen diante do submission; Exim: sem "
      + "delay em acl_smtp_connect para estas portas.",
    "P04":
      "Deixe o servidor responder ao EHLO; um firewall que reescreve SMTP (\"SMTP inspection\", \"fixup\") precisa "
      + "deixar estas portas em paz.",
    "P05":
      "IceWarp: sem filtro de HELO nas portas com login; Postfix: -o smtpd_helo_restrictions= no submission; Exim: "
      + "helo_accept_junk_hosts, e nenhum teste de HELO nas ACLs destas portas.",
    "P06": "IceWarp: um certificado com sua chave (Sistema > Certificados), DisableSSLTLS desligado; Postfix: "
      + "smtpd_tls_security_level=encrypt (ou may) e smtpd_tls_chain_files no submission; Exim: tls_advertise_hosts = *, "
      + "tls_certificate, tls_privatekey.",
    "P08": "Atualize o servidor de e-mail: o que é lido antes do handshake precisa ser descartado (CVE-2011-0411).",
    "P09": "IceWarp: SSLServerMethod=6; Postfix: smtpd_tls_mandatory_protocols = >=TLSv1.2 e smtpd_tls_protocols = "
      + ">=TLSv1.2; Exim: openssl_options = +no_tlsv1 +no_tlsv1_1. Descubra antes quais aparelhos não falam nada mais "
      + "novo.",
    "P10": "Obtenha-o de uma autoridade que os programas de e-mail conhecem, e instale a cadeia completa (o próprio "
      + "certificado, depois os intermediários); nenhum celular conhece uma raiz sua (só para o teste: --ca-file). "
      + "IceWarp: Sistema > Certificados; Postfix: smtpd_tls_chain_files; Exim: tls_certificate com a cadeia toda.",
    "P11":
      "Obtenha um certificado que contenha este nome (subjectAltName), ou diga aos usuários um nome que ele contém.",
    "P13": "IceWarp: Auth_DisablePlain / AUTHPlainDisable=1 onde não há TLS; Postfix: smtpd_tls_auth_only=yes; Exim: "
      + "server_advertise_condition = ${if def:tls_in_cipher}.",
    "P14":
      "IceWarp: AllowSMTPAuth, Auth_Schemes; Postfix: smtpd_sasl_auth_enable=yes em submission e submissions; Exim: um "
      + "authenticator para PLAIN e outro para LOGIN.",
    "P15": "IceWarp: a porta de submissão exige login; Postfix: -o "
      + "smtpd_client_restrictions=permit_sasl_authenticated,reject (ou smtpd_relay_restrictions) no submission; Exim: "
      + "deny !authenticated = * nas ACLs destas portas.",
    "P17":
      "Nada a ajustar na maioria dos servidores; o IceWarp responde aqui 501 5.7.0, que os programas de e-mail também "
      + "entendem.",
    "P18":
      "Olhe primeiro a conta (senha, permissão de enviar); depois o P14, e se as restrições da porta começam com uma "
      + "permissão para remetentes com login.",
    "P20":
      "IceWarp: Other_Extensions; Postfix: smtpd_discard_ehlo_keywords não pode listá-las; Exim: message_size_limit, "
      + "dsn_advertise_hosts, pipelining_advertise_hosts.",
    "P22":
      "Deixe as portas dos usuários fora de listas de bloqueio e de consultas reversas. IceWarp: exceção para sessões "
      + "com login; Postfix: -o smtpd_client_restrictions=permit_sasl_authenticated,reject; Exim: sem dnslists nas ACLs "
      + "destas portas.",
    "P23":
      "Dispense remetentes com login de greylisting e limites: IceWarp: Anti-Spam > Greylisting, exceção para sessões "
      + "com login; Postfix: permit_sasl_authenticated antes do serviço de política; Exim: accept authenticated = * antes "
      + "do defer.",
    "P24":
      "A porta 25 precisa continuar a receber de outros servidores. IceWarp: porta 25 do SMTP; Postfix: o serviço smtp "
      + "inet; Exim: daemon_smtp_ports; depois, o firewall.",
    "P25": "Ofereça-o, e não o exija de outros servidores. IceWarp: sem exigência de TLS na primeira porta; Postfix: "
      + "smtpd_tls_security_level=may; Exim: tls_advertise_hosts = *.",
    "P26": "A chave não pode atingir mensagens de outros servidores: olhe restrições que exigem login de todos.",
    "P27": "Crie postmaster, ou um alias com esse nome, em cada domínio.",
    "P28":
      "IceWarp: RelayMode=1; Postfix: reject_unauth_destination em smtpd_relay_restrictions, allow_percent_hack=no; "
      + "Exim: require verify e relay_to_domains / relay_from_hosts em acl_smtp_rcpt.",
    "P30":
      "IceWarp: RelayMode=1, sem faixas de usuários entre os endereços confiáveis; Postfix: mynetworks sem usuários, "
      + "reject_unauth_destination; Exim: relay_from_hosts sem usuários.",
    "P32": "Depois da chave: Postfix: smtpd_sasl_auth_enable=no no serviço smtp; Exim: auth_advertise_hosts = ${if "
      + "eq{$received_port}{25}{}{*}}; IceWarp: não se conhece ajuste para uma só porta.",
    "P33":
      "Retire faixas de usuários, e dê um endereço a cada aparelho que precisa disso. IceWarp: Correio > Segurança > "
      + "Geral > IPs confiáveis, ou linhas i: de submissionbypass.dat; Postfix: mynetworks; Exim: relay_from_hosts.",
    "P34":
      "Um certificado e um nome para todos os serviços; portas esquecidas ficam com os antigos. Postfix: smtpd_banner; "
      + "Exim: smtp_banner; IceWarp: a saudação do SMTP. O relógio: NTP.",
    "P35":
      "Publique _submissions._tcp (465) com o número menor e _submission._tcp (587) atrás; o destino . para o que não é "
      + "oferecido. port587 client-config DOMÍNIO --server HOST escreve as linhas da zona.",
    "P36": "Publique em toda parte 587 com STARTTLS ou 465 com TLS, de uma só descrição: port587 client-config DOMÍNIO "
      + "--server HOST. IceWarp: SmartDiscover, tipo de SMTP 1 ou 3.",
    "P37":
      "Dê ao nome que os usuários digitam um registro A, e um AAAA se o servidor tem IPv6; obtenha um certificado para "
      + "esse nome, não para aquele de que é alias; cite sua autoridade no registro CAA.",
    "P39":
      "IceWarp: Correio > Segurança > prevenção de intrusão e limites de conexão, com o endereço do escritório como "
      + "exceção; Postfix: smtpd_client_connection_count_limit dos serviços de submissão; Exim: smtp_accept_max_per_host.",
  ]
}
