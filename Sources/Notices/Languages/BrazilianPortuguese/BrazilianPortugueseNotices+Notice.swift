extension BrazilianPortugueseNotices {
  /// The notice to a user.
  static let notice = """
    Subject: {{#reminder}}Lembrete: {{/reminder}}{{#last}}Último aviso: {{/last}}{{#blocked}}como voltar a enviar e-mails da conta {{account}}{{/blocked}}{{^blocked}}{{#past}}ajuste pendente para enviar e-mails da conta {{account}}{{/past}}{{^past}}ajuste necessário no seu e-mail antes de {{cutoverShort}}{{/past}}{{/blocked}}

    Olá!

    {{#blocked}}
    {{#person}}Algumas das mensagens que você envia pela conta{{/person}}{{#device}}Mensagens de um equipamento ou sistema que usa a conta{{/device}} **{{account}}** não estão saindo, e a solução é simples: basta ajustar uma configuração de envio. Leva cerca de cinco minutos, e o passo a passo está logo abaixo. Os e-mails que você recebe continuam chegando normalmente.
    {{/blocked}}
    {{^blocked}}
    {{#past}}
    Desde **{{cutover}}**, quem envia e-mails pela conta **{{account}}** precisa de um pequeno ajuste na configuração de envio, e vimos que o seu ainda não foi feito. Leva cerca de cinco minutos, e o passo a passo está logo abaixo. Os e-mails que você recebe continuam chegando normalmente.
    {{/past}}
    {{^past}}
    {{#person}}Para que você continue enviando e-mails pela conta{{/person}}{{#device}}Para que o equipamento ou sistema que usa a conta{{/device}} **{{account}}** {{#person}}sem interrupção{{/person}}{{#device}}continue enviando e-mails{{/device}}, pedimos um pequeno ajuste na configuração de envio antes de **{{cutover}}**. Leva cerca de cinco minutos, e o passo a passo está logo abaixo. Os e-mails que você recebe continuam chegando normalmente.
    {{/past}}
    {{/blocked}}

    {{#reminder}}
    Já escrevemos sobre este assunto. Se você fez o ajuste há pouco em todos os seus aparelhos, não precisa fazer mais nada: basta enviar uma mensagem para que possamos ver que deu certo.
    {{/reminder}}
    {{#last}}
    **Este é o último aviso que enviaremos sobre este assunto.** Se algo impede a mudança, fale conosco agora, para encontrarmos uma saída juntos.
    {{/last}}

    {{#moving}}
    Você já usa a nova configuração em pelo menos um aparelho, obrigado! O que ainda pode faltar aparece em “O que vimos”.
    {{/moving}}
    {{#unknown}}
    {{^refused}}
    O registro do servidor não permite dizer com certeza qual configuração você usa hoje. Se os dados abaixo já forem os seus, não é preciso mudar nada.
    {{/refused}}
    {{/unknown}}

    {{#noLogin}}
    **O seu programa já chega à porta nova, mas não faz login nela.** O que falta é a autenticação: ative-a (“Meu servidor requer autenticação”), com o nome de usuário e a senha indicados abaixo.
    {{/noLogin}}

    ## O que configurar

    Estes são os dados corretos para o **envio** (servidor de saída, também chamado de SMTP):

    | Servidor de saída | `{{server}}` |
    {{#starttls}}
    | Porta | `{{starttlsPort}}`, com segurança STARTTLS (em alguns programas, “TLS”) |
    {{/starttls}}
    {{#both}}
    | Ou, se preferir | porta `{{tlsPort}}`, com segurança SSL/TLS |
    {{/both}}
    {{^both}}
    {{#tls}}
    | Porta | `{{tlsPort}}`, com segurança SSL/TLS |
    {{/tls}}
    {{/both}}
    | Autenticação | ativada (“Meu servidor requer autenticação”) |
    | Nome de usuário | `{{userName}}` |
    | Senha | a mesma que você já usa nesta conta |

    ## Passo a passo: {{clientTitle}}

    {{#guessed}}
    {{#person}}Pelo que vimos, este parece ser o programa que você usa. Se não for, veja mais abaixo.{{/person}}{{#device}}Pelo que vimos, é isto que usa a conta. Se você não cuida desse equipamento ou sistema, encaminhe esta mensagem a quem cuida.{{/device}}
    {{/guessed}}

    1. Abra: {{clientPath}}
    {{#clientSteps}}
    1. {{text}}
    {{/clientSteps}}

    {{#clientNote}}
    {{clientNote}}
    {{/clientNote}}

    {{#unverified}}
    Em versões mais recentes, os nomes dos menus podem ser um pouco diferentes.
    {{/unverified}}

    {{#clientLink}}
    Página do fabricante: {{clientLink}}
    {{/clientLink}}

    {{#hasOthers}}
    ## Usa outro programa?

    Os dados são os mesmos. Você os encontra aqui:

    {{#others}}
    - **{{title}}**: {{path}}
    {{/others}}
    {{/hasOthers}}

    {{#guide}}
    Mais instruções, com imagens: {{guide}}
    {{/guide}}
    {{#autoconfig}}
    Ao adicionar a conta de novo, muitos programas encontram sozinhos os dados corretos. Eles estão publicados em {{autoconfig}}
    {{/autoconfig}}
    {{#profile}}
    Usa iPhone, iPad ou Mac? O arquivo em anexo cria a conta já com os dados corretos. Se a conta for IMAP, a antiga pode ser removida depois; se for POP, fale conosco antes: as mensagens que estão apenas no aparelho seriam perdidas.
    {{/profile}}

    {{#hasDevices}}
    ## O que vimos

    {{#unknown}}Para você reconhecer de qual aparelho se trata, estas foram as últimas vezes que vimos a conta ser usada para enviar (horário {{zone}}); nossos registros não dizem com qual configuração:{{/unknown}}{{^unknown}}{{#noLogin}}Para você reconhecer qual aparelho precisa do ajuste, estas foram as últimas tentativas de envio que vimos (horário {{zone}}):{{/noLogin}}{{^noLogin}}Para você reconhecer qual aparelho precisa do ajuste, estas foram as últimas vezes em que a configuração antiga foi usada (horário {{zone}}):{{/noLogin}}{{/unknown}}

    {{#devices}}
    - **{{name}}**, em {{when}}, a partir do endereço {{address}}{{#perhaps}} (não se sabe com qual configuração){{/perhaps}}
    {{/devices}}
    {{#more}}
    - e mais {{more}}
    {{/more}}

    Não reconhece algum deles? Avise-nos e troque a sua senha pelos caminhos que você já conhece.
    {{/hasDevices}}

    ## Se nada for feito

    {{#refused}}
    As mensagens enviadas com a configuração antiga já estão sendo recusadas e continuarão sendo.
    {{/refused}}
    {{^refused}}
    {{#past}}As mensagens enviadas com a configuração antiga podem ser recusadas a qualquer momento.{{/past}}{{^past}}A partir de {{cutoverShort}}, as mensagens enviadas com a configuração antiga serão recusadas.{{/past}}
    {{/refused}}
    {{#errorText}}
    O programa mostrará um erro como este:

    > {{errorText}}
    {{/errorText}}

    Nada do que está na sua caixa de e-mail será perdido: só o envio é afetado.

    ## Dúvidas?

    Fale com {{contact}}. Teremos prazer em ajudar.

    Esta mensagem não pede a sua senha e não tem nenhum link para informá-la. Se quiser confirmar que ela é verdadeira, pergunte pelos contatos de sempre.

    Atenciosamente,

    {{organisation}}

    {{#optOut}}
    Não quer mais receber estes avisos? {{optOut}}
    {{/optOut}}
    """

  /// The thanks to a user who has moved.
  static let thanks = """
    Subject: tudo certo com o envio de e-mails da conta {{account}}

    Olá!

    Vimos que a conta **{{account}}** já está enviando e-mails com a nova configuração. Muito obrigado! Você não precisa fazer mais nada.

    Se um dia configurar outro aparelho, use estes dados para o envio:

    | Servidor de saída | `{{server}}` |
    {{#starttls}}
    | Porta | `{{starttlsPort}}`, com segurança STARTTLS |
    {{/starttls}}
    {{#tls}}
    | Porta com SSL/TLS | `{{tlsPort}}` |
    {{/tls}}
    | Nome de usuário | `{{userName}}` |

    Dúvidas? Fale com {{contact}}.

    Atenciosamente,

    {{organisation}}

    {{#optOut}}
    Não quer mais receber estes avisos? {{optOut}}
    {{/optOut}}
    """

  /// The digest for administrators.
  static let digest = """
    Subject: Avisos da porta de envio ({{cutoverShort}}): resumo para administradores

    Resumo desta execução dos avisos sobre a mudança de **{{cutover}}**. A lista completa está no anexo CSV.

    ## Números

    {{#figures}}
    | {{label}} | {{count}} |
    {{/figures}}

    {{#hasShared}}
    ## Para você tratar: contas compartilhadas e servidores de clientes

    Estas contas não receberam aviso, porque um aviso ao usuário não resolveria.

    {{#shared}}
    - **{{identity}}** ({{detail}}): {{text}}
    {{/shared}}
    {{/hasShared}}

    {{#hasFailures}}
    ## Não entregues

    {{#failures}}
    - **{{identity}}**: {{detail}}
    {{/failures}}
    {{/hasFailures}}
    """
}
