/// Sessions and records of one client address: ranges of the two sorted lists.
struct ClientRun {
  var sessions: Range<Int>
  var records: Range<Int>
}
