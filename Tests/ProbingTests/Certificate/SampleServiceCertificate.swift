/// A certificate as `openssl req -x509` makes it, with names of services (SRV-ID, RFC 4985) and a name of a person beside the host's.
///
///     subjectAltName=DNS:mail.example.com,otherName:1.3.6.1.5.5.7.8.7;IA5STRING:_submission.example.com,…
enum SampleServiceCertificate {
  static let pem = """
    -----BEGIN CERTIFICATE-----
    MIICHDCCAcOgAwIBAgIUNk0KK1zttgIkndrF0q2GR045EO4wCgYIKoZIzj0EAwIw
    GzEZMBcGA1UEAwwQbWFpbC5leGFtcGxlLmNvbTAeFw0yNjExMjcxMDAxNThaFw0y
    NzExMjcxMDAxNThaMBsxGTAXBgNVBAMMEG1haWwuZXhhbXBsZS5jb20wWTATBgcq
    hkjOPQIBBggqhkjOPQMBBwNCAAS5TPZzCtxs57+ZHN0f/irSOTW+AjPnYKGrepOP
    HietBLT3HDr7AVy8iTX7Ut0Kfdih8AO6Cy0OWyXVQPk2RoLWo4HkMIHhMB0GA1Ud
    DgQWBBTUZekPWVm3hGKfVxT82lG6LNXVvzAfBgNVHSMEGDAWgBTUZekPWVm3hGKf
    VxT82lG6LNXVvzAPBgNVHRMBAf8EBTADAQH/MIGNBgNVHREEgYUwgYKCEG1haWwu
    ZXhhbXBsZS5jb22gJQYIKwYBBQUHCAegGRYXX3N1Ym1pc3Npb24uZXhhbXBsZS5j
    b22gJgYIKwYBBQUHCAegGhYYX3N1Ym1pc3Npb25zLmV4YW1wbGUuY29toB8GCisG
    AQQBgjcUAgOgEQwPYW5hQGV4YW1wbGUuY29tMAoGCCqGSM49BAMCA0cAMEQCIESf
    Tcp7R27bUkm188M86bLxncJXe9GtdlxXsUcLUXiPAiByjdMI/qxck/yT2rJJNHgs
    PaRsBdXf57wQJ/5EI4Z//A==
    -----END CERTIFICATE-----
    """
}
