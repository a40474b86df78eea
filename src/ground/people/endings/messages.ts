import { defineMessages, say, sayWith } from '#core/i18n/messages.ts'

export const endingMessages = defineMessages('people', {
  endSessionsTitle: say('End somebody’s sessions'),
  endSessionsLead: say(
    'For a stolen telephone, or somebody who fears that another is signed in as them. They are signed out everywhere at once, and links on their way to them are worth nothing. They get a letter with your name and your reason. The record says that you ended somebody’s sessions, not whose and not why.',
  ),
  whoseSessions: say('E-mail address of their account'),
  whyEnded: say('Why?'),
  whyEndedHint: say('The person reads it, nobody else.'),
  whyEndedMissing: say('Say why; the person reads it.'),
  noSuchAccount: say('In the units your role covers, nobody’s account has this address.'),
  withTokens: say('Their access tokens end too: programs that act for them have to be let in anew.'),
  withPasskeys: say(
    'Their passkeys are removed too: the stolen device held one, or they cannot reach theirs any more.',
  ),
  endTheirs: say('End their sessions'),
  endedTheirs: say('Their sessions have ended, and the letter is on its way.'),
  endAllTitle: say('End everybody’s sessions'),
  endAllLead: say(
    'After a break-in. Everybody is signed out at once, you too, and links on their way are worth nothing. What people are typing comes back to them. The record says that you did it, and why.',
  ),
  whyAllHint: say('Published, and shown to everybody where they sign in again.'),
  whyAllMissing: say('Say why; everybody reads it where they sign in.'),
  allTokens: say('All access tokens end too: every program has to be let in anew.'),
  sureAll: say('Yes, sign everybody out'),
  sureAllMissing: say('Tick the box if everybody is to be signed out.'),
  endAll: say('End everybody’s sessions now'),
  notOfTheWhole: say('Only an administrator of the whole organisation ends everybody’s sessions.'),
  everybodyEnded: sayWith<{ moment: string; reason: string }>(
    'Everybody was signed out on {moment}. The reason: {reason}',
  ),
  endingsProblem: say('Something is not right yet'),
  endingKeyUsed: say('This form was sent before with other words. Open it anew.'),
  endedSubject: sayWith<{ house: string }>('You were signed out of {house}'),
  endedText: sayWith<{ name: string; by: string; house: string; reason: string }>(
    'Hello {name},\n\n{by} ended all your sessions at {house}, so you are signed out everywhere. The reason:\n\n{reason}',
  ),
  endedTokensText: say('Access tokens of programs that act for you were ended too.'),
  endedPasskeysText: say(
    'Your passkeys were removed too. Make a new one on your account page when you have signed in.',
  ),
  endedAgainText: sayWith<{ url: string; by: string }>(
    'You sign in again here:\n\n{url}\n\nIf you do not know why this happened, ask {by}. It is also listed in your data.',
  ),
  entrySessionsEnded: say('An administrator ended somebody’s sessions', 'type of entry'),
  entryAllSessionsEnded: say('An administrator ended everybody’s sessions', 'type of entry'),
})

export const endingEntryTypes = {
  'sessions.ended': endingMessages.entrySessionsEnded,
  'sessions.all-ended': endingMessages.entryAllSessionsEnded,
}
