import MailModel

/// The values that several kinds of stored facts are made of.
extension ByteWriter {
  mutating func address(_ address: IPAddress) {
    flag(address.isIPv4)
    if address.isIPv4 {
      let bits = UInt32(truncatingIfNeeded: address.bits)
      for shift in [24, 16, 8, 0] as [UInt32] { number(UInt8(truncatingIfNeeded: bits >> shift)) }
    } else {
      word(UInt64(truncatingIfNeeded: address.bits >> 64))
      word(UInt64(truncatingIfNeeded: address.bits))
    }
  }

  mutating func visit(_ fact: AddressFact) {
    number(fact.sessions)
    number(fact.deliveries)
    number(fact.unfollowed)
    signed(fact.firstAt.milliseconds)
    signed(fact.lastAt.milliseconds &- fact.firstAt.milliseconds)
  }

  mutating func moment(_ moment: Int64?) {
    flag(moment != nil)
    if let moment { signed(moment) }
  }

  mutating func mark(_ mark: LineMark) {
    number(mark.source)
    number(mark.piece)
    number(mark.line)
  }

  mutating func span(_ span: SessionSpan) {
    signed(span.firstAt.milliseconds)
    signed(span.lastAt.milliseconds &- span.firstAt.milliseconds)
    mark(span.firstMark)
    flag(span.lastMark == span.firstMark)
    if span.lastMark != span.firstMark { mark(span.lastMark) }
  }
}
