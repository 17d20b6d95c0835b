/// What the report says in Spanish.
struct SpanishPhrases: PhraseBook {
  let thousandsSeparator = "."
  let decimalSeparator = ","
  let yearFirst = false

  func text(_ phrase: Phrase) -> String {
    switch phrase {
    case .title: "Quién sigue enviando correo por {ports}"
    case .madeBy: "Generado por {program} {version} el {time}"
    case .period: "Período"
    case .periodFromTo: "del {from} al {to}"
    case .periodUnknown: "no se encontraron horas en los registros"
    case .personalData: "Datos personales"
    case .personalDataNote:
      "Este informe identifica a personas y sus direcciones de red. Entréguelo solo a quien lo necesite y bórrelo cuando termine la migración."
    case .port: "el puerto {ports}"
    case .ports: "los puertos {ports}"
    case .and: "y"
    case .skipToUsers: "Ir a los usuarios"
    case .contents: "Contenido"
    case .verdict: "Conclusión"
    case .nobodyOnLegacy: "Ya nadie envía por {ports}"
    case .nobodyKnownOnLegacy: "No consta ningún envío por {ports}"
    case .safeToClose: "Hasta donde llegan estos registros, ya se puede cerrar el envío autenticado por {ports}."
    case .notYet: "No cierre todavía el envío por {ports}."
    case .noSessions: "No se encontró ninguna sesión autenticada"
    case .noSessionsReasons:
      "Estos registros no permiten decir quién se verá afectado. Causas probables: el nivel de registro oculta los inicios de sesión, la carpeta no es la correcta o el registro es de otro servidor o servicio."
    case .nobodyLoggedIn: "Nadie inició sesión, y hay quien envía o lo intenta"
    case .nothingInPeriod: "Ninguna sesión empezó en el período pedido"
    case .askForAnotherPeriod: "Lo leído queda antes o después. Pida otro período o lea los registros de este."
    case .closeWaitsForLogs: "No cierre todavía el envío por {ports}: una parte de los registros no se pudo leer."
    case .closeWaitsForLogLevel:
      "No cierre todavía el envío por {ports}: una parte de los registros se escribió en un nivel que oculta inicios de sesión y puertos."
    case .tileLegacy: "siguen enviando por {ports}"
    case .tileBlocked: "rechazados, y sin poder enviar nada desde entonces"
    case .tileUnknown: "por un puerto que el registro no indica"
    case .tileThrownBack: "ya han migrado, y su último intento por el puerto antiguo o sin iniciar sesión fue rechazado"
    case .tileRelaying: "envían sin iniciar sesión (relay)"
    case .tileUnseen: "no vistos en esos días, ni rechazados al final"
    case .tileReady: "ya han migrado"
    case .totals: "Totales"
    case .totalSessions: "sesiones SMTP"
    case .totalAuthenticated: "sesiones autenticadas"
    case .totalMessages: "mensajes enviados"
    case .totalUsers: "usuarios"
    case .totalAddresses: "direcciones de clientes"
    case .totalRefusals: "rechazos"
    case .totalFailedLogins: "autenticaciones fallidas"
    case .totalPlaintextLogins: "autenticaciones con la contraseña en claro"
    case .totalRelays: "mensajes retransmitidos sin autenticación"
    case .advice: "Cómo averiguar los puertos desconocidos"
    case .adviceIntro:
      "El registro no dice por qué puerto entraron estas sesiones. Basta con uno de estos pasos; el más sencillo va primero."
    case .adviceSeenOn: "Visto en"
    case .adviceInConfiguration: "La configuración queda así"
    case .connectionsTitle:
      "Puertos según registros de conexión"
    case .connectionsMatched:
      "De {sessions} sesiones cuyo registro no dice el puerto, {known} ({share}) lo tienen por registros de conexión. Registros de puertos distintos encajan en {ambiguous}, ninguno encaja en {missing}, y {doubtful} quedaron abiertas porque faltan demasiados registros."
    case .connectionsAhead:
      "El reloj de los registros va {seconds} adelantado respecto al del servidor de correo ({end} al final); sesión y registro distan como mucho {window}."
    case .connectionsBehind:
      "El reloj de los registros va {seconds} atrasado respecto al del servidor de correo ({end} al final); sesión y registro distan como mucho {window}."
    case .connectionsOneClock:
      "Los dos logs se tomaron como de un mismo reloj: había muy poco para compararlos."
    case .connectionsNoClock:
      "No se pudieron comparar los relojes de los dos logs; por eso no se asoció nada."
    case .connectionsChecked:
      "De los puertos conocidos por otra vía, los registros confirman {confirmed} y contradicen {contradicted}."
    case .inferredTitle:
      "Puertos solo probables"
    case .inferredIntro:
      "Estos puertos se dedujeron (--infer-port) y no son seguros. Ningún otro número de este informe los contiene."
    case .inferredFacts:
      "Deducidos de lo que acepta este servidor: {facts}. Valen para los días en que aceptaba lo mismo."
    case .inferredNoFacts: "No se sabe qué acepta este servidor, así que nada se puede deducir."
    case .charts: "De un vistazo"
    case .chartDailyMessages: "Mensajes enviados por día y puerto"
    case .chartDailySessions: "Sesiones autenticadas por día y puerto"
    case .chartPeriodNote: "Cada barra suma {days} días."
    case .chartReadiness: "Cómo avanza la migración de los usuarios"
    case .chartAddresses: "Direcciones que más envían"
    case .chartNumbers: "Los números de este gráfico"
    case .chartEmpty: "Nada que mostrar."
    case .day: "Día"
    case .portEvidenceHeading: "Cómo se conoce el puerto"
    case .notices: "Avisos"
    case .noticesIntro:
      "Qué ha conseguido cada ronda de avisos a los usuarios. Cada persona cuenta en la última ronda que le llegó; por eso las rondas se pueden sumar."
    case .noticesFor: "Avisos para el corte del {day}"
    case .noticeRound: "Ronda"
    case .noticeSent: "Enviados"
    case .noticeFailed: "Con error"
    case .noticeUndeliverable: "No entregables"
    case .noticeOpen: "Sin respuesta conocida"
    case .noticeMoved: "Ya han migrado"
    case .noticeToldAgain: "Avisados de nuevo"
    case .noticeStillThere: "Siguen igual"
    case .noticeNotSeen: "No vistos"
    case .roleLegacy: "a cerrar"
    case .roleSubmission: "submission, STARTTLS"
    case .roleSubmissions: "submission, TLS"
    case .roleUnknown: "desconocido"
    case .users: "Usuarios"
    case .stateBasis:
      "El estado es el de los {days} días del {from} al {to}, por los que se da la respuesta; mensajes, sesiones y horas son los de todo el período."
    case .usersIntro:
      "Primero los más afectados. Las cifras son mensajes, con las sesiones autenticadas al lado; cada cifra lleva a sus líneas del registro."
    case .addresses: "Direcciones de los clientes"
    case .addressesIntro: "De dónde vinieron las sesiones; primero las que más envían."
    case .refusals: "Rechazos"
    case .refusalsIntro:
      "Clasificados por lo que muestra la sesión, porque los servidores dan el mismo texto por motivos distintos."
    case .evidence: "Pruebas por usuario"
    case .evidenceIntro: "Las líneas del registro que lo demuestran. Abra el archivo en esa línea y compruébelo."
    case .sources: "Qué se ha leído"
    case .sourcesIntro:
      "Cada línea está en una sola columna: líneas = eventos + no necesarias + no reconocidas + mal formadas."
    case .sourcesOfRun:
      "Esto es lo que leyó esta ejecución; las cifras del informe son las de todo lo que contiene el estado."
    case .unreadLines: "Líneas que no se entendieron"
    case .warnings: "Antes de fiarse de las cifras"
    case .skippedFiles: "Archivos que no se leyeron"
    case .search: "Buscar"
    case .filter: "Mostrar"
    case .all: "todos"
    case .shown: "mostrados"
    case .sortBy: "Ordenar por esta columna"
    case .noRows: "Ninguno."
    case .backToTop: "Volver arriba"
    case .user: "Usuario"
    case .readiness: "Estado"
    case .unproven: "No comprobado"
    case .unknownPort: "Puerto desconocido"
    case .refused: "Rechazos"
    case .lastSeen: "Visto por última vez"
    case .lastOnLegacy: "Último inicio de sesión por {ports}"
    case .clients: "Programas y dispositivos"
    case .messagesSessions: "mensajes · sesiones"
    case .address: "Dirección"
    case .kind: "Tipo"
    case .failedLogins: "Autenticaciones fallidas"
    case .plaintextLogins: "Contraseña en claro"
    case .senders: "Direcciones de remitente"
    case .relays: "Retransmisiones sin autenticación"
    case .firstSeen: "Visto por primera vez"
    case .bypassAll: "pasa por la línea {lines} del bypass"
    case .bypassSome: "pasa en parte por la línea {lines} del bypass"
    case .trustedAll: "dirección de confianza"
    case .trustedSome: "en parte desde direcciones de confianza"
    case .marksNote:
      "* pasa por el archivo de bypass o por ser dirección de confianza, del todo o en parte; el informe dice por qué línea"
    case .code: "Código"
    case .reply: "Respuesta"
    case .count: "Cantidad"
    case .identities: "Remitentes"
    case .line: "Línea del registro"
    case .portColumn: "Puerto"
    case .usersColumn: "Usuarios"
    case .file: "Archivo"
    case .format: "Formato"
    case .lines: "Líneas"
    case .events: "Eventos"
    case .ignored: "No necesarias"
    case .unrecognised: "No reconocidas"
    case .malformed: "Mal formadas"
    case .sum: "Suma"
    case .covers: "Abarca"
    case .addsUp: "cuadra"
    case .doesNotAddUp: "no cuadra"
    case .noEvidence: "No se guardó ninguna línea de este usuario."
    case .legacy: "heredado"
    case .reason: "Motivo"
    case .certainty: "certeza"
    case .lastRefused: "Último rechazo"
    case .incompleteBecause: "no se leyó hasta el final: {reason}"
    case .footer: "Hecho únicamente con los archivos de registro indicados arriba."
    case .footerWithOthers:
      "Hecho con los archivos de registro indicados arriba y con los demás archivos que se dieron al programa."
    case .footerOfState: "Hecho con todo lo que contiene el estado; arriba figura lo que leyó esta ejecución."
    case .accountingLine:
      "{lines} líneas = {events} eventos + {ignored} no necesarias + {unrecognised} no reconocidas + {malformed} mal formadas"
    }
  }

  func forms(_ phrase: CountedPhrase) -> (one: String, other: String) {
    switch phrase {
    case .usersOnLegacy: ("{count} usuario sigue enviando por {ports}", "{count} usuarios siguen enviando por {ports}")
    case .usersAbsent:
      (
        "{count} usuario envió por última vez por {ports} y no apareció en los últimos {days} días",
        "{count} usuarios enviaron por última vez por {ports} y no aparecieron en los últimos {days} días"
      )
    case .daysWithoutLegacy:
      (
        "Nadie ha enviado por {ports} en el último {count} día",
        "Nadie ha enviado por {ports} en los últimos {count} días"
      )
    case .sessionsOnLegacy:
      (
        "{count} sesión autenticada sin nombre legible usó {ports}",
        "{count} sesiones autenticadas sin nombre legible usaron {ports}"
      )
    case .usersBlocked:
      (
        "{count} usuario fue rechazado y no ha enviado nada desde entonces.",
        "{count} usuarios fueron rechazados y no han enviado nada desde entonces."
      )
    case .usersThrownBack:
      (
        "{count} usuario ya migró, y su último intento por el puerto antiguo o sin iniciar sesión fue rechazado: quizá un equipo o programa suyo no haya migrado.",
        "{count} usuarios ya migraron, y su último intento por el puerto antiguo o sin iniciar sesión fue rechazado: quizá equipos o programas suyos no hayan migrado."
      )
    case .usersOfWebMail:
      (
        "{count} de estos usuarios solo se ve desde el propio servidor (webmail, ActiveSync): basta cambiar el puerto de envío del webmail, el usuario no tiene que cambiar nada.",
        "{count} de estos usuarios solo se ven desde el propio servidor (webmail, ActiveSync): basta cambiar el puerto de envío del webmail, los usuarios no tienen que cambiar nada."
      )
    case .sendersClaimed:
      (
        "{count} remitente que nunca inició sesión fue rechazado: es un usuario, o lo inventó un extraño.",
        "{count} remitentes que nunca iniciaron sesión fueron rechazados: son usuarios, o los inventaron extraños."
      )
    case .relaysOnLegacy:
      (
        "Ya nadie inicia sesión por {ports}, pero {count} mensaje pasó por allí sin iniciar sesión",
        "Ya nadie inicia sesión por {ports}, pero {count} mensajes pasaron por allí sin iniciar sesión"
      )
    case .relays:
      (
        "{count} mensaje se retransmitió sin iniciar sesión; cerrar el puerto puede detener a quien lo envía.",
        "{count} mensajes se retransmitieron sin iniciar sesión; cerrar el puerto puede detener a quienes los envían."
      )
    case .relaysFreed:
      (
        "{count} mensaje retransmitido sin autenticación pasa gracias al archivo de bypass.",
        "{count} mensajes retransmitidos sin autenticación pasan gracias al archivo de bypass."
      )
    case .sourcesIncomplete:
      ("{count} registro no se pudo leer hasta el final.", "{count} registros no se pudieron leer hasta el final.")
    case .linesUnread: ("{count} línea no se entendió.", "{count} líneas no se entendieron.")
    case .usersUnknown:
      ("Se desconoce el puerto de {count} usuario.", "Se desconocen los puertos de {count} usuarios.")
    case .remedySettles:
      (
        "Habría revelado el puerto de {count} de estas sesiones como máximo.",
        "Habría revelado el puerto de hasta {count} de estas sesiones."
      )
    case .inferredUndecided:
      ("De {count} sesión no se deduce nada.", "De {count} sesiones no se deduce nada.")
    case .sessionsUnknown:
      (
        "{count} sesión autenticada no tiene puerto conocido.",
        "{count} sesiones autenticadas no tienen puerto conocido."
      )
    case .users: ("{count} usuario", "{count} usuarios")
    case .sessions: ("{count} sesión", "{count} sesiones")
    case .moreUsers: ("… y {count} usuario más (vea users.csv)", "… y {count} usuarios más (vea users.csv)")
    case .moreAddresses:
      ("… y {count} dirección más (vea addresses.csv)", "… y {count} direcciones más (vea addresses.csv)")
    case .moreRefusals:
      ("… y {count} tipo de rechazo más (vea refusals.csv)", "… y {count} tipos de rechazo más (vea refusals.csv)")
    case .moreUsersInFiles:
      ("… y {count} usuario más (todos: --output CARPETA)", "… y {count} usuarios más (todos: --output CARPETA)")
    case .moreRefusalsInFiles:
      (
        "… y {count} tipo de rechazo más (todos: --output CARPETA)",
        "… y {count} tipos de rechazo más (todos: --output CARPETA)"
      )
    case .moreEvidence: ("… y {count} línea más (vea report.json)", "… y {count} líneas más (vea report.json)")
    }
  }
}
