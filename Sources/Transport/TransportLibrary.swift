internal import CCurl

/// The network library underneath.
public enum TransportLibrary {
  /// Its name and version, for instance `libcurl/7.88.1 OpenSSL/3.0.17`.
  public static var version: String { unsafe String(cString: curl_version()) }
}
