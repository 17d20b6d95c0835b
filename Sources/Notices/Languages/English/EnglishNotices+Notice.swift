extension EnglishNotices {
  /// The notice to a user.
  static let notice = """
    Subject: {{#reminder}}Reminder: {{/reminder}}{{#last}}Last notice: {{/last}}{{#blocked}}how to send mail from {{account}} again{{/blocked}}{{^blocked}}{{#past}}a setting of {{account}} is still to be changed{{/past}}{{^past}}please change one e-mail setting before {{cutoverShort}}{{/past}}{{/blocked}}

    Hello,

    {{#blocked}}
    {{#person}}Some of your messages from{{/person}}{{#device}}Messages of a device or system that uses{{/device}} **{{account}}** are not going out, and the remedy is simple: one setting for sending needs to be changed. It takes about five minutes, and the steps are below. Mail that you receive keeps arriving as usual.
    {{/blocked}}
    {{^blocked}}
    {{#past}}
    Since **{{cutover}}**, sending mail from **{{account}}** needs one changed setting, and we have seen that yours is still the old one. It takes about five minutes, and the steps are below. Mail that you receive keeps arriving as usual.
    {{/past}}
    {{^past}}
    {{#person}}So that you can go on sending mail from{{/person}}{{#device}}So that the device or system that uses{{/device}} **{{account}}** {{#person}}without interruption{{/person}}{{#device}}can go on sending mail{{/device}}, please change one setting for sending before **{{cutover}}**. It takes about five minutes, and the steps are below. Mail that you receive keeps arriving as usual.
    {{/past}}
    {{/blocked}}

    {{#reminder}}
    We have written to you about this before. If you have changed all your devices just now, there is nothing left to do: send a message, so that we can see that it works.
    {{/reminder}}
    {{#last}}
    **This is the last notice that we send about this.** If something keeps you from changing it, please talk to us now, so that we find a way together.
    {{/last}}

    {{#moving}}
    At least one of your devices uses the new setting already, thank you! What may be left is listed under “What we have seen”.
    {{/moving}}
    {{#unknown}}
    {{^refused}}
    Our records do not say for certain which setting you use today. If the values below are yours already, there is nothing to change.
    {{/refused}}
    {{/unknown}}

    {{#noLogin}}
    **Your program reaches the new port already, but it does not log in there.** What is missing is authentication: switch it on (“My server requires authentication”), with user name and password as below.
    {{/noLogin}}

    ## What to set

    These are the right values for **sending** (outgoing server, also called SMTP):

    | Outgoing server | `{{server}}` |
    {{#starttls}}
    | Port | `{{starttlsPort}}` with STARTTLS (some programs call it “TLS”) |
    {{/starttls}}
    {{#both}}
    | Or, if you prefer | port `{{tlsPort}}` with SSL/TLS |
    {{/both}}
    {{^both}}
    {{#tls}}
    | Port | `{{tlsPort}}` with SSL/TLS |
    {{/tls}}
    {{/both}}
    | Authentication | on (“My server requires authentication”) |
    | User name | `{{userName}}` |
    | Password | the one that you already use for this account |

    ## Step by step: {{clientTitle}}

    {{#guessed}}
    {{#person}}From what we have seen, this seems to be your program. If it is another one, look further down.{{/person}}{{#device}}From what we have seen, this is what uses the account. If you do not look after that device or system, please pass this message on to whoever does.{{/device}}
    {{/guessed}}

    1. Open: {{clientPath}}
    {{#clientSteps}}
    1. {{text}}
    {{/clientSteps}}

    {{#clientNote}}
    {{clientNote}}
    {{/clientNote}}

    {{#unverified}}
    In recent versions the menus may be named a little differently.
    {{/unverified}}

    {{#clientLink}}
    The maker’s page: {{clientLink}}
    {{/clientLink}}

    {{#hasOthers}}
    ## Another program?

    The values are the same. This is where you find them:

    {{#others}}
    - **{{title}}**: {{path}}
    {{/others}}
    {{/hasOthers}}

    {{#guide}}
    More instructions, with pictures: {{guide}}
    {{/guide}}
    {{#autoconfig}}
    When the account is added again, many programs find the right values by themselves. They are published at {{autoconfig}}
    {{/autoconfig}}
    {{#profile}}
    Do you use an iPhone, iPad or Mac? The attached file sets up the account with the right values. With IMAP the old account can be removed afterwards; with POP, ask us first: mail that is only on the device would be lost.
    {{/profile}}

    {{#hasDevices}}
    ## What we have seen

    {{#unknown}}So that you can tell which device it is about, these are the last times we have seen (time zone {{zone}}); which setting was used, our records do not say:{{/unknown}}{{^unknown}}{{#noLogin}}So that you can tell which device needs the change, these are the last times that we have seen (time zone {{zone}}):{{/noLogin}}{{^noLogin}}So that you can tell which device needs the change, these are the last times the old setting was used (time zone {{zone}}):{{/noLogin}}{{/unknown}}

    {{#devices}}
    - **{{name}}**, {{when}}, from the address {{address}}{{#perhaps}} (which setting it used is not known){{/perhaps}}
    {{/devices}}
    {{#more}}
    - and {{more}} more
    {{/more}}

    Is there one that you do not know? Tell us, and change your password the way you always do.
    {{/hasDevices}}

    ## If nothing is done

    {{#refused}}
    Messages sent with the old setting are being refused already, and that will go on.
    {{/refused}}
    {{^refused}}
    {{#past}}Messages sent with the old setting may be refused at any time.{{/past}}{{^past}}From {{cutoverShort}} on, messages sent with the old setting will be refused.{{/past}}
    {{/refused}}
    {{#errorText}}
    The program will show an error like this one:

    > {{errorText}}
    {{/errorText}}

    Nothing in your mailbox will be lost: only sending is affected.

    ## Questions?

    Please ask {{contact}}. We are glad to help.

    This message does not ask for your password and has no link that does. To make sure that it is genuine, ask through the contacts that you know.

    Kind regards,

    {{organisation}}

    {{#optOut}}
    You do not want these notices? {{optOut}}
    {{/optOut}}
    """

  /// The thanks to a user who has moved.
  static let thanks = """
    Subject: {{account}} is ready, thank you

    Hello,

    We have seen that **{{account}}** now sends mail with the new setting. Thank you! There is nothing left for you to do.

    Should you set up another device one day, use these values for sending:

    | Outgoing server | `{{server}}` |
    {{#starttls}}
    | Port | `{{starttlsPort}}` with STARTTLS |
    {{/starttls}}
    {{#tls}}
    | Port with SSL/TLS | `{{tlsPort}}` |
    {{/tls}}
    | User name | `{{userName}}` |

    Questions? Please ask {{contact}}.

    Kind regards,

    {{organisation}}

    {{#optOut}}
    You do not want these notices? {{optOut}}
    {{/optOut}}
    """

  /// The digest for administrators.
  static let digest = """
    Subject: Submission port notices ({{cutoverShort}}): summary for administrators

    The summary of this run of the notices about the change of **{{cutover}}**. The whole list is in the attached CSV file.

    ## Figures

    {{#figures}}
    | {{label}} | {{count}} |
    {{/figures}}

    {{#hasShared}}
    ## For you to handle: shared accounts and customers’ servers

    These accounts got no notice, since a notice to a user would not help.

    {{#shared}}
    - **{{identity}}** ({{detail}}): {{text}}
    {{/shared}}
    {{/hasShared}}

    {{#hasFailures}}
    ## Not delivered

    {{#failures}}
    - **{{identity}}**: {{detail}}
    {{/failures}}
    {{/hasFailures}}
    """
}
