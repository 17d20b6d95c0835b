/// A message that was taken without a login and of which it is not known yet where it goes.
struct PendingMessage: Sendable {
  /// What became of it.
  enum Way {
    /// It went to another server.
    case relayed
    /// It was for somebody here.
    case delivered
    /// The log does not say.
    case unknown
  }

  /// A hash of its queue id.
  var id: UInt64
  /// The line that began it.
  var mark: LineMark
  /// A hash of the queue id that it had before a content filter had it.
  var idBefore: UInt64?
  /// Its envelope sender in lower case, once the log has told it; empty for the null sender.
  var sender: [UInt8]?
  var signs: MessageSigns = []

  /// Whether a queue id is or was its own.
  func has(_ id: UInt64) -> Bool { self.id == id || idBefore == id }

  /// Takes what a line says of it under a queue id.
  mutating func take(_ sign: MessageSigns, of id: UInt64) {
    guard id == idBefore else {
      signs.formUnion(sign)
      return
    }
    switch sign {
    case .delivered: signs.insert(.aliased)
    case .unclear: signs.insert(.named)
    case .gone: signs.insert(.filtered)
    default: signs.insert(.outside)
    }
  }

  /// Where it went, if nothing that is still to come can change that.
  ///
  /// The filter's answer (`queued as …`) comes behind the message that it has sent back, and with it whether that was for an alias.
  var way: Way? {
    if idBefore == nil {
      if signs.contains(.outside) { return .relayed }
      guard signs.contains(.gone) else { return nil }
    } else {
      guard signs.isSuperset(of: [.gone, .filtered]) else { return nil }
      if signs.contains(.outside) {
        if !signs.contains(.aliased) { return .relayed }
        return signs.contains(.named) ? .unknown : .delivered
      }
    }
    return signs.contains(.delivered) && !signs.contains(.unclear) ? .delivered : .unknown
  }
}
