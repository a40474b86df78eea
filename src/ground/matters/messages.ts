import { defineMessages, say, sayWith } from '#core/i18n/messages.ts'

export const m = defineMessages('matters', {
  whereItIs: say('Where it is now'),
  received: say('Received'),
  beingConsidered: say('Being considered'),
  dueSoon: say('Due soon'),
  overdue: say('Overdue'),
  accepted: say('Accepted'),
  answered: say('Answered'),
  refused: say('Refused, with reason'),
  merged: say('Merged'),
  withdrawn: say('Withdrawn'),
  deferred: say('Deferred'),
  passedOn: say('Passed on'),
  withSince: sayWith<{ body: string; day: string }>(
    'With {body} since {day}.',
    'in one breath at the head of a story',
  ),
  dueIn: sayWith<{ day: string; days: number }>(
    'An answer is due by {day}, in {days, plural, one {# day} other {# days}}.',
  ),
  dueToday: sayWith<{ day: string }>('An answer is due today, {day}.'),
  overdueBy: sayWith<{ day: string; days: number }>(
    'An answer was due by {day}: {days, plural, one {# day} other {# days}} over.',
  ),
  dayOfPromise: sayWith<{ day: number; promise: number }>('Day {day} of the {promise} this body promises.'),
  endedOn: sayWith<{ day: string }>('It ended on {day}; the last step says why.'),
  stages: say(
    'Propose, the second of six stages',
    'the round: listen, propose, deliberate, decide, deliver, learn',
  ),
  steps: say('Every step, newest first', 'name of the list, for screen readers'),
  withBody: sayWith<{ body: string }>('With {body}'),
  decisionToCome: say('A decision, with its reason'),
  wasDueBy: sayWith<{ day: string }>('It was due by {day}'),
  byDay: sayWith<{ day: string }>('By {day}'),
  reasonAlways: say('A refusal must say why. The author may ask once for another body to look again.'),
  daysSoFar: sayWith<{ days: number }>(
    '{days, plural, =0 {since today} one {# day so far} other {# days so far}}',
  ),
  handedIn: say('Handed in', 'a step in a story'),
  stepAtBody: sayWith<{ body: string; step: string }>('{body}: {step}', 'a step in a story and whose it was'),
  heldFor: sayWith<{ days: number }>('held {days, plural, =0 {less than a day} one {# day} other {# days}}'),
  overItsPromise: sayWith<{ days: number }>('{days, plural, one {# day} other {# days}} over its promise'),
  inTheRecord: sayWith<{ index: number }>('entry {index} of the record'),
  notYetInTheRecord: say('on its way into the record'),
  wordsGone: say('The words of this step are held or were removed; the proof that it was here stands.'),
})
