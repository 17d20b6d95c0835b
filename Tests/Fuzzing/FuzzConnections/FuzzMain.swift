// SwiftPM gives an executable's entry the name of its target and makes it `main`; libFuzzer's own `main` does the same
// as this one.

@_silgen_name("LLVMFuzzerRunDriver")
private func runDriver(
  _ count: UnsafeMutablePointer<CInt>,
  _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>>,
  _ body: @convention(c) (UnsafePointer<UInt8>, Int) -> CInt
) -> CInt

/// Hands the command line to libFuzzer, but for `--seeds`.
@_cdecl("FuzzConnections_main")
public func fuzzMain(_ count: CInt, _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>) -> CInt {
  let words = CommandLine.arguments
  if words.count == 3, words[1] == "--seeds" {
    do { try FuzzSeeds.write(to: words[2]) } catch { preconditionFailure("\(error)") }
    return 0
  }
  var count = count
  var arguments = unsafe arguments
  return unsafe runDriver(&count, &arguments) { unsafe fuzzOneInput($0, $1) }
}
