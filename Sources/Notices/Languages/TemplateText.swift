import Mustache

/// A text as the template library takes it: as it is, without a look at what type it might be.
struct TemplateText: MustacheCustomRenderable, Sendable {
  let renderText: String
  let isNull = false
}
