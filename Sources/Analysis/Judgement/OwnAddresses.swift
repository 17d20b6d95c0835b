import MailModel

/// The addresses of the server itself, as the log shows them, and loopback.
struct OwnAddresses {
  /// In order: most servers have one or two, which are found quicker so than by hash.
  private let sorted: [IPAddress]

  init(_ addresses: Set<IPAddress>) { sorted = addresses.sorted() }

  func contains(_ address: IPAddress) -> Bool {
    if address.isLoopback { return true }
    var low = 0
    var high = sorted.count
    while low < high {
      let middle = (low + high) / 2
      if sorted[middle] < address { low = middle + 1 } else { high = middle }
    }
    return low < sorted.count && sorted[low] == address
  }
}
