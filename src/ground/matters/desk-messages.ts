import { defineMessages, say, sayWith } from '#core/i18n/messages.ts'

/** What stands on a clerk's desk. */
export const deskMessages = defineMessages('matters', {
  outcome: say('What was decided'),
  accept: say('Accept'),
  acceptHint: say('Goes on to the next stage'),
  answer: say('Answer'),
  answerHint: say('A question, not a proposal'),
  passOn: say('Pass on'),
  passOnHint: say('To another body, with a clock of its own'),
  merge: say('Merge'),
  mergeHint: say('Lives on in another matter; its authors stay'),
  defer: say('Defer'),
  deferHint: say('Until a day, at most twice; the time stays counted'),
  refuse: say('Refuse'),
  refuseHint: say('With a reason; the author may ask another body to look again'),
  why: say('Why'),
  whyHint: say(
    'Published under the name of the body. Write to the person, in words they would use. Needed for every outcome but “accept”.',
  ),
  passTo: say('Pass on to'),
  noBody: say('Choose a body'),
  passToHint: say('The body’s whole name, or the end of its page’s address. The upper bodies are suggested.'),
  daysPromised: sayWith<{ days: number }>(
    '{days, plural, one {answers within # day} other {answers within # days}}',
  ),
  bodyWithPromise: sayWith<{ body: string; days: number }>(
    '{body} ({days, plural, one {# day} other {# days}})',
  ),
  mergeInto: say('Merge into number'),
  until: say('Defer until'),
  record: say('Record the decision'),
  preview: say('See what the author will read'),
  waitsFiveMinutes: say(
    'It waits five minutes, in which you can take it back. Then it is public, and only a further step can follow.',
  ),
  decideTitle: sayWith<{ number: number }>('Decide about {number, number, ::group-off}'),
  decisionOf: sayWith<{ body: string }>('The decision of {body}'),
  notRightYet: sayWith<{ count: number }>(
    '{count, plural, one {One thing is} other {# things are}} not right yet',
  ),
  nothingRecorded: say('What you typed is kept. Nothing has been recorded yet.'),
  previewHeading: say('What the author will read'),
  previewAnonymous: say(
    'This author is anonymous and gets no letter. They read the same in the story, or with their follow-up key.',
  ),
  whatWasHandedIn: say('What was handed in'),
  previewNote: say('Nothing has been recorded yet. The form below holds what you typed.'),
  backToDesk: say('Back to the desk'),

  daysOver: sayWith<{ days: number }>('{days, plural, one {# day over} other {# days over}}'),
  daysLeft: sayWith<{ days: number }>('{days, plural, =0 {due today} one {# day left} other {# days left}}'),
  dayOf: sayWith<{ day: number; days: number }>('Day {day} of {days}'),
  dueBy: sayWith<{ day: string }>('due by {day}'),
  kindAndNumber: sayWith<{ kind: string; number: number }>('{kind} {number, number, ::group-off}'),
  untitled: say('A matter whose title is not shown'),
  handedInOn: sayWith<{ day: string }>('handed in on {day}'),
  publicStory: say('Public story'),
  heldFromPublic: say(
    'The public does not see these words yet: a person looks at them first, by the rule of this body.',
  ),
  anonymous: say('anonymous'),
  nameWithheld: say('name withheld'),
  noName: say('no name given'),
})
