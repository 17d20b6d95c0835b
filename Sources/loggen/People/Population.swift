/// The users, addresses and correspondents of a mail server that does not exist.
struct Population: Sendable {
  /// The domains of the users; the first has most of them.
  static let localDomains = ["example.com", "example.org", "filial.example.com"]
  private static let foreignDomains = [
    "example.net", "loja.example", "banco.example", "fornecedor.example", "noticias.example", "news.example.net",
    "transportes.example", "revista.example",
  ]
  private static let givenNames = [
    "ana", "antonio", "beatriz", "bruno", "camila", "carlos", "cristina", "daniel", "eduardo", "fernanda", "francisco",
    "gabriel", "helena", "igor", "joao", "jose", "juliana", "larissa", "leonardo", "lucas", "luiz", "marcia", "marcos",
    "maria", "mariana", "natalia", "otavio", "patricia", "paulo", "pedro", "rafael", "renata", "ricardo", "rodrigo",
    "sandra", "sonia", "thiago", "vanessa", "vera", "wagner",
  ]
  private static let familyNames = [
    "almeida", "alves", "araujo", "barbosa", "batista", "borges", "campos", "cardoso", "carvalho", "castro", "costa",
    "dias", "duarte", "ferreira", "freitas", "gomes", "lima", "lopes", "machado", "martins", "melo", "mendes",
    "monteiro",
    "moraes", "nunes", "oliveira", "pereira", "pinto", "ramos", "ribeiro", "rocha", "rodrigues", "santos", "silva",
    "soares", "souza", "teixeira", "vieira",
  ]

  /// The login of each user, which is the user's address.
  let logins: [[UInt8]]
  /// The name of each user's computer as HELO says it.
  let computers: [[UInt8]]
  /// The text of each address; the last one is loopback.
  let addresses: [[UInt8]]
  private let shares: [AddressRole: Range<Int>]

  init(users: Int, addresses count: Int) {
    var logins: [[UInt8]] = []
    var computers: [[UInt8]] = []
    for user in 0..<users {
      let given = Population.givenNames[user % Population.givenNames.count]
      let family = Population.familyNames[user / Population.givenNames.count % Population.familyNames.count]
      let round = user / (Population.givenNames.count * Population.familyNames.count)
      let domain = Population.localDomains[Population.domain(ofUser: user)]
      logins.append(Array("\(given).\(family)\(round == 0 ? "" : String(round))@\(domain)".utf8))
      switch user % 5 {
      case 0: computers.append(Array("localhost.localdomain".utf8))
      case 1: computers.append(Array("[192.168.\(user / 250 % 250).\(1 + user % 250)]".utf8))
      default: computers.append(Array("PC-\(given.uppercased())\(user)".utf8))
      }
    }
    self.logins = logins
    self.computers = computers

    let servers = max(1, count * 35 / 100)
    let guessers = max(1, count * 7 / 100)
    let devices = max(1, count * 3 / 100)
    let clients = max(1, count - servers - guessers - devices)
    let bounds = [0, clients, clients + servers, clients + servers + guessers, clients + servers + guessers + devices]
    var shares: [AddressRole: Range<Int>] = [:]
    var addresses: [[UInt8]] = []
    for (place, role) in AddressRole.allCases.enumerated() {
      shares[role] = bounds[place]..<bounds[place + 1]
      for number in 0..<bounds[place + 1] - bounds[place] {
        addresses.append(Population.address(number, of: role))
      }
    }
    addresses.append(Array("127.0.0.1".utf8))
    self.shares = shares
    self.addresses = addresses
  }

  /// The place of the loopback address.
  var loopback: Int { addresses.count - 1 }

  /// The place of a user's domain: seven in ten, two in ten, one in ten.
  static func domain(ofUser user: Int) -> Int {
    switch user % 10 {
    case 7, 8: 1
    case 9: 2
    default: 0
    }
  }

  /// Any address of a role.
  func address(of role: AddressRole, random: inout RandomSource) -> Int {
    guard let range = shares[role] else { return loopback }
    return range.lowerBound + random.below(range.count)
  }

  /// One of the two or three addresses from which a user connects.
  func address(ofUser user: Int, random: inout RandomSource) -> Int {
    guard let range = shares[.client] else { return loopback }
    return range.lowerBound + (user * 2 + random.below(3)) % range.count
  }

  /// An address outside, which no user of the server has.
  func foreign(_ number: Int) -> [UInt8] {
    let domain = Population.foreignDomains[number % Population.foreignDomains.count]
    let name = Population.givenNames[number / 8 % Population.givenNames.count]
    var text: [UInt8] = []
    text.append(contentsOf: name.utf8)
    text.append(46)
    text.append(decimal: number / 320)
    text.append(64)
    text.append(contentsOf: domain.utf8)
    return text
  }

  /// Spreads numbers over private networks (RFC 1918, RFC 6598) and the documentation network of IPv6 (RFC 3849); other servers,
  /// which nobody takes for his own, over the network for measurements (RFC 2544).
  private static func address(_ number: Int, of role: AddressRole) -> [UInt8] {
    switch role {
    case .client:
      if number % 50 == 49 { return Array("2001:db8:\(String(number % 0xffff, radix: 16)):\(number / 50)::7".utf8) }
      let spread = (number &* 7919 &+ 65_539) & 0xff_ffff
      return Array("10.\(spread >> 16).\(spread >> 8 & 255).\(spread & 255)".utf8)
    case .server:
      let spread = (number &* 5077 &+ 4099) & 0x1_ffff
      return Array("198.\(18 + spread >> 16).\(spread >> 8 & 255).\(spread & 255)".utf8)
    case .guesser:
      let spread = (number &* 3001 &+ 77) & 0x3f_ffff
      return Array("100.\(64 + spread >> 16).\(spread >> 8 & 255).\(spread & 255)".utf8)
    case .device:
      let spread = (number &* 257 &+ 10) & 0xffff
      return Array("192.168.\(spread >> 8).\(spread & 255)".utf8)
    }
  }
}
