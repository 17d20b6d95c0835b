import LogFormats
import MailModel
import Testing

/// Counters that stood in a line before are not read again; they must say the same.
@Suite("Postfix: counters known from the lines before")
struct PostfixCounterTests {
  private static let head = "Nov 23 16:29:25 mail postfix/smtpd[4156]: disconnect from unknown[192.0.2.11]"

  /// Counters of 31 to 97 bytes.
  private static let tails = [
    " ehlo=1 auth=1 quit=1 commands=3",
    " ehlo=2 auth=1 quit=1 commands=41",
    " ehlo=1 auth=0/1 rset=1 quit=1 commands=3/4",
    " ehlo=2 starttls=1 auth=1 mail=1 rcpt=1 data=1 quit=1 commands=8",
    " ehlo=2 starttls=1 auth=1 mail=2 rcpt=0/3 data=0/2 quit=1 commands=14/20",
    " ehlo=2 starttls=1 auth=1 mail=1 bdat=2 data=1 rcpt=1 rset=3 noop=10 vrfy=1 quit=1 commands=22/22",
    " ehlo=2 starttls=1 auth=1 mail=1 bdat=2 data=1 rcpt=1 rset=3 noop=100 vrfy=1 quit=1 commands=22/22",
  ]

  @Test("Any byte at any place is read as without the lines before", arguments: tails)
  func anyByte(tail: String) {
    let known = Array((Self.head + tail).utf8)
    var format = PostfixFormat(context: PostfixRow.context)
    for place in (known.count - tail.utf8.count)..<known.count {
      for value in Array(" =/0123456789adelmrstu".utf8) + [0, 0xff, known[place] ^ 1] {
        var line = known
        line[place] = value
        for bytes in [known, line, line] {
          let found = PostfixKnownPlacesTests.read(bytes, &format)
          #expect(found == PostfixKnownPlacesTests.readAnew(bytes), "\(String(decoding: bytes, as: UTF8.self))")
        }
      }
    }
  }

  @Test("Cut off anywhere, counters are read as without the lines before", arguments: tails)
  func prefixes(tail: String) {
    let known = Array((Self.head + tail).utf8)
    var format = PostfixFormat(context: PostfixRow.context)
    for end in (known.count - tail.utf8.count)...known.count {
      for bytes in [known, Array(known[..<end]), known] {
        let found = PostfixKnownPlacesTests.read(bytes, &format)
        #expect(found == PostfixKnownPlacesTests.readAnew(bytes), "\(end) bytes")
      }
    }
  }

  @Test("More different counters than are remembered")
  func many() {
    var format = PostfixFormat(context: PostfixRow.context)
    for _ in 0..<2 {
      for mail in 0..<40 {
        for refused in 0..<20 {
          let tail = " ehlo=1 mail=\(mail) rcpt=0/\(refused) data=\(mail)/\(mail + refused) quit=1 commands=9"
          let line = Array((Self.head + tail).utf8)
          #expect(PostfixKnownPlacesTests.read(line, &format) == PostfixKnownPlacesTests.readAnew(line))
        }
      }
    }
  }
}
