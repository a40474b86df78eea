import { defineMessages, say, sayWith } from '#core/i18n/messages.ts'

export const m = defineMessages('people', {
  demoTitle: say('Try it as somebody'),
  demoLead: say(
    'Everybody here is made up. Choose a person and see the movement with their eyes; sign out and be another.',
  ),
  demoSignInAs: sayWith<{ name: string }>('Be {name}'),
  demoUnknown: say('Choose one of the people in the list.'),
  demoOnly: say('This is not a demonstration: people sign in with their e-mail address here.'),
  demoMail: say('Letters that would have been sent'),
  demoMailLead: say('A demonstration sends no e-mail. What it would have sent stands here, newest first.'),
  demoMailEmpty: say('No letter yet. Hand something in with an address, or ask for a sign-in link.'),
  signInTitle: say('Sign in'),
  signInLead: say(
    'There are no passwords here. We send a link to your address; it works once, for half an hour.',
  ),
  signInWrong: say('We need an e-mail address to send the link to'),
  emailLabel: say('Your e-mail address'),
  emailHint: say('The one your membership is under.'),
  sendLink: say('Send me a link'),
  useRecoveryCode: say('I cannot reach my mail: use a recovery code'),
  sentTitle: say('Look in your mail'),
  sentLead: say(
    'If there is an account with this address, a letter with a link is on its way. It can take a minute; look among the unwanted mail too. We say the same for every address, so that nobody can find out who is a member.',
  ),
  linkTitle: say('One more step'),
  linkLead: say(
    'Press the button to sign in on this device. If you did not ask for a link, close this page: nothing has happened.',
  ),
  signInNow: say('Sign in now'),
  linkSpent: say(
    'This link was used already or is more than half an hour old. Ask for a new one; it takes a minute.',
  ),
  linkSubject: sayWith<{ house: string }>('Your link to sign in to {house}'),
  linkText: sayWith<{ name: string; url: string; minutes: number; house: string }>(
    'Hello {name},\n\nthis link signs you in to {house}, once, within {minutes} minutes:\n\n{url}\n\nIf you did not ask for it, do nothing: without the link nobody can sign in as you.',
  ),
  letterTo: sayWith<{ address: string; moment: string }>('To {address}, {moment}'),
})
