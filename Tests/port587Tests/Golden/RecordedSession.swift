/// A line of `truth.tsv`: one session as its client saw it.
struct RecordedSession {
  var client: String
  var port: String
  var user: String
  var login: String
  var messages: Int
  var refused: String
  var story: String
}
