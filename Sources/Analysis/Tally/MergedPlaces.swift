/// Where the rows of a tally that was merged into another are there, in the order of its rows.
struct MergedPlaces {
  var logins: [Int] = []
  var refusals: [Int] = []
}
