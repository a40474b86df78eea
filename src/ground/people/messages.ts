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
  letterTo: sayWith<{ address: string; moment: string }>('To {address}, {moment}'),
})
