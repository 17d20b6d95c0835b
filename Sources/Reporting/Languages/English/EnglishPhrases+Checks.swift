extension EnglishPhrases {
  /// The checks are written in English.
  func title(ofCheck id: String) -> String? { nil }
  func remedy(ofCheck id: String) -> String? { nil }
}
