/// What one target may import, as the table of `docs/architecture.md` says.
struct ModuleRule: Sendable, CustomStringConvertible {
  let target: String
  /// Targets of this package and products of other packages.
  let modules: Set<String>
  /// What comes with the compiler and the operating system.
  let system: Set<String>

  var description: String { target }

  init(_ target: String, modules: Set<String> = [], system: Set<String> = []) {
    self.target = target
    self.modules = modules
    self.system = system
  }

  /// The targets that only declare a C library, or load it.
  static let systemLibraries: Set<String> = [
    "CArchive", "CCurl", "CXML", "CLibraryLoading", "CNewlines", "CResolver", "CSQLite", "CZlib",
  ]

  /// One row per target under `Sources`.
  static let table: [ModuleRule] = [
    ModuleRule("MailModel"),
    ModuleRule(
      "ByteScanning", modules: ["MailModel", "CArchive", "CNewlines", "CZlib"], system: ["Glibc", "Synchronization"]),
    ModuleRule("LogFormats", modules: ["MailModel", "ByteScanning"]),
    ModuleRule("Analysis", modules: ["MailModel"]),
    ModuleRule("Reporting", modules: ["MailModel", "Mustache"], system: ["Foundation", "FoundationEssentials"]),
    ModuleRule("IceWarpAdmin", modules: ["MailModel"], system: ["FoundationEssentials"]),
    ModuleRule("PostfixAdmin", modules: ["MailModel"]),
    ModuleRule("StateStore", modules: ["MailModel", "GRDB"], system: ["FoundationEssentials", "Foundation"]),
    ModuleRule(
      "Transport", modules: ["MailModel", "CCurl", "CXML", "CResolver"], system: ["Glibc"]),
    ModuleRule(
      "ClientConfiguration", modules: ["MailModel", "Transport"],
      system: ["Foundation", "FoundationEssentials"]),
    ModuleRule("Probing", modules: ["MailModel", "Transport"], system: ["FoundationEssentials"]),
    ModuleRule(
      "Notices", modules: ["MailModel", "Transport", "Mustache"], system: ["FoundationEssentials", "Foundation"]),
    ModuleRule(
      "port587",
      modules: [
        "MailModel", "ByteScanning", "LogFormats", "Analysis", "Reporting", "IceWarpAdmin", "PostfixAdmin",
        "StateStore", "Transport", "ClientConfiguration", "Probing", "Notices", "ArgumentParser", "Yams",
      ],
      system: ["Foundation", "FoundationEssentials", "Dispatch", "Glibc", "Synchronization"]),
    ModuleRule(
      "loggen", modules: ["MailModel", "ArgumentParser"],
      system: ["Foundation", "FoundationEssentials", "Glibc"]),
  ]

  /// The programs: nothing imports them but their own tests.
  static let executables: Set<String> = ["port587", "loggen"]
}
