import { defineMessages, say, sayWith } from '#core/i18n/messages.ts'

/** The one letter about what a body chose. */
export const m = defineMessages('choice-letters', {
  subject: sayWith<{ call: string; outcome: string }>(
    '{call}: {outcome}',
    'outcome is “Taken up” and the like',
  ),
  aboutTheme: sayWith<{ theme: string; call: string; body: string; outcome: string }>(
    'You answered “{call}”. Your answer is with others in the theme “{theme}”, and {body} has decided about that theme: {outcome}.',
  ),
  aboutAnswer: sayWith<{ call: string; body: string; outcome: string }>(
    'You answered “{call}”, and {body} has decided about your answer: {outcome}.',
  ),
  reason: sayWith<{ body: string; reason: string }>('In the words of {body}:\n\n{reason}'),
  yours: sayWith<{ count: number; urls: string }>(
    '{count, plural, one {Your answer, and what became of it:} other {Your answers, and what became of them:}}\n{urls}',
  ),
  more: sayWith<{ hidden: number }>(
    '{hidden, plural, one {And # more of yours.} other {And # more of yours.}}',
  ),
  why: say(
    'You get this letter because you answered with an account or left your address. There is one for each decision, however many answers you gave.',
  ),
})
