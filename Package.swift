// swift-tools-version: 6.3
import PackageDescription

/// Every target is compiled under the same rules; a warning is an error.
let strict: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .strictMemorySafety(),
  .treatAllWarnings(as: .error),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("ExistentialAny"),
]

let package = Package(
  name: "port587",
  platforms: [.macOS(.v15)],
  products: [
    .executable(name: "port587", targets: ["port587"])
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
    .package(url: "https://github.com/hummingbird-project/swift-mustache", exact: "2.1.1"),
    .package(url: "https://github.com/groue/GRDB.swift", exact: "7.10.0"),
    .package(url: "https://github.com/jpsim/Yams", exact: "6.2.2"),
  ],
  targets: [
    // Loaded on demand (docs/decisions/0013), so linked by nothing: their headers come from libarchive-dev and libcurl-dev.
    .target(name: "CArchive", dependencies: ["CLibraryLoading"]),
    .target(name: "CCurl", dependencies: ["CLibraryLoading"]),
    .target(name: "CXML", dependencies: ["CLibraryLoading"]),
    .target(name: "CLibraryLoading"),
    // Finds line ends with what the processor has for it (docs/decisions/0012).
    .target(name: "CNewlines"),
    .systemLibrary(name: "CResolver"),
    .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
    .target(name: "MailModel", swiftSettings: strict),
    .target(
      name: "ByteScanning", dependencies: ["MailModel", "CArchive", "CNewlines", "CZlib"], swiftSettings: strict),
    .target(
      name: "LogFormats", dependencies: ["MailModel", "ByteScanning"], swiftSettings: strict),
    .target(name: "Analysis", dependencies: ["MailModel"], swiftSettings: strict),
    .target(
      name: "Reporting",
      dependencies: ["MailModel", .product(name: "Mustache", package: "swift-mustache")],
      swiftSettings: strict),
    .target(name: "IceWarpAdmin", dependencies: ["MailModel"], swiftSettings: strict),
    .target(name: "PostfixAdmin", dependencies: ["MailModel"], swiftSettings: strict),
    .target(
      name: "StateStore", dependencies: ["MailModel", .product(name: "GRDB", package: "GRDB.swift")],
      swiftSettings: strict),
    .target(name: "Transport", dependencies: ["MailModel", "CCurl", "CXML", "CResolver"], swiftSettings: strict),
    .target(name: "ClientConfiguration", dependencies: ["MailModel", "Transport"], swiftSettings: strict),
    .target(name: "Probing", dependencies: ["MailModel", "Transport"], swiftSettings: strict),
    .target(
      name: "Notices",
      dependencies: ["MailModel", "Transport", .product(name: "Mustache", package: "swift-mustache")],
      swiftSettings: strict),
    .executableTarget(
      name: "port587",
      dependencies: [
        "MailModel", "ByteScanning", "LogFormats", "Analysis", "Reporting", "IceWarpAdmin", "PostfixAdmin",
        "StateStore", "Transport", "ClientConfiguration", "Probing", "Notices",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
        .product(name: "Yams", package: "Yams"),
      ],
      swiftSettings: strict),
    .executableTarget(
      name: "loggen",
      dependencies: [
        "MailModel", .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: strict),
    // Tests also write archives.
    .target(
      name: "TestSupport", dependencies: ["CArchive"], path: "Tests/TestSupport", swiftSettings: strict,
      linkerSettings: [.linkedLibrary("archive")]),
    // What `make fuzz` feeds, built and fed with known inputs by every run of the tests.
    .target(
      name: "FuzzTargets",
      dependencies: ["MailModel", "LogFormats", "Analysis", "IceWarpAdmin", "PostfixAdmin", "Transport", "Probing"],
      path: "Tests/Fuzzing/Targets", swiftSettings: strict),
    .testTarget(
      name: "FuzzTargetsTests", dependencies: ["FuzzTargets"], path: "Tests/Fuzzing/Tests", swiftSettings: strict),
    .testTarget(
      name: "MailModelTests", dependencies: ["MailModel", "TestSupport"], swiftSettings: strict),
    .testTarget(
      name: "ByteScanningTests",
      dependencies: ["ByteScanning", "CArchive", "CNewlines", "CZlib", "MailModel", "TestSupport"],
      swiftSettings: strict),
    .testTarget(
      name: "LogFormatsTests",
      dependencies: ["LogFormats", "ByteScanning", "MailModel", "TestSupport"],
      swiftSettings: strict),
    .testTarget(
      name: "AnalysisTests", dependencies: ["Analysis", "MailModel", "TestSupport"],
      swiftSettings: strict),
    .testTarget(
      name: "ReportingTests", dependencies: ["Reporting", "MailModel", "TestSupport"],
      swiftSettings: strict),
    .testTarget(
      name: "IceWarpAdminTests", dependencies: ["IceWarpAdmin", "MailModel", "TestSupport"],
      swiftSettings: strict),
    .testTarget(
      name: "PostfixAdminTests", dependencies: ["PostfixAdmin", "MailModel", "TestSupport"],
      swiftSettings: strict),
    .testTarget(
      name: "StateStoreTests", dependencies: ["StateStore", "MailModel", "TestSupport"], swiftSettings: strict),
    .testTarget(
      name: "TransportTests", dependencies: ["Transport", "CLibraryLoading", "MailModel", "TestSupport"],
      swiftSettings: strict),
    .testTarget(
      name: "ClientConfigurationTests", dependencies: ["ClientConfiguration", "Transport", "MailModel", "TestSupport"],
      swiftSettings: strict),
    .testTarget(
      name: "ProbingTests", dependencies: ["Probing", "Transport", "MailModel", "TestSupport"],
      swiftSettings: strict),
    .testTarget(
      name: "NoticesTests", dependencies: ["Notices", "Transport", "MailModel", "TestSupport"],
      swiftSettings: strict),
    .testTarget(
      name: "loggenTests", dependencies: ["loggen", "MailModel", "TestSupport"],
      swiftSettings: strict),
    .testTarget(
      name: "port587Tests",
      dependencies: [
        "port587", "MailModel", "ByteScanning", "LogFormats", "Analysis", "Reporting",
        "IceWarpAdmin", "PostfixAdmin", "StateStore", "Transport", "ClientConfiguration", "Probing", "Notices",
        "TestSupport",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: strict),
  ]
)

// `make fuzz`: the program is built only when asked for, since the sanitizer brings what it calls.
if Context.environment["PORT587_FUZZ"] == "1" {
  package.targets.append(
    .executableTarget(
      name: "fuzz", dependencies: ["FuzzTargets"], path: "Tests/Fuzzing/Program",
      swiftSettings: strict + [.unsafeFlags(["-parse-as-library"])],
      // gold, the default, ends with an internal error on what the sanitizer adds.
      linkerSettings: [.unsafeFlags(["-sanitize=fuzzer,address", "-use-ld=lld"])]))
}
