import ArgumentParser

/// The stamps that IceWarp writes and that are known.
enum IceWarpStamp: String, ExpressibleByArgument, CaseIterable {
  /// `00:02:10`.
  case time
  /// `Mon, 16 May 2011 00:02:10 +0300`.
  case rfc822

  /// The same, as the clock knows it.
  var style: StampStyle { self == .time ? .time : .rfc822 }
}
