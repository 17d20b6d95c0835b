internal import CCurl

/// Says what a transfer's end means, from libcurl's code and the replies that were seen.
struct DeliveryJudge {
  let curlCode: Int
  let message: String
  let server: SubmissionServer
  let replies: [(code: Int, text: String)]
  let isHandedOver: Bool
  let isNewConnection: Bool

  var result: DeliveryResult {
    let place = "\(server.host):\(server.port)"
    if curlCode == Int(CURLE_OK.rawValue) { return .accepted(reply: replies.last?.text ?? "250") }
    switch curlCode {
    case Int(CURLE_LOGIN_DENIED.rawValue):
      if let last = replies.last, (400..<500).contains(last.code) {
        return .refused(stage: .greeting, code: last.code, reply: last.text)
      }
      return .loginRefused("\(place) refuses the login: \(replies.last?.text ?? message)")
    case Int(CURLE_PEER_FAILED_VERIFICATION.rawValue), Int(CURLE_USE_SSL_FAILED.rawValue),
      Int(CURLE_SSL_CONNECT_ERROR.rawValue), Int(CURLE_SSL_CACERT_BADFILE.rawValue),
      Int(CURLE_SSL_CERTPROBLEM.rawValue):
      return .notSecure("\(place): \(message)")
    default: break
    }
    guard let last = replies.last else {
      return isHandedOver ? .uncertain("\(place): \(message)") : .unreachable("\(place): \(message)")
    }
    // Where the message was complete and no reply to it came, nobody knows whether it was taken.
    if isHandedOver, last.code < 400 { return .uncertain("\(place): \(message)") }
    if last.code >= 400 { return .refused(stage: stage, code: last.code, reply: last.text) }
    return .unreachable("\(place): \(message)")
  }

  /// What the last reply answers: on a connection in use the first reply belongs to MAIL, on a new one the first behind 235.
  private var stage: DeliveryStage {
    if isHandedOver { return .content }
    let login = replies.lastIndex { $0.code == 235 }
    if isNewConnection, login == nil { return .greeting }
    switch replies.count - (login.map { $0 + 1 } ?? 0) {
    case 1: return .sender
    case 2: return .recipient
    case 3: return .data
    default: return .greeting
    }
  }
}
