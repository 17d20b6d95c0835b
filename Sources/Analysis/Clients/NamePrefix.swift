/// The first letters of a host name (ASCII), in lower case, as bytes.
struct NamePrefix: ExpressibleByStringLiteral, Sendable {
  let bytes: [UInt8]

  init(stringLiteral text: String) { bytes = Array(text.lowercased().utf8) }
}
