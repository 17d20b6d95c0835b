import LogFormats
import MailModel
import Testing

@Suite("IceWarp: connections, summaries, service lines")
struct IceWarpRemarkTests {
  static let p = IceWarpRow.peer

  static let connections: [IceWarpRow] = [
    IceWarpRow("as in 2004", "Connected", .connected, p),
    IceWarpRow("as in 10.3", "Connected, local IP=192.0.2.10", .connected, p, "192.0.2.10"),
    IceWarpRow("with port", "Connected, local IP=192.0.2.10:587", .connected, code: 587, p, "192.0.2.10"),
    IceWarpRow("port apart", "Connected, local IP=192.0.2.10, port=465", .connected, code: 465, p, "192.0.2.10"),
    IceWarpRow("local port", "Connected, local IP=192.0.2.10, local port=25", .connected, code: 25, p, "192.0.2.10"),
    IceWarpRow("IPv6", "Connected, local IP=2001:db8::10", .connected, p, "2001:db8::10"),
    IceWarpRow("IPv6 in brackets", "Connected, local IP=[2001:db8::10]", .connected, p, "2001:db8::10"),
    IceWarpRow(
      "IPv6 with port", "Connected, local IP=[2001:db8::10]:587", .connected, code: 587, p, "2001:db8::10"),
    IceWarpRow("bracket that stays open", "Connected, local IP=[2001:db8::10", .connected, p, "2001:db8::10"),
    IceWarpRow("too great a port", "Connected, local IP=192.0.2.10:99999", .connected, p, "192.0.2.10"),
    IceWarpRow("port 0", "Connected, local IP=192.0.2.10:0", .connected, p, "192.0.2.10"),
    IceWarpRow("colon and no port", "Connected, local IP=192.0.2.10:", .connected, p, "192.0.2.10"),
    IceWarpRow(
      "the client's port is not ours", "Connected, local IP=192.0.2.10, remote port=51234", .connected, p, "192.0.2.10"),
    IceWarpRow(
      "the client's address is not ours", "Connected, remote IP=198.51.100.7:51234, local IP=192.0.2.10:25", .connected,
      code: 25, p, "192.0.2.10"),
    IceWarpRow("no address", "Connected, local IP=", .connected, p),
    IceWarpRow("end", "Disconnected", .disconnected, p),
    IceWarpRow("end with more", "Disconnected, 12 seconds", .disconnected, p),
    IceWarpRow("processing", "Start of mail processing", .ignored),
    IceWarpRow("another remark", "Something new", .unrecognised),
    IceWarpRow("a word that begins like a remark", "Connecting", .unrecognised),
    IceWarpRow("nothing but the frame", "", .ignored),
  ]

  static let summaries: [IceWarpRow] = [
    IceWarpRow(
      "with id", "*** <ana@example.com> <cliente@example.net> 1 2804 00:00:01 OK YAR93710", .summary, "ana@example.com",
      "OK YAR93710"),
    IceWarpRow(
      "long id", "*** <ana@example.com> <cliente@example.net> 1 2804 00:00:01 OK 202603160800000001", .summary,
      "ana@example.com", "OK 202603160800000001"),
    IceWarpRow(
      "no id", "*** <ana@example.com> <cliente@example.net> 1 348 00:00:00 OK", .summary, "ana@example.com", "OK"),
    IceWarpRow("null sender", "*** <> <ana@example.com> 1 348 00:00:00 OK ABC12345", .summary, "", "OK ABC12345"),
    IceWarpRow(
      "three recipients", "*** <a@example.com> <b@example.net> <c@example.net> <d@example.net> 3 348 00:00:00 OK X",
      .summary, "a@example.com", "OK X"),
    IceWarpRow(
      "recipients with commas", "*** <a@example.com> <b@example.net>,<c@example.net> 2 348 00:00:00 OK X", .summary,
      "a@example.com", "OK X"),
    IceWarpRow(
      "recipients with semicolons", "*** <a@example.com> <b@example.net>; <c@example.net> 2 348 00:00:00 OK X",
      .summary,
      "a@example.com", "OK X"),
    IceWarpRow(
      "subject behind the id", "*** <a@example.com> <b@example.net> 1 348 00:00:00 OK X Re: a > b", .summary,
      "a@example.com", "OK X Re: a > b"),
    IceWarpRow(
      "another status", "*** <a@example.com> <b@example.net> 1 348 00:00:00 Failed", .summary, "a@example.com", "Failed"
    ),
    IceWarpRow("no status", "*** <a@example.com> <b@example.net> 1 348 00:00:00", .summary, "a@example.com", ""),
    IceWarpRow("no duration", "*** <a@example.com> <b@example.net> 1 348", .malformed),
    IceWarpRow("sender cut off", "*** <a@exam", .malformed),
    IceWarpRow("no sender", "*** hello", .unrecognised),
    IceWarpRow("stars alone", "*** ", .unrecognised),
  ]

  static let others: [IceWarpRow] = [
    IceWarpRow("service line", "|SYSTEM [0000] 00:03:52 Forwarded mails older than 20 days from 'a' to 'b'", .ignored),
    IceWarpRow(
      "service line of 2001", "|SYSTEM [00000000] Fri, 19 Jan 2001 11:36:54 +0100 SMTP Service started", .ignored),
    IceWarpRow("another word for the peer", "|Challenge [0001] 11:24:42 0.648605 1 0 23 0", .ignored),
    IceWarpRow("further line of a reply", "|250-SIZE 41943040", .ignored),
    IceWarpRow("last line of a reply", "|550 5.7.1 and so on", .ignored),
    IceWarpRow("empty", "|", .ignored),
    IceWarpRow("text", "|isto nao e uma linha de log", .unrecognised),
    IceWarpRow("HTML", "|<script>alert(1)</script>", .unrecognised),
    IceWarpRow("NUL bytes", "|\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0", .unrecognised),
    IceWarpRow("no thread", "|198.51.100.7 08:00:00 <<< QUIT", .unrecognised),
    IceWarpRow("thread that is no number", "|198.51.100.7 [WXYZ] 08:00:00 <<< QUIT", .unrecognised),
    IceWarpRow("thread of 17 digits", "|198.51.100.7 [0123456789ABCDEF0] 08:00:00 <<< QUIT", .unrecognised),
    IceWarpRow("empty thread", "|198.51.100.7 [] 08:00:00 <<< QUIT", .unrecognised),
    IceWarpRow("no peer", "|[0A10] 08:00:00 <<< QUIT", .unrecognised),
    IceWarpRow("no stamp", "|198.51.100.7 [0A10] <<< QUIT", .malformed),
    IceWarpRow("stamp cut off", "|198.51.100.7    [0A10] 08:0", .malformed),
    IceWarpRow("no such time", "|198.51.100.7    [0A10] 25:00:00 <<< QUIT", .malformed),
    IceWarpRow("no such minute", "|198.51.100.7    [0A10] 08:60:00 <<< QUIT", .malformed),
    IceWarpRow("letters for digits", "|198.51.100.7    [0A10] 0a:00:00 <<< QUIT", .malformed),
    IceWarpRow("no such day", "|198.51.100.7 [0A10] Thu, 31 Apr 2004 22:01:42 +0200 <<< QUIT", .malformed),
    IceWarpRow("no such month", "|198.51.100.7 [0A10] Thu, 30 Avr 2004 22:01:42 +0200 <<< QUIT", .malformed),
    IceWarpRow("no such day in digits", "|198.51.100.7 [0A10] 2026-02-29 08:00:00 <<< QUIT", .malformed),
  ]

  static let frames: [IceWarpRow] = [
    IceWarpRow("padded", "|10.6.21.6       [15C0] 00:02:10 <<< QUIT", .quit),
    IceWarpRow("not padded", "|10.6.21.6 [15C0] 00:02:10 <<< QUIT", .quit),
    IceWarpRow("longest IPv4", "|198.51.100.107  [15C0] 00:02:10 <<< QUIT", .quit),
    IceWarpRow("IPv6", "|2001:db8:1:2:3:4:5:6 [15C0] 00:02:10 <<< QUIT", .quit),
    IceWarpRow("short IPv6", "|::1             [15C0] 00:02:10 <<< QUIT", .quit),
    IceWarpRow("mapped IPv4", "|::ffff:198.51.100.7 [15C0] 00:02:10 <<< QUIT", .quit),
    IceWarpRow("tabs", "|198.51.100.7\t[15C0]\t00:02:10\t<<< QUIT", .quit),
    IceWarpRow("8 digits", "|127.0.0.1 [00000A1C] 22:01:42 <<< QUIT", .quit),
    IceWarpRow("16 digits", "|127.0.0.1 [0000000000000A1C] 22:01:42 <<< QUIT", .quit),
    IceWarpRow("small digits", "|127.0.0.1 [0a1c] 22:01:42 <<< QUIT", .quit),
  ]

  @Test("Connections", arguments: connections)
  func connection(row: IceWarpRow) { row.check() }

  @Test("Summaries", arguments: summaries)
  func summary(row: IceWarpRow) { row.check() }

  @Test("What is no dialogue, and what is nothing", arguments: others)
  func other(row: IceWarpRow) { row.check() }

  @Test("Peer and thread", arguments: frames)
  func frame(row: IceWarpRow) { row.check() }
}
