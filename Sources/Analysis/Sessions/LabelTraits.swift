import MailModel

/// What a service label (`postfix/submission`) says, worked out once.
struct LabelTraits: Sendable {
  /// A label that says no port and names no service: `postfix`, `postfix-out`.
  var isPlain: Bool
  /// The instance of Postfix: 0 for `postfix`, and for others a number above it.
  var instance: UInt32
  /// Whether the label is a name of its own and no part of an instance: `submission`, `postfix-submission`.
  var standsAlone: Bool
  /// Whether `--postfix-services` names it, and says more than that a proxy stands in front of it.
  var isInServices: Bool
  /// The port that it names, or 0.
  var port: UInt16
  /// Whether that is one for submission, so that a service without a label is another one.
  var namesSubmission: Bool

  /// - Parameter number: from 1, by which the label is known if it names an instance that none before it named.
  init(_ label: [UInt8], number: UInt32, _ context: PortContext) {
    let text = String(decoding: label, as: UTF8.self)
    isPlain = ServiceLabelPort.isPlain(text, context.policy)
    standsAlone = !label.contains(UInt8(ascii: "/"))
    instance = LabelTraits.instance(in: label).elementsEqual("postfix".utf8) ? 0 : number
    let named = context.services.filter { $0.syslogName == text }
    isInServices = !named.isEmpty && !(named.count == 1 && named[0].hidesPort(context.policy))
    port = ServiceLabelPort.port(SessionPortFacts(label: text), context) ?? 0
    namesSubmission = context.policy.isSubmission(Int(port))
  }

  /// What stands before the service: `postfix-out` in `postfix-out/submission`.
  static func instance(in label: [UInt8]) -> ArraySlice<UInt8> {
    label.lastIndex(of: UInt8(ascii: "/")).map { label[..<$0] } ?? label[...]
  }
}
