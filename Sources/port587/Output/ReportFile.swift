import ByteScanning
import Reporting

/// A file as a place where an output writes, put in place when it is whole.
struct ReportFile: ByteSink {
  private let file: ReplacingFile

  init(path: String, access: FileAccess) throws(RenderError) {
    do throws(WriteFault) { file = try ReplacingFile(path: path, access: access) } catch { throw .sink("\(error)") }
  }

  mutating func write(_ bytes: [UInt8]) throws(RenderError) {
    do throws(WriteFault) { try file.write(bytes) } catch { throw .sink("\(error)") }
  }

  func finish() throws(RenderError) {
    do throws(WriteFault) { try file.finish() } catch { throw .sink("\(error)") }
  }
}
