import { defineMessages, say, sayWith } from '#core/i18n/messages.ts'

export const m = defineMessages('home', {
  title: say('Open now'),
  hero: say('Say it once. See where it goes.'),
  lead: say(
    'Every idea handed in here gets a receipt, a body that must answer by a date, and a public story to the end. You do not need an account, or a computer.',
  ),
  handIn: say('Hand something in'),
  followReceipt: say('Follow a receipt'),
  promise: say('What was promised'),
  promiseKept: sayWith<{ kept: string; decided: number; days: number }>(
    'In the last {days} days {kept} of {decided, number} promises were kept in time.',
  ),
  promiseTimes: sayWith<{ middle: number; longest: number }>(
    'The middle decision took {middle, plural, =0 {less than a day} one {# day} other {# days}}, the slowest {longest, plural, one {# day} other {# days}}.',
  ),
  promiseHow: say('How this is computed'),
  promiseHowText: sayWith<{ days: number }>(
    'Each time a body has a matter counts once: kept when it was decided, passed on or deferred before the date the body had promised when it arrived. Counted are those that ended in the last {days} days. What is still open and late is counted as overdue.',
  ),
  nothingDecided: say('Nothing has been decided here yet.'),
  overdue: sayWith<{ count: number }>(
    '{count, plural, =0 {Nothing is overdue today.} one {One is overdue, here by name} other {# are overdue, here by name}}',
  ),
  newest: say('Handed in lately'),
  all: say('Everything handed in'),
  nobodyYet: say('Nobody has said anything yet'),
  nobodyYetHint: say('Be the first. It takes five minutes, and you get a receipt.'),
  moved: say('Moved lately'),
  movedNote: say('Written by the system as it happens. Nobody edits it.'),
  record: say('The whole record'),
  receiptSection: say('Have you a receipt?'),
  receiptLabel: say('Number on your receipt'),
  receiptButton: say('Find it'),
})
