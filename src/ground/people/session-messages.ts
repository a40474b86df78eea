import { defineMessages, say, sayWith } from '#core/i18n/messages.ts'

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
  showPasskeyTitle: say('Show your passkey'),
  showPasskeyLead: say(
    'You hold a role with which grave harm could be done, so a link in a letter is not enough for it. Show your passkey; your role then counts for an hour. Everything else you can do as ever.',
  ),
  showPasskey: say('Show my passkey'),
  showPasskeyFailed: say(
    'That did not work. It has to be a passkey of this account, and to ask for your finger, your face or a number.',
  ),
  makePasskeyTitle: say('First make a passkey'),
  makePasskeyLead: say(
    'You hold a role with which grave harm could be done, so a link in a letter is not enough for it. Your role rests until you have a passkey: your phone, your computer or a security key vouches for you, and it takes a minute. Everything else you can do as ever.',
  ),
  noPasskeyHere: say('If that does not work here'),
  noButton: say(
    'If there is no button above, this browser knows no passkeys or runs no scripts: use a newer one, a phone, or a computer with a security key.',
  ),
  passkeyLost: say(
    'If your passkey is lost, sign in with a recovery code and make a new one. Without a code, ask another administrator to remove your passkeys, or whoever runs this site.',
  ),
  keysRest: say(
    'Your role needs a passkey, so how you sign in is changed only after you showed the one you have. Show it first.',
  ),
  passkeyAddedSubject: sayWith<{ house: string }>('A passkey was added to your account at {house}'),
  passkeyAddedText: sayWith<{ name: string; device: string; house: string; url: string }>(
    'Hello {name},\n\na passkey was added to your account at {house}, on this sort of device: {device}. It signs in as you without a letter.\n\nIf it was not you, remove it at once, and end all other sessions:\n\n{url}',
  ),
  endedNote: say(
    'You were signed in here, but that has ended: it was not used for long, or was ended elsewhere. Sign in again to go on.',
  ),
})
