import MailModel

/// What to change in: Email app on Android.
enum AndroidMailInstructions {
  /// For the registry.
  static let instructions = ClientInstructions(
    identifier: "android-mail", preferred: .starttls,
    texts: [.english: english, .brazilianPortuguese: brazilianPortuguese, .spanish: spanish])

  private static let english = """
    title: Email app on Android
    verified: yes
    source: the texts of Android’s own Email app (AOSP), https://github.com/LineageOS/android_packages_apps_Email
    path: The account > Settings > Outgoing settings
    step: Security type first: {{security}} (it fills in a port). Then SMTP server {{server}} and port {{port}}.
    step: Tick “Require signin”; user name {{user}}.
    """

  private static let brazilianPortuguese = """
    title: Aplicativo de e-mail do Android
    verified: yes
    source: the texts of Android’s own Email app (AOSP), https://github.com/LineageOS/android_packages_apps_Email
    path: A conta > Configurações > Configurações enviadas
    step: Primeiro o tipo de segurança: {{security}} (ele preenche a porta). Depois, servidor SMTP {{server}} e
      porta {{port}}.
    step: Marque “Exigir login”; usuário {{user}}.
    """

  private static let spanish = """
    title: Aplicación de correo de Android
    verified: yes
    source: the texts of Android’s own Email app (AOSP), https://github.com/LineageOS/android_packages_apps_Email
    path: La cuenta > Ajustes > Ajustes de salida
    step: Primero el tipo de seguridad: {{security}} (rellena el puerto). Después, servidor SMTP {{server}} y puerto
      {{port}}.
    step: Marque “Solicitar inicio de sesión”; usuario {{user}}.
    """
}
