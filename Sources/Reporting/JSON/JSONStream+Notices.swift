import MailModel

/// What notices have brought.
extension JSONStream {
  mutating func value(_ report: NoticeReport) {
    object { json in
      json.key(.campaigns)
      json.array(report.campaigns) { json, campaign in
        json.object { json in
          json.string(.campaign, campaign.campaign)
          json.key(.rounds)
          json.array(campaign.rounds) { $0.value($1) }
        }
      }
    }
  }

  private mutating func value(_ round: RoundEffect) {
    object { json in
      json.number(.failed, round.failed)
      json.number(.movedSince, round.movedSince)
      json.number(.notSeen, round.notSeen)
      json.number(.open, round.open)
      json.number(.round, round.round)
      json.number(.sent, round.sent)
      json.number(.stillThere, round.stillThere)
      json.number(.toldAgain, round.toldAgain)
      json.number(.undeliverable, round.undeliverable)
    }
  }
}
