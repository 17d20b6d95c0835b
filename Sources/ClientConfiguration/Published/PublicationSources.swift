public import Transport

/// Where questions go when a domain is checked.
public struct PublicationSources: Sendable {
  /// Asks a web server.
  public var fetch: @Sendable (WebRequest) -> Result<WebAnswer, WebFault>
  /// Asks for SRV records.
  public var records: @Sendable (String) -> Result<[ServiceRecord], ServiceRecordFault>

  /// Takes both.
  public init(
    fetch: @escaping @Sendable (WebRequest) -> Result<WebAnswer, WebFault>,
    records: @escaping @Sendable (String) -> Result<[ServiceRecord], ServiceRecordFault>
  ) {
    self.fetch = fetch
    self.records = records
  }

  /// The network: HTTPS through libcurl, the DNS through the system's resolver or the server that is named.
  public static func network(nameServer: NameServer?, seconds: Int) -> PublicationSources {
    PublicationSources(
      fetch: { request in
        do throws(WebFault) { return .success(try WebFetch.answer(request)) } catch { return .failure(error) }
      },
      records: { name in
        do throws(ServiceRecordFault) {
          return .success(try ServiceLookup.records(of: name, from: nameServer, seconds: seconds))
        } catch {
          return .failure(error)
        }
      })
  }
}
