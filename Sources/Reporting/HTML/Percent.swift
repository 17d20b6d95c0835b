/// Shares as SVG lengths, which stretch with the page and leave its letters alone.
enum Percent {
  /// A share as a length with three decimals, for instance `33.333%`; what is less than nothing is nothing.
  static func length(_ part: Int, of whole: Int) -> String {
    guard whole > 0 else { return "0%" }
    let thousandths = max(0, part) * 100_000 / whole
    let fraction = String(thousandths % 1000)
    return "\(thousandths / 1000)." + String(repeating: "0", count: 3 - fraction.count) + fraction + "%"
  }

  /// A share in whole percent for a reader, for instance `33 %`; what is not nothing is at least `< 1 %`.
  static func words(_ part: Int, of whole: Int) -> String {
    guard whole > 0 else { return "0 %" }
    let rounded = (part * 200 + whole) / (2 * whole)
    return part > 0 && rounded == 0 ? "< 1 %" : "\(rounded) %"
  }
}
