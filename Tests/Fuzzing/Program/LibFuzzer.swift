/// libFuzzer's own program, which calls back with one input after another.
enum LibFuzzer {
  /// What takes the inputs; a function of C carries no context.
  nonisolated(unsafe) private static var feed: ([UInt8]) -> Void = { _ in }

  /// Feeds until the options of the command line say that it is enough; libFuzzer may end the program itself.
  static func run(_ feed: @escaping ([UInt8]) -> Void) {
    unsafe LibFuzzer.feed = feed
    var count = CommandLine.argc
    var arguments = unsafe CommandLine.unsafeArgv
    _ = unsafe runDriver(&count, &arguments) { start, count in
      unsafe LibFuzzer.feed(Array(UnsafeBufferPointer(start: start, count: count)))
      return 0
    }
  }
}

@_silgen_name("LLVMFuzzerRunDriver")
private func runDriver(
  _ count: UnsafeMutablePointer<CInt>,
  _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>>,
  _ body: @convention(c) (UnsafePointer<UInt8>, Int) -> CInt
) -> CInt
