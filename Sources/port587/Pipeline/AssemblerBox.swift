import Analysis

/// One worker's assembler, at a fixed place so that its tables are never copied.
final class AssemblerBox {
  var assembler: SessionAssembler

  init(context: AnalysisContext) { assembler = SessionAssembler(context: context) }
}
