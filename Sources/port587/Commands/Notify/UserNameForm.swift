import ArgumentParser

/// What users type as user name.
enum UserNameForm: String, ExpressibleByArgument, CaseIterable, Sendable {
  case address
  case localPart = "local-part"
}
