internal import CCurl

/// The network library underneath, which is loaded by the first use.
public enum TransportLibrary {
  /// Why there is no network, with what to do; nil where libcurl is there.
  public static var fault: String? {
    let reason = unsafe ccurl_load().map { unsafe String(cString: $0) }
    return LibraryFault.words(of: "libcurl", package: "libcurl4", reason: reason)
  }

  /// Its name and version, for instance `libcurl/7.88.1 OpenSSL/3.0.17`; nothing where it is missing.
  public static var version: String { fault == nil ? unsafe String(cString: curl_version()) : "" }
}
