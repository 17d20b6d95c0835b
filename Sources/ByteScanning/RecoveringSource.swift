/// A gzip file that can be read twice: what libarchive does not give of it when it is cut or damaged is taken from zlib.
final class RecoveringSource: ByteSource {
  private let descriptor: OpenDescriptor
  private let path: String
  private let limits: UnpackLimits
  /// Missing when libarchive gave up while it was opening the file.
  private let reader: ArchiveReader?
  /// Why there is no reader.
  private let openingFault: FileError?
  private var given: Int64 = 0
  private var rest: GzipReader?
  private var isAtEnd = false

  /// Begins with what the reader gives, or with zlib if `failure` kept it from being made.
  init(
    _ reader: Result<ArchiveReader, FileError>, descriptor: OpenDescriptor, path: String, limits: UnpackLimits
  ) {
    switch reader {
    case .success(let reader):
      self.reader = reader
      openingFault = nil
    case .failure(let fault):
      self.reader = nil
      openingFault = fault
    }
    self.descriptor = descriptor
    self.path = path
    self.limits = limits
  }

  /// Why the end came early; nil as long as there may be more to read.
  var fault: FileError? {
    let first = reader?.fault ?? openingFault
    guard let rest else { return isAtEnd ? first : nil }
    return rest.isAtEnd ? rest.fault ?? first : nil
  }

  func read(into room: UnsafeMutableRawBufferPointer) -> Int {
    if let rest { return unsafe rest.read(into: room) }
    guard !isAtEnd else { return 0 }
    if let reader {
      let count = unsafe reader.read(into: room)
      given += Int64(count)
      if count > 0 { return count }
    }
    guard canHaveMore else {
      isAtEnd = true
      return 0
    }
    return unsafe leaveReader().read(into: room)
  }

  /// Goes on with zlib from where the reader is.
  ///
  /// To be called before the first read when libarchive does not see that this is a gzip file: it asks for a whole header.
  @discardableResult func leaveReader() -> GzipReader {
    if let rest { return rest }
    let rest = GzipReader(descriptor: descriptor, path: path, limits: limits)
    rest.skip(given)
    self.rest = rest
    return rest
  }

  /// Whether zlib may know more than libarchive, which has come to its end.
  private var canHaveMore: Bool {
    if let fault = reader?.fault ?? openingFault { return fault.isDamage }
    // A header that is cut looks to libarchive like something that may follow a gzip file.
    guard let reader else { return true }
    var head = [UInt8](repeating: 0, count: GzipReader.magic.count)
    let count = unsafe head.withUnsafeMutableBytes { unsafe descriptor.read(at: reader.packedBytes, into: $0) }
    return count > 0 && GzipReader.magic.starts(with: head[..<count])
  }
}
