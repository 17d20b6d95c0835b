extension EnglishPhrases {
  /// The checks are written in English.
  func title(ofCheck id: String) -> String? { nil }
}
