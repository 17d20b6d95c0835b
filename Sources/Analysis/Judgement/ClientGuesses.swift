import MailModel

/// What programs and devices are, each answer worked out once: of many thousand clients most say a name that others say too.
///
/// Recognisers see nothing but `ClientFacts`: the name, and three things of which there are twelve combinations. So an answer holds
/// for every client with the same name and the same combination.
struct ClientGuesses {
  private struct Answer {
    var guess: ClientGuess
    var confidence: Confidence
  }

  private let helos: [String]
  /// What the recognisers said, by name and combination; nothing when they were not asked yet.
  private var answers: [Answer?]
  /// The addresses that names stand for, and by number of the name which of them, where it stands for one.
  private var literals: [IPAddress] = []
  private var literalOfName: [Int32]
  private static let notAsked: Int32 = -1
  private static let none: Int32 = -2

  /// For clients with these HELO names, and for clients without one.
  init(helos: [String]) {
    self.helos = helos
    answers = Array(repeating: nil, count: (helos.count + 1) * ClientFacts.combinations)
    literalOfName = Array(repeating: ClientGuesses.notAsked, count: helos.count)
  }

  /// What a client is that says the HELO name with this number.
  mutating func guess(
    helo number: Int?, address: IPAddress, identities: Int, isServerItself: Bool
  ) -> (guess: ClientGuess, confidence: Confidence) {
    let saysOwnAddress = number.flatMap { literal($0) } == address
    let senders = SenderRange(identities)
    let combination = ClientFacts.combination(
      saysOwnAddress: saysOwnAddress, isServerItself: isServerItself, senders: senders)
    let place = (number ?? helos.count) * ClientFacts.combinations + combination
    if let known = answers[place] { return (known.guess, known.confidence) }
    let (guess, confidence) = ClientRecognisers.guess(
      ClientFacts(
        name: number.flatMap { HeloName(helos[$0]) }, saysOwnAddress: saysOwnAddress, isServerItself: isServerItself,
        senders: senders))
    answers[place] = Answer(guess: guess, confidence: confidence)
    return (guess, confidence)
  }

  private mutating func literal(_ number: Int) -> IPAddress? {
    if literalOfName[number] == ClientGuesses.notAsked {
      literalOfName[number] = ClientGuesses.none
      // Nearly all names are names: only one in brackets is an address.
      if ClientGuesses.hasBracket(helos[number]), let address = HeloName(helos[number])?.literal {
        literalOfName[number] = Int32(literals.count)
        literals.append(address)
      }
    }
    let place = literalOfName[number]
    return place < 0 ? nil : literals[Int(place)]
  }

  private static func hasBracket(_ name: String) -> Bool {
    let bytes = name.utf8.span
    for i in bytes.indices where bytes[i] == UInt8(ascii: "[") { return true }
    return false
  }
}
