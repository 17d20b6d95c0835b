/// A block of a message.
enum MarkupBlock: Sendable, Equatable {
  case heading([MarkupRun])
  case paragraph([MarkupRun])
  case item([MarkupRun])
  case step([MarkupRun])
  case quote([MarkupRun])
  case setting(label: [MarkupRun], value: [MarkupRun])
}
