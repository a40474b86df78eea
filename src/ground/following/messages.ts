import { defineMessages, say, sayWith } from '#core/i18n/messages.ts'

export const m = defineMessages('following', {
  follow: say('Follow by e-mail'),
  feed: say('Follow by feed'),
  title: sayWith<{ number: number }>('Follow {number, number, ::group-off} by e-mail'),
  lead: say(
    'One letter for each step of this story. Each has a link that ends them at once. Nobody sees who follows.',
  ),
  warning: say(
    'If you wrote this anonymously, do not follow it by e-mail: your address would stand beside its number in our database. Its feed asks for no address.',
  ),
  notice: say(
    'We keep the address, the language and the story, only to write to you, until you end it. Without your answer to our first letter we forget the address after three days.',
  ),
  email: say('Your e-mail address'),
  send: say('Send me the letter to confirm'),
  backToStory: say('Back to the story'),
  problems: say('Something is not right yet'),
  askedTitle: say('Look in your mail'),
  askedLead: say(
    'A letter with a link is on its way. Only when you press the button behind it do letters begin. We say the same for every address.',
  ),
  confirmTitle: say('Begin the letters?'),
  confirmLead: sayWith<{ number: number }>(
    'About each step of {number, number, ::group-off}, to this address, until you end it.',
  ),
  confirm: say('Yes, begin'),
  followsTitle: say('You follow this story'),
  stop: say('End these letters'),
  stopped: say('These letters have ended, and the address is forgotten. The story can be read at any time.'),
  unknown: say(
    'This link leads nowhere any more: the letters ended, or three days went by without an answer.',
  ),
  noSuchMatter: say('No story that anybody can read has this number.'),
  confirmSubject: sayWith<{ number: number }>(
    'Confirm that you want to follow {number, number, ::group-off}',
  ),
  confirmText: sayWith<{ number: number; title: string; url: string }>(
    'Somebody, perhaps you, asked us to write to this address about each step of {number, number, ::group-off}, “{title}”.\n\nTo begin, open this link and press the button:\n{url}\n\nIf it was not you, do nothing: we forget the address after three days.',
  ),
  stepSubject: sayWith<{ number: number; step: string }>('{number, number, ::group-off}: {step}'),
  stepText: sayWith<{ number: number; title: string; step: string; url: string }>(
    'A step in the story of {number, number, ::group-off}, “{title}”:\n\n{step}\n\nEvery step, for everyone to read: {url}',
  ),
  stepEnd: sayWith<{ url: string }>('To end these letters: {url}'),
  stepAt: sayWith<{ step: string; body: string }>('{step} ({body})'),
})
