import Foundation
import Synchronization

/// Bytes read so far, shown on standard error while a run takes long enough to be wondered about.
final class ProgressMeter: Sendable {
  private let done = Atomic<Int>(0)
  private let lastShown = Atomic<Int>(0)
  private let total: Int
  private let started = DispatchTime.now().uptimeNanoseconds

  /// - Parameter total: bytes to be read, 0 when not known (packed files, standard input).
  init(total: Int) { self.total = total }

  func add(_ bytes: Int) {
    let now = done.add(bytes, ordering: .relaxed).newValue
    let elapsed = Int((DispatchTime.now().uptimeNanoseconds - started) / 1_000_000)
    let last = lastShown.load(ordering: .relaxed)
    guard elapsed > 1000, elapsed - last > 200,
      lastShown.compareExchange(expected: last, desired: elapsed, ordering: .relaxed).exchanged
    else { return }
    Console.show("\r" + line(now, elapsed) + "\u{1B}[K")
  }

  /// Takes the bar away.
  func finish() {
    if lastShown.load(ordering: .relaxed) > 0 { Console.show("\r\u{1B}[K") }
  }

  private func line(_ bytes: Int, _ elapsed: Int) -> String {
    let rate = bytes / max(1, elapsed) * 1000
    let speed = "\(bytes >> 20) MiB, \(rate >> 20) MiB/s"
    guard total > 0, bytes <= total else { return speed }
    let filled = 24 * bytes / max(1, total)
    let left = rate > 0 ? (total - bytes) / rate : 0
    let bar = String(repeating: "█", count: filled) + String(repeating: "░", count: 24 - filled)
    return "\(bar) \(100 * bytes / max(1, total)) %  \(speed)  \(left) s"
  }
}
