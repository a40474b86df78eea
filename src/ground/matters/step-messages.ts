import { defineMessages, say, sayWith } from '#core/i18n/messages.ts'

/** Titles of steps in a story. No full stop: each is a heading. */
export const stepMessages = defineMessages('matters', {
  began: sayWith<{ body: string }>('{body} began to consider it'),
  passedOnTo: sayWith<{ body: string; to: string }>('{body} passed it on to {to}'),
  mergedInto: sayWith<{ body: string; number: number }>(
    '{body} merged it into {number, number, ::group-off}',
  ),
  joinedBy: sayWith<{ body: string; number: number }>(
    '{body} merged {number, number, ::group-off} into this one',
  ),
  deferredUntil: sayWith<{ body: string; day: string }>('{body} deferred it until {day}'),
  acceptedBy: sayWith<{ body: string }>('{body} accepted it'),
  answeredBy: sayWith<{ body: string }>('{body} answered it'),
  refusedBy: sayWith<{ body: string }>('{body} refused it'),
  reviewAsked: sayWith<{ to: string }>('The author asked {to} to look again'),
  returnAsked: sayWith<{ body: string; to: string }>(
    '{body} asked to pass it back to {to}, which had it before',
  ),
  authorAgreed: sayWith<{ to: string }>('The author agreed that it goes back to {to}'),
  reviewerAgreed: sayWith<{ to: string }>('The reviewing body agreed that it goes back to {to}'),
  judgedYes: say('The author says it was an answer'),
  judgedPartly: say('The author says it was partly an answer'),
  judgedNo: say('The author says it was no answer'),

  cameFromAndLedTo: say('Where it came from, where it went'),
  cameFrom: say('Came from'),
  ledTo: say('Led to'),
  wholeWay: say('The whole way, step by step'),
  wholeWayLead: say('What it came from and what came of it, as far as the links between matters lead.'),
  wholeWayCut: say('More is linked than is shown here. Go on from any of them.'),
  stepsAway: sayWith<{ count: number }>('{count, plural, one {one step away} other {# steps away}}'),
  nothingBefore: say('Nothing before it is linked.'),
  nothingAfter: say('Nothing has come of it yet.'),
  relationAnswers: say('answers'),
  relationAmends: say('amends'),
  relationMergedInto: say('merged into'),
  relationMergedHere: say('merged into this'),
  relationCites: say('cites'),
  relationDraftedFrom: say('drafted from'),
  relationDecidedBy: say('decided by'),
  relationCarriedOutBy: say('carried out by'),
  relationPilotedBy: say('tried out by'),
  relationEvidenceFor: say('evidence for'),
  relationHeardAt: say('heard at'),
})
