import { defineMessages, say, sayWith } from '#core/i18n/messages.ts'

export const m = defineMessages('drafts', {
  keepDraft: say('Keep as a draft'),
  draftKept: sayWith<{ moment: string }>(
    'A draft, kept on {moment}, for 30 days. Nothing has been handed in.',
  ),
  savedOn: sayWith<{ moment: string }>('kept on {moment}'),
  keptUntil: sayWith<{ day: string }>('goes after {day}', 'the draft is deleted after that day'),
  withoutTitle: say('A draft without a title'),
  forgetDraft: say('Forget this draft'),
  noSuchDraft: say(
    'There is no such draft. It may have been handed in, forgotten, or be older than 30 days.',
  ),
  sessionEnded: say(
    'You were signed out while you wrote. Sign in again to hand it in under your account, or choose how to go on without one.',
  ),
  sessionEndedKept: say('Every word is kept as a draft on this device, and stands below.'),
  signInAgain: say('Sign in again'),
})
