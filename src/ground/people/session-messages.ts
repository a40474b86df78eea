import { defineMessages, say } from '#core/i18n/messages.ts'

export const sessionMessages = defineMessages('people', {
  endedTitle: say('You are no longer signed in'),
  keptLead: say(
    'This session ended: it was not used for long, or was ended elsewhere. Nothing was sent, and nothing you typed is lost: it stands on this page.',
  ),
  keptSignIn: say('First: sign in, in another tab'),
  keptSend: say('Then: send it from here'),
  keptSendAgain: say('Send it again'),
  keptWords: say('What you typed'),
  keptFiles: say('Files could not be kept: go back with your browser to choose them again.'),
  endedNote: say(
    'You were signed in here, but that has ended: it was not used for long, or was ended elsewhere. Sign in again to go on.',
  ),
})
