import MailModel

/// What the trend says in Spanish.
extension SpanishPhrases {
  func text(_ phrase: TrendPhrase) -> String {
    switch phrase {
    case .trend: "Evolución"
    case .trendIntro:
      "Contado a partir del estado, del {from} al {to}, según el reloj de los registros. Cada día vale por la semana que termina en él, para que el fin de semana no parezca un avance."
    case .trendNoLogs:
      "Ninguna sesión en los registros el {days}. De esos días no se sabe nada: un hueco no es un cero."
    case .cutoverOn: "Corte el {day}"
    case .cutoverGo: "Se puede cerrar: nadie se quedaría sin enviar"
    case .cutoverUnclear: "Abierto: no se conoce a nadie que se quede sin enviar, pero no todo se conoce"
    case .cutoverBasis: "Situación del último día, juzgada por los {days} días del {from} al {to}."
    case .cutoverShare: "De los mensajes de esos días, {legacy} de {all} ({share}) pasaron por {ports}."
    case .cutoverShareKnown:
      "De los mensajes de esos días, se sabe que {legacy} de {all} ({share}) pasaron por {ports}; no se conoce el puerto de {unknown}."
    case .forecastInTime: "La previsión llega a cero para entonces."
    case .forecastLate: "La previsión no llega a cero hasta el {day}, después del corte."
    case .burnDown: "Usuarios por {ports} en los últimos siete días, día a día"
    case .burnDownNow: "{last} por {ports} en los siete días hasta el {to}; {first} en los siete hasta el {from}."
    case .burnDownUnknown: "En puertos que el registro no indica: {last} hasta el {to}, {first} hasta el {from}."
    case .burnDownNone: "Todavía no hay curva: empieza con el séptimo día de registros."
    case .legendUsers: "usuarios por {ports}"
    case .legendPerhaps: "usuarios en puertos que el registro no indica"
    case .legendForecast: "previsión: una recta, sin garantía"
    case .legendCutover: "corte, {day}"
    case .forecastDay: "Previsión, sin garantía: una recta por {days} días llega a cero el {day}."
    case .forecastReached: "No quedó nadie por {ports} en los últimos siete días."
    case .forecastUnclear:
      "No se conoce a nadie que siga enviando por {ports}, pero no es seguro: hay usuarios en puertos desconocidos o días sin registros."
    case .forecastNotFalling: "Sin previsión: el número de usuarios no baja."
    case .forecastTooFewDays: "Todavía sin previsión: la recta necesita {days} días, y cada uno mira una semana atrás."
    case .withinSeven: "En siete días"
    case .thatDay: "Ese día"
    case .noLogs: "sin registros"
    case .movement: "Quién ha migrado"
    case .movementWindows: "Del {beforeFrom} al {beforeTo}, comparado con los días del {afterFrom} al {afterTo}."
    case .movementNoLogs: "Nada que comparar: no hay registros del {from} al {to}."
    case .movementNobody: "Nadie migró y nadie llegó."
    case .notSeen: "no visto"
    case .breaks: "Lo que todavía dejaría de funcionar"
    case .breaksNobody: "Nada, hasta donde muestran estos días."
    case .waves: "Etapas"
    case .wavesIntro:
      "Quien menos pierde va primero. La etapa 1 ya ha migrado, y cambiar esas cuentas no perjudica a nadie; quien está en la etapa 2 no fue visto en {days} días y puede volver a enviar por {ports}. Todos los nombres están en waves.csv."
    case .wave: "Etapa"
    case .lastSubmission: "Último inicio de sesión por un puerto de submission"
    case .recentMessages: "Mensajes por {ports}"
    case .waveReady: "ya han migrado"
    case .waveSilent: "no vistos en esos días"
    case .waveBlocked: "ya rechazados"
    case .waveUnknown: "en puertos que el registro no indica"
    case .waveMoving: "usan ambos"
    case .waveNotReady: "usan solo {ports}"
    }
  }

  func forms(_ phrase: TrendCount) -> (one: String, other: String) {
    switch phrase {
    case .cutOff:
      (
        "No cierre: {count} usuario se quedaría sin enviar",
        "No cierre: {count} usuarios se quedarían sin enviar"
      )
    case .notCutOff:
      (
        "Aún sin terminar: {count} usuario todavía envía por {ports}",
        "Aún sin terminar: {count} usuarios todavía envían por {ports}"
      )
    case .onReturn:
      (
        "{count} usuario fue visto por {ports} por última vez antes de esos días, no ha migrado y se quedaría sin enviar al volver.",
        "{count} usuarios fueron vistos por {ports} por última vez antes de esos días, no han migrado y se quedarían sin enviar al volver."
      )
    case .already:
      (
        "{count} usuario ya es rechazado al enviar: el cierre no cambia nada para él, pero él, o uno de sus dispositivos, necesita ayuda.",
        "{count} usuarios ya son rechazados al enviar: el cierre no cambia nada para ellos, pero ellos, o uno de sus dispositivos, necesitan ayuda."
      )
    case .perhaps:
      (
        "{count} usuario está en puertos que el registro no indica.",
        "{count} usuarios están en puertos que el registro no indica."
      )
    case .namelessLogins:
      (
        "{count} autenticación por {ports} no tiene nombre legible.",
        "{count} autenticaciones por {ports} no tienen nombre legible."
      )
    case .namelessPerhaps:
      (
        "{count} autenticación sin nombre legible está en un puerto desconocido.",
        "{count} autenticaciones sin nombre legible están en puertos desconocidos."
      )
    case .claims:
      (
        "{count} remitente que nunca inició sesión fue rechazado: es un usuario, o fue inventado. No entra en ninguna cifra de aquí.",
        "{count} remitentes que nunca iniciaron sesión fueron rechazados: son usuarios, o fueron inventados. No entran en ninguna cifra de aquí."
      )
    case .relayedMessages:
      (
        "{count} mensaje se retransmitió sin autenticación.",
        "{count} mensajes se retransmitieron sin autenticación."
      )
    case .moreInMovement: ("… y {count} usuario más (vea movement.csv)", "… y {count} usuarios más (vea movement.csv)")
    case .moreInWaves: ("… y {count} usuario más (vea waves.csv)", "… y {count} usuarios más (vea waves.csv)")
    }
  }

  func name(_ movement: Movement) -> String {
    switch movement {
    case .newlyAffected: "nuevos afectados"
    case .cameBack: "han vuelto"
    case .stillThere: "siguen ahí"
    case .moved: "han migrado"
    case .goneSilent: "en silencio"
    case .unclear: "no se puede decir"
    }
  }

  func name(_ breaks: CutoverBreak) -> String {
    switch breaks {
    case .now: "se quedarían sin enviar"
    case .onReturn: "se quedarían sin enviar al volver"
    case .already: "ya rechazados"
    case .perhaps: "puerto desconocido"
    }
  }
}
