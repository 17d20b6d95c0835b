/// Why a report could not be made.
public enum RenderError: Error, Equatable, Sendable {
  /// The output has no document of this name.
  case unknownDocument(output: String, document: String)
  /// The model could not be encoded.
  case encoding(String)
  /// A template of ours is broken.
  case template(String)
  /// The sink took no more bytes, for instance because the disk is full or the reader closed its pipe.
  case sink(String)
}

extension RenderError: CustomStringConvertible {
  /// The error in words for the administrator.
  public var description: String {
    switch self {
    case .unknownDocument(let output, let document): "output \(output) has no document \(document)"
    case .encoding(let detail): "the report could not be encoded: \(detail)"
    case .template(let detail): "a report template is broken: \(detail)"
    case .sink(let detail): "the report could not be written: \(detail)"
    }
  }
}
