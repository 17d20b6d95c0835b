extension SpanishNotices {
  /// The notice to a user.
  static let notice = """
    Subject: {{#reminder}}Recordatorio: {{/reminder}}{{#last}}Último aviso: {{/last}}{{#blocked}}cómo volver a enviar correo desde {{account}}{{/blocked}}{{^blocked}}{{#past}}un ajuste pendiente para enviar correo desde {{account}}{{/past}}{{^past}}un ajuste necesario en su correo antes del {{cutoverShort}}{{/past}}{{/blocked}}

    Hola:

    {{#blocked}}
    {{#person}}Algunos de sus mensajes desde{{/person}}{{#device}}Los mensajes de un equipo o sistema que usa{{/device}} **{{account}}** no están saliendo, y la solución es sencilla: hay que cambiar un ajuste de envío. Lleva unos cinco minutos y los pasos están más abajo. El correo que recibe sigue llegando con normalidad.
    {{/blocked}}
    {{^blocked}}
    {{#past}}
    Desde el **{{cutover}}**, para enviar correo desde **{{account}}** hace falta cambiar un ajuste de envío, y hemos visto que el suyo sigue siendo el anterior. Lleva unos cinco minutos y los pasos están más abajo. El correo que recibe sigue llegando con normalidad.
    {{/past}}
    {{^past}}
    {{#person}}Para que pueda seguir enviando correo desde{{/person}}{{#device}}Para que el equipo o sistema que usa{{/device}} **{{account}}** {{#person}}sin interrupciones{{/person}}{{#device}}pueda seguir enviando correo{{/device}}, le pedimos que cambie un ajuste de envío antes del **{{cutover}}**. Lleva unos cinco minutos y los pasos están más abajo. El correo que recibe sigue llegando con normalidad.
    {{/past}}
    {{/blocked}}

    {{#reminder}}
    Ya le escribimos sobre este asunto. Si acaba de hacer el cambio en todos sus dispositivos, no tiene que hacer nada más: envíe un mensaje para que podamos ver que funciona.
    {{/reminder}}
    {{#last}}
    **Este es el último aviso que enviaremos sobre este asunto.** Si algo le impide hacer el cambio, hable con nosotros ahora, para encontrar juntos una solución.
    {{/last}}

    {{#moving}}
    Al menos uno de sus dispositivos ya usa la nueva configuración, ¡gracias! Lo que aún puede faltar aparece en «Lo que hemos visto».
    {{/moving}}
    {{#unknown}}
    {{^refused}}
    Nuestros registros no permiten decir con certeza qué configuración usa hoy. Si los datos de abajo ya son los suyos, no hay nada que cambiar.
    {{/refused}}
    {{/unknown}}

    {{#noLogin}}
    **Su programa ya llega al puerto nuevo, pero no inicia sesión en él.** Lo que falta es la autenticación: actívela («Mi servidor requiere autenticación»), con el nombre de usuario y la contraseña que se indican abajo.
    {{/noLogin}}

    ## Qué configurar

    Estos son los datos correctos para el **envío** (servidor de salida, también llamado SMTP):

    | Servidor de salida | `{{server}}` |
    {{#starttls}}
    | Puerto | `{{starttlsPort}}` con seguridad STARTTLS (en algunos programas, «TLS») |
    {{/starttls}}
    {{#both}}
    | O, si lo prefiere | puerto `{{tlsPort}}` con seguridad SSL/TLS |
    {{/both}}
    {{^both}}
    {{#tls}}
    | Puerto | `{{tlsPort}}` con seguridad SSL/TLS |
    {{/tls}}
    {{/both}}
    | Autenticación | activada («Mi servidor requiere autenticación») |
    | Nombre de usuario | `{{userName}}` |
    | Contraseña | la misma que ya usa en esta cuenta |

    ## Paso a paso: {{clientTitle}}

    {{#guessed}}
    {{#person}}Por lo que hemos visto, este parece ser su programa. Si es otro, mire más abajo.{{/person}}{{#device}}Por lo que hemos visto, esto es lo que usa la cuenta. Si usted no se ocupa de ese equipo o sistema, reenvíe este mensaje a quien lo haga.{{/device}}
    {{/guessed}}

    1. Abra: {{clientPath}}
    {{#clientSteps}}
    1. {{text}}
    {{/clientSteps}}

    {{#clientNote}}
    {{clientNote}}
    {{/clientNote}}

    {{#unverified}}
    En versiones recientes, los menús pueden llamarse de forma un poco distinta.
    {{/unverified}}

    {{#clientLink}}
    Página del fabricante: {{clientLink}}
    {{/clientLink}}

    {{#hasOthers}}
    ## ¿Usa otro programa?

    Los datos son los mismos. Los encontrará aquí:

    {{#others}}
    - **{{title}}**: {{path}}
    {{/others}}
    {{/hasOthers}}

    {{#guide}}
    Más instrucciones, con imágenes: {{guide}}
    {{/guide}}
    {{#autoconfig}}
    Al agregar la cuenta de nuevo, muchos programas encuentran solos los datos correctos. Están publicados en {{autoconfig}}
    {{/autoconfig}}
    {{#profile}}
    ¿Usa un iPhone, iPad o Mac? El archivo adjunto crea la cuenta con los datos correctos. Si la cuenta es IMAP, la anterior se puede quitar después; si es POP, consúltenos antes: se perdería el correo guardado solo en el dispositivo.
    {{/profile}}

    {{#hasDevices}}
    ## Lo que hemos visto

    {{#unknown}}Para que reconozca de qué dispositivo se trata, estas son las últimas veces que hemos visto usar la cuenta para enviar (hora {{zone}}); nuestros registros no dicen con qué configuración:{{/unknown}}{{^unknown}}{{#noLogin}}Para que reconozca qué dispositivo necesita el cambio, estos son los últimos intentos de envío que hemos visto (hora {{zone}}):{{/noLogin}}{{^noLogin}}Para que reconozca qué dispositivo necesita el cambio, estas son las últimas veces que se usó la configuración anterior (hora {{zone}}):{{/noLogin}}{{/unknown}}

    {{#devices}}
    - **{{name}}**, {{when}}, desde la dirección {{address}}{{#perhaps}} (no se sabe con qué configuración){{/perhaps}}
    {{/devices}}
    {{#more}}
    - y {{more}} más
    {{/more}}

    ¿No reconoce alguno? Avísenos y cambie su contraseña como lo hace siempre.
    {{/hasDevices}}

    ## Si no se hace nada

    {{#refused}}
    Los mensajes enviados con la configuración anterior ya se están rechazando, y seguirá siendo así.
    {{/refused}}
    {{^refused}}
    {{#past}}Los mensajes enviados con la configuración anterior pueden ser rechazados en cualquier momento.{{/past}}{{^past}}A partir del {{cutoverShort}}, los mensajes enviados con la configuración anterior serán rechazados.{{/past}}
    {{/refused}}
    {{#errorText}}
    El programa mostrará un error como este:

    > {{errorText}}
    {{/errorText}}

    No se perderá nada de lo que hay en su buzón: solo afecta al envío.

    ## ¿Preguntas?

    Consulte a {{contact}}. Le ayudaremos con gusto.

    Este mensaje no pide su contraseña ni contiene ningún enlace para introducirla. Si quiere confirmar que es auténtico, pregunte por los contactos que ya conoce.

    Un cordial saludo,

    {{organisation}}

    {{#optOut}}
    ¿No quiere recibir más estos avisos? {{optOut}}
    {{/optOut}}
    """

  /// The thanks to a user who has moved.
  static let thanks = """
    Subject: {{account}} ya está listo, gracias

    Hola:

    Hemos visto que **{{account}}** ya envía correo con la nueva configuración. ¡Muchas gracias! No tiene que hacer nada más.

    Si algún día configura otro dispositivo, use estos datos para el envío:

    | Servidor de salida | `{{server}}` |
    {{#starttls}}
    | Puerto | `{{starttlsPort}}` con seguridad STARTTLS |
    {{/starttls}}
    {{#tls}}
    | Puerto con SSL/TLS | `{{tlsPort}}` |
    {{/tls}}
    | Nombre de usuario | `{{userName}}` |

    ¿Preguntas? Consulte a {{contact}}.

    Un cordial saludo,

    {{organisation}}

    {{#optOut}}
    ¿No quiere recibir más estos avisos? {{optOut}}
    {{/optOut}}
    """

  /// The digest for administrators.
  static let digest = """
    Subject: Avisos del puerto de envío ({{cutoverShort}}): resumen para administradores

    Resumen de esta ejecución de los avisos sobre el cambio del **{{cutover}}**. La lista completa está en el CSV adjunto.

    ## Cifras

    {{#figures}}
    | {{label}} | {{count}} |
    {{/figures}}

    {{#hasShared}}
    ## Para usted: cuentas compartidas y servidores de clientes

    Estas cuentas no recibieron aviso, porque un aviso al usuario no serviría.

    {{#shared}}
    - **{{identity}}** ({{detail}}): {{text}}
    {{/shared}}
    {{/hasShared}}

    {{#hasFailures}}
    ## No entregados

    {{#failures}}
    - **{{identity}}**: {{detail}}
    {{/failures}}
    {{/hasFailures}}
    """
}
