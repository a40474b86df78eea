import { defineMessages, say, sayWith } from '#core/i18n/messages.ts'

export const m = defineMessages('unplaced', {
  title: say('Words that answer no question'),
  lead: say(
    'They came by mail or text message, and we could not tell which question they answer. They are not counted. Read them; where there is an address, write to it.',
  ),
  none: say('Nothing waits here.'),
  byMail: sayWith<{ moment: string }>('By e-mail, {moment}'),
  byText: sayWith<{ moment: string }>('By text message, {moment}'),
  letter: say('Your letter to its author'),
  letterHint: say(
    'You may leave it empty. It goes by mail, in the name of the body; a reply is a new answer.',
  ),
  noAddress: say('There is no address left to write to.'),
  settle: say('I have read it'),
  settleHint: say('The words and the address are then erased here. That it came stays counted.'),
  gone: say('Somebody has read this already, or it is not there.'),
  noSuchCall: say('No call has this number, or you do not keep it.'),
  fromBody: sayWith<{ body: string; call: string }>('{body} writes about your mail to “{call}”'),
  clerkSubject: sayWith<{ call: string }>('“{call}”: words that answer no question'),
  clerkText: sayWith<{ call: string; url: string }>(
    'Somebody wrote to “{call}”, and we could not tell which question their words answer. Please read them, and write back: {url}',
  ),
})
