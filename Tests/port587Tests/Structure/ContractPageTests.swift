import MailModel
import Testing

/// `docs/contract.md` names every word that `report.json` can hold.
@Suite("contract page")
struct ContractPageTests {
  static let words: [String] =
    PortEvidence.allCases.map(\.rawValue) + RefusalClass.allCases.map(\.rawValue) + Readiness.allCases.map(\.rawValue)
    + IdentityKind.allCases.map(\.rawValue) + AddressKind.allCases.map(\.rawValue)
    + EvidenceKind.allCases.map(\.rawValue) + ClientGuess.allCases.map(\.rawValue)
    + Confidence.allCases.map(\.rawValue) + PortRemedy.allCases.map(\.rawValue)
    + ReportWarningCode.allCases.map(\.rawValue) + Movement.allCases.map(\.rawValue)
    + CutoverBreak.allCases.map(\.rawValue) + CutoverVerdict.Answer.allCases.map(\.rawValue)
    + ZeroForecast.Outcome.allCases.map(\.rawValue)
    + PreflightProduct.allCases.map(\.rawValue)
    + PreflightSeverity.allCases.map(\.rawValue) + PreflightVerdict.allCases.map(\.rawValue)

  @Test("every word of the model stands in the contract")
  func words() throws {
    let page = try SourceTree.text(of: "docs/contract.md")
    for word in ContractPageTests.words {
      #expect(page.contains("`\(word)`"), "docs/contract.md does not explain \(word)")
    }
  }

  @Test("the schema is the one the program writes")
  func schema() throws {
    let page = try SourceTree.text(of: "docs/contract.md")
    #expect(page.contains("Schema `\(ReportModel.currentSchema)`"))
    #expect(page.contains("(schema `\(PreflightReport.currentSchema)`)"))
  }
}
