extension ProbeEvidence {
  /// Whether a port for submission refuses a sender who has not logged in, as it must (RFC 6409 section 4.3).
  func refusalWithoutLogin(of question: PolicyQuestion, needs: String) -> Judgement {
    switch answer(question, needs: needs, refusalIsRight: true) {
    case .failure(let unanswered): return unanswered.judgement
    case .success(let answer):
      guard let isAccepted = answer.isAccepted else { return .notRun(answer.text) }
      guard isAccepted else { return .pass(answer.refusalText) }
      return options.isFromTrusted
        ? .warn("taken without login from a trusted network: \(answer.text)")
        : .fail("taken without login: \(answer.text)")
    }
  }
}
