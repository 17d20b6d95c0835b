/// The phrases about the server itself: in the report beside the users, and in what a probe prints.
enum ServerPhrase: String, CaseIterable, Sendable {
  // The answer
  case serverQuestion, serverReady, serverNotReady, serverUnjudged, serverAttention, closeWaitsForServer
  case probedAt, probedLongAgo, settingsReadAt, phaseOf, phaseUnknown, nextStep, notJudged
  // Columns and cells
  case serverHost, serverAddress, serverPort, serverMode, serverState, serverGreeting, serverTLS, serverCertificate
  case serverName, serverChecks, serverCheck, serverVerdict, serverSeverity, serverSeen, whatToDo, toPutRight
  case nameMatches, nameDiffers, trustUntil, allPassed, portOf, consolePath
  // What a probe prints
  case probeTitle, probeBeforeMove, probeReady, probeNotReady, probeNotJudged, probeNotAsked, alsoAt, unknownNameRemedy
}
