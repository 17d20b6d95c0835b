import MailModel

extension SpanishPhrases {
  func name(_ readiness: Readiness) -> String {
    switch readiness {
    case .ready: "Migrado"
    case .moving: "En migración"
    case .notReady: "Sin migrar"
    case .blocked: "Bloqueado"
    case .unknown: "Desconocido"
    }
  }

  func name(_ kind: IdentityKind) -> String {
    switch kind {
    case .authenticated: "autenticado"
    case .authenticatedSender: "remitente de una autenticación sin nombre"
    case .envelopeSender: "remitente sin autenticación, no comprobado"
    }
  }

  func name(_ kind: AddressKind) -> String {
    switch kind {
    case .client: "cliente"
    case .local: "este servidor"
    case .guesser: "adivina contraseñas"
    case .server: "servidor de correo"
    case .other: "otra"
    }
  }

  func name(_ guess: ClientGuess) -> String {
    switch guess {
    case .appleMail: "Apple Mail"
    case .windowsDesktop: "equipo con Windows"
    case .desktopMailProgram: "programa de correo de escritorio"
    case .mobileMailProgram: "teléfono o tableta"
    case .printer: "impresora o escáner"
    case .webApplication: "aplicación web"
    case .application: "script o programa"
    case .smartHost: "servidor que usa este como smart host"
    case .webMail: "correo web o ActiveSync"
    case .unknown: "programa desconocido"
    }
  }

  func name(_ confidence: Confidence) -> String {
    switch confidence {
    case .low: "baja"
    case .medium: "media"
    case .high: "alta"
    }
  }

  func name(_ what: EvidenceKind) -> String {
    switch what {
    case .login: "inicio de sesión"
    case .refusal: "rechazo"
    case .failedLogin: "autenticación fallida"
    case .relay: "retransmisión sin autenticación"
    }
  }

  func name(_ evidence: PortEvidence) -> String {
    switch evidence {
    case .logged: "lo indica la línea del registro"
    case .serviceLabel: "etiqueta del servicio en el registro"
    case .postscreen: "registrado por postscreen"
    case .anvil: "contado por anvil en su servicio"
    case .implicitTLS: "TLS desde el primer byte"
    case .listenerAddress: "dirección local, según usted indicó"
    case .path: "ruta del archivo, según usted indicó"
    case .services: "salida de postconf -M"
    case .calibrated: "visto por una calibración"
    case .besideLabelled: "smtpd simple junto a servicios etiquetados"
    case .connectionLog: "un registro de conexión de ese momento"
    case .none: "nada lo indica"
    }
  }

  func name(_ refusal: RefusalClass) -> String {
    switch refusal {
    case .submissionRequired: "Envío no permitido de esta forma"
    case .senderMismatch: "El remitente no es quien se autenticó"
    case .authRequired: "Autenticación obligatoria"
    case .tlsRequired: "TLS obligatorio"
    case .authNotOffered: "Autenticación no ofrecida en este puerto"
    case .relayDenied: "Retransmisión (relay) denegada"
    case .other: "Otros rechazos"
    }
  }

  func meaning(_ refusal: RefusalClass) -> String {
    switch refusal {
    case .submissionRequired:
      "Un programa de correo intentó enviar por un puerto que no es para eso, o por un puerto de submission sin autenticarse. Hay que configurarlo con 587 o 465 y autenticación."
    case .senderMismatch:
      "El usuario se autenticó y después dio otra dirección como remitente. Es cuestión de alias y buzones compartidos. En un puerto por cerrar puede ser también el puerto: servidores como IceWarp responden lo mismo en ambos casos."
    case .authRequired: "El cliente intentó enviar sin autenticarse y el servidor lo exige antes."
    case .tlsRequired: "El cliente no activó el cifrado (STARTTLS) y el servidor lo exige antes."
    case .authNotOffered: "El cliente intentó autenticarse en un puerto donde el servidor no lo ofrece."
    case .relayDenied:
      "Alguien sin autenticar quiso enviar a una dirección externa. Casi siempre son extraños; a veces, un equipo sin autenticación."
    case .other:
      "Por ejemplo, destinatarios inexistentes, filtros de spam o el mismo texto dado a un remitente externo."
    }
  }

  func action(_ remedy: PortRemedy) -> String {
    switch remedy {
    case .postfixSyslogName:
      "Postfix: dé a cada servicio de submission un nombre propio en el registro (el servicio de 465 se llama smtps o submissions; omita la línea que no corresponda). Desde entonces, las sesiones indican su puerto."
    case .postfixServices:
      "Postfix: guarde una vez la lista de servicios y désela a port587; así se pueden juzgar también los registros antiguos."
    case .postfixTLSLogLevel: "Postfix: registre TLS, para reconocer las sesiones con TLS desde el primer byte (465)."
    case .listenerAddress:
      "IceWarp: vincule 587 a una dirección IP local adicional (Sistema > Servicios > SMTP), para que “local IP=” en el registro revele el puerto, e indique qué dirección atiende cada puerto."
    case .connectionLog:
      "Cualquier servidor: haga que el cortafuegos registre las conexiones nuevas a estos puertos, desde ahora, y entregue ese registro a port587 junto con el registro de correo."
    case .localPrograms:
      "Webmail y ActiveSync del propio servidor: vea smtpport en la configuración del cliente web (config/_webmail/server.xml, o preflight --webclient) e indique el puerto."
    case .portOfPath:
      "Cuando cada puerto escribe en un archivo o carpeta de registro propio: indique qué ruta corresponde a cada puerto."
    }
  }

  func meaning(_ rule: InferenceRule) -> String {
    switch rule {
    case .starttlsLogin:
      "Puerto {port}: {sessions} sesiones con inicio de sesión tras STARTTLS, que solo ese puerto ofrece (certeza: {strength})."
    case .clearLogin:
      "Puerto {port}: {sessions} sesiones con inicio de sesión en texto claro, que solo ese puerto acepta (certeza: {strength})."
    case .tlsFromFirstByte:
      "Puerto {port}: {sessions} sesiones con TLS y sin STARTTLS (certeza: {strength})."
    case .submissionSwitch:
      "Puerto {port}: {refusals} rechazos de remitentes locales sin inicio de sesión con “message submission” activado (certeza: {strength})."
    }
  }

  func name(_ source: InferenceFact.Source) -> String {
    switch source {
    case .probe: "probe del {time}"
    case .preflight: "configuración del {time}"
    case .calibration: "calibración del {time}"
    case .option: "“message submission” está activado (--message-submission)"
    }
  }

  func text(_ warning: ReportWarningCode) -> String {
    switch warning {
    case .noAuthenticatedSession:
      "No se encontró ninguna sesión autenticada. Causas probables: el nivel de registro oculta los inicios de sesión, la carpeta no es la correcta o el registro es de otro servidor o servicio."
    case .nothingInPeriod:
      "Ninguna sesión empezó en el período pedido; lo leído queda antes o después."
    case .summaryLevelOnly:
      "Solo hay líneas de resumen: el nivel de registro oculta inicios de sesión, puertos y rechazos. Auméntelo para registrar el diálogo SMTP completo."
    case .summaryLevelInPart:
      "{count} registros solo tienen líneas de resumen y nada dicen de inicios de sesión, puertos y rechazos: {subject}. Aumente el nivel para registrar el diálogo SMTP completo y juzgue por los días siguientes (--since)."
    case .unreadLines: "{count} líneas no se entendieron; hay muestras junto a las fuentes."
    case .incompleteSource: "Una fuente no se pudo leer hasta el final: {subject}. Lo leído está contado."
    case .skippedSource: "Archivos encontrados y no leídos: {count}."
    case .unknownPorts: "Sesiones autenticadas de puerto desconocido (no se ha supuesto): {count}."
    case .sessionsBeforeLabels:
      "Sesiones anteriores a la lectura de la configuración en la que los servicios de Postfix recibieron nombres en el registro: {count}. Si ya tenían esos nombres antes, el registro no lo dice, así que su puerto queda como desconocido; los registros de conexiones de esos días lo dirían (--connections)."
    case .namelessLogins:
      "{count} inicios de sesión usaron un nombre que el registro oculta u omite; figuran por su remitente o solo por su dirección."
    case .unfollowedMessages:
      "{count} mensajes se aceptaron sin inicio de sesión desde direcciones privadas o de confianza (direcciones: {subject}): impresoras y programas que quizá envíen por este servidor. Si los mensajes salieron fuera, este registro no lo dice."
    case .refusedOwnSenders:
      "{count} intentos de envío sin inicio de sesión se rechazaron, en puertos que no son de envío, con remitentes de sus propios dominios (cuántos: {subject}): usuarios cuyo programa no se reconfiguró, o extraños que inventaron el remitente. Desde esas direcciones los remitentes no habían iniciado sesión, así que este registro no lo dice."
    case .loginsWithoutDomain:
      "Usuarios que inician sesión con un nombre sin dominio: {count}. No se sabe qué direcciones son suyas: indique el dominio con --default-domain, para que el inicio de sesión y el remitente sean una sola persona."
    case .othersRow: "Había más nombres de los que caben; {count} están sumados en una sola fila."
    case .duplicateSource: "Todas las líneas de {subject} están también en otras fuentes; se contaron una sola vez."
    case .overlappingSources:
      "Dos fuentes tienen líneas en común, que se contaron dos veces: {subject}. Indique uno a uno los registros que se deben leer."
    case .guessedDays:
      "Nada en {subject} indica el día. Los días se contaron hacia atrás desde la última modificación del archivo; en una copia o un extracto son erróneos."
    }
  }
}
