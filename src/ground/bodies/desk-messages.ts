import { defineMessages, say, sayWith } from '#core/i18n/messages.ts'

export const deskPageMessages = defineMessages('bodies', {
  deskTitle: say('Desk'),
  deskOf: sayWith<{ body: string }>('Desk of {body}'),
  clerkHere: sayWith<{ name: string }>('{name}, clerk'),
  publicPage: say('Public page'),
  notYourDesk: sayWith<{ body: string }>(
    'This is the desk of {body}, and you are no clerk of that body today.',
  ),
  yourDesksLead: say('The bodies that you clerk today, with what waits there.'),
  noDesk: say('You clerk no body today.'),
  noDeskMore: say('Who may become a clerk, and for how long, is listed with each body.'),
  seeBodies: say('See the bodies'),
  waiting: sayWith<{ all: number; overdue: number }>(
    '{all, plural, =0 {nothing waits} one {# waits} other {# wait}}, {overdue, plural, =0 {none over its time} one {# over its time} other {# over their time}}',
  ),

  queueByDue: say('Queue by due date', 'name of the queue, for screen readers'),
  findInQueue: say('Find in this queue'),
  find: say('Find'),
  groupOverdue: sayWith<{ count: number }>('Overdue, {count, number}'),
  groupDueSoon: sayWith<{ count: number }>('Due soon, {count, number}'),
  groupLater: sayWith<{ count: number }>('Later, {count, number}'),
  choose: sayWith<{ number: number }>('Choose {number, number, ::group-off}'),
  queueIsEmpty: say('Nothing waits on this desk.'),
  queueIsEmptyMore: say('What arrives appears here, by the day it is due.'),
  nothingFound: say('Nothing in this queue has these words or this number.'),
  wholeQueue: say('The whole queue'),

  bulkLabel: say('Act on what is chosen'),
  bulkWords: say('Choose several above to decide about them together, with one reason.'),
  bulkButton: say('Decide about the chosen ones'),
  bulkTitle: say('Decide about several together'),
  bulkLead: say(
    'One outcome and one reason for all of these. Each author reads the reason in the story of their own matter.',
  ),
  bulkWhich: say('Which ones'),
  bulkNone: say('Choose at least one matter of this desk.'),
  bulkTooMany: sayWith<{ most: number }>('Choose at most {most, number} at once.'),
  bulkGone: sayWith<{ number: number }>(
    '{number, number, ::group-off} is no longer with this body, or was decided already. It was left out.',
  ),
  bulkNot: sayWith<{ number: number; why: string }>('{number, number, ::group-off} was left out: {why}'),
  bulkSome: sayWith<{ count: number }>(
    '{count, plural, =0 {None was recorded.} one {# was recorded; it is announced in five minutes.} other {# were recorded; they are announced in five minutes.}} These were not:',
  ),

  doneOne: sayWith<{ number: number; time: string }>(
    'The decision about {number, number, ::group-off} is recorded. It is announced at {time}; until then you can take it back below.',
  ),
  doneSeveral: sayWith<{ count: number }>(
    '{count, plural, one {# decision is} other {# decisions are}} recorded and will be announced in five minutes. Until then you can take each back below.',
  ),
  pendingHeading: say('Waiting to be announced'),
  pendingNote: say('Nobody else sees these yet.'),
  pendingFacts: sayWith<{ outcome: string; time: string; name: string }>(
    '{outcome}, recorded by {name}, announced at {time}',
  ),
  takeBack: say('Take back'),
  takeBackNumber: sayWith<{ number: number }>('Take back {number, number, ::group-off}'),

  begin: say('Begin to consider it'),
  onItsOwnPage: say('Its own page, where it is worked on and answered'),
  similarOne: sayWith<{ count: number }>(
    '{count, plural, one {An open matter reads} other {# open matters read}} much like this one:',
  ),
  inBody: sayWith<{ body: string }>('with {body}'),
  writeToAuthor: say('Letters with the author'),
  returnsHeading: say('Waiting for your agreement'),
  returnWish: sayWith<{ from: string; to: string }>(
    '{from} asks to pass it back to {to}, which had it before.',
  ),
  agree: say('Agree to pass it back'),
  agreeNumber: sayWith<{ number: number }>('Agree to pass {number, number, ::group-off} back'),
  notWaiting: say('This no longer waits for an agreement.'),
  agreed: say('You agreed. It is passed back in five minutes.'),
})
