import { defineMessages, say, sayWith } from '#core/i18n/messages.ts'

export const m = defineMessages('telephone', {
  title: say('Take a call'),
  lead: say('Read out what stands in quotation marks; type what you hear.'),
  script: say('Say first'),
  greeting: sayWith<{ body: string; title: string }>(
    '“{body} asks: {title} I type what you say, and read it back to you.”',
  ),
  promise: sayWith<{ promise: string; day: string }>('“{promise} That is promised by {day}.”'),
  notice: sayWith<{ notice: string }>('“{notice} May I go on?”'),
  questions: say('Then ask'),
  after: say('How it came'),
  readBack: say('Read it back'),
  readBackTitle: say('Read this back'),
  readBackLead: say('“I read you what I have typed. Tell me if anything is not as you said it.”'),
  nothing: say('no answer'),
  marked: sayWith<{ statement: string; mark: string }>('{statement}: {mark}', 'a statement, and Agree'),
  change: say('Change it'),
  store: say('It is right: bring it in'),
  receiptTitle: say('Say the number and the key'),
  receiptLead: say('“Your answer is in. Please write down two things: a number, and a key of six words.”'),
  number: say('The number, figure by figure'),
  key: say('The key: six words of five letters. Say each, then spell it'),
  receiptEnd: sayWith<{ address: string }>(
    '“With both you can see what becomes of it, at {address} or by calling again.”',
  ),
  gone: say(
    'This page shows a number and a key once, for ten minutes. They are not here any more; the answer is stored.',
  ),
  nextCall: say('Take the next call'),
  asksAgain: say('A caller asks what became of an answer'),
  asksAgainLead: say('Type their number and key; the page that opens is what you read out.'),
  offerPaper: say('On paper'),
  offerPaperHint: say('Print a form, or get one from a helper or your branch.'),
})
