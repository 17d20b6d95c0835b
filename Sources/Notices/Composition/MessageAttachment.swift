/// A file that goes along with a message.
public struct MessageAttachment: Sendable, Equatable {
  /// Its name, without a folder.
  public var fileName: String
  /// Its media type, for instance `text/csv; charset=utf-8`.
  public var mediaType: String
  /// What it holds.
  public var bytes: [UInt8]

  /// Takes every part.
  public init(fileName: String, mediaType: String, bytes: [UInt8]) {
    self.fileName = fileName
    self.mediaType = mediaType
    self.bytes = bytes
  }
}
