/// What is counted by day and by nothing else.
struct DayCounts: Fact, Equatable {
  var sessions = 0
  var namelessLogins = 0
  var dialogueSessions = 0

  mutating func merge(_ other: DayCounts) {
    sessions += other.sessions
    namelessLogins += other.namelessLogins
    dialogueSessions += other.dialogueSessions
  }
}
