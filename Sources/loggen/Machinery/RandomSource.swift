/// A stream of random numbers that is the same on every machine for the same seed.
///
/// xoshiro256** (Blackman and Vigna), its state filled by SplitMix64 so that neighbouring seeds give unlike streams.
struct RandomSource: RandomNumberGenerator {
  private var a: UInt64
  private var b: UInt64
  private var c: UInt64
  private var d: UInt64

  init(seed: UInt64) {
    var filler = SplitMix64(state: seed)
    a = filler.next()
    b = filler.next()
    c = filler.next()
    d = filler.next()
  }

  mutating func next() -> UInt64 {
    let scrambled = b &* 5
    let result = ((scrambled << 7) | (scrambled >> 57)) &* 9
    let shifted = b << 17
    c ^= a
    d ^= b
    b ^= c
    a ^= d
    c ^= shifted
    d = (d << 45) | (d >> 19)
    return result
  }

  /// A number from 0 up to, and without, `bound`.
  mutating func below(_ bound: Int) -> Int {
    Int(next().multipliedFullWidth(by: UInt64(bound)).high)
  }

  /// True in so many of a thousand cases.
  mutating func happens(perMille: Int) -> Bool { below(1000) < perMille }

  /// A small number from 1 to `most`, each half as likely as the one before it.
  mutating func few(upTo most: Int) -> Int {
    min(most, 1 + (next() | (1 << 62)).trailingZeroBitCount)
  }
}
