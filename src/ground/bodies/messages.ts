import { defineMessages, say, sayWith } from '#core/i18n/messages.ts'

export const m = defineMessages('bodies', {
  bodies: say('Bodies'),
  bodiesLead: say(
    'Who considers and decides, by when each promises an answer, and how each has kept its promise.',
  ),
  overdue: say('Overdue'),
  yourDesks: say('Your desks'),
  noSuchBody: say('No body has this name. The list of bodies is under “Bodies”.'),
  promiseColumn: say('Promise'),
  openColumn: say('In hand'),
  overdueColumn: say('Over time'),
  bodyColumn: say('Body'),
  unitColumn: say('Of'),
  daysFigure: sayWith<{ days: number }>('{days, plural, one {# day} other {# days}}'),
  listCaption: say('Bodies by name, with what they have in hand'),

  handInHere: say('Hand something in here'),
  frontDesk: say('The front desk: what is handed in to “whoever should” arrives here.'),
  closedOn: sayWith<{ day: string }>('This body ended on {day} and takes nothing new.'),
  holdsStrangers: say(
    'Its rule: words from people without an account wait for a person before they are shown.',
  ),
  reviewedBy: sayWith<{ body: string }>('Reviewed by {body}, when an author asks for another look.'),
  ofUnit: sayWith<{ unit: string }>('of {unit}'),

  itsPromise: say('Its promise'),
  promiseNote: sayWith<{ days: number; day: string }>(
    '{days, plural, one {# day} other {# days}}, since {day}',
  ),
  unpromised: sayWith<{ days: number }>(
    'It never published a promise; the house’s own {days, plural, one {# day} other {# days}} apply.',
  ),
  keptShare: sayWith<{ days: number; kept: number; all: number }>(
    'within the promise: {kept, number} of {all, number}',
  ),
  middle: say('the middle answer: half were quicker'),
  worstFigure: say('the longest:', 'a number follows'),
  worstOpen: say('the longest, and still open:', 'a number follows'),
  seatClerk: say('clerk'),
  seatMember: say('member'),
  seatChair: say('chair'),
  verdictFigure: sayWith<{ yes: number; all: number }>(
    'of authors say it was an answer: {yes, number} of {all, number} who replied',
  ),
  verdictPartly: sayWith<{ partly: number; no: number }>('partly: {partly, number}, no: {no, number}'),
  noFigures: say(
    'Nothing has been decided here in the last twelve months, so there is nothing to count yet.',
  ),
  noVerdicts: say('No author has yet said whether an answer was one. They are asked two weeks after.'),
  howComputed: say('How this is computed'),
  howKept: say(
    'Counted are the matters that this body ended or passed on in the last twelve months, and those still here past their promise, which count as broken. Each is measured from its arrival at this body to its decision, against the promise of the day it arrived. A deferral stops nothing: its time is counted on, and its promise stays the first one. Withdrawn matters are left out. Time with another body is that body’s time.',
  ),
  howMiddle: say(
    'The middle answer is the one with as many quicker as slower. The longest counts whatever is still open as well. All is computed from the custodies in the record when this page is asked for.',
  ),
  howVerdict: say(
    'Two weeks after an answer its author is asked whether it was one. The body cannot answer for them. Nobody is asked twice.',
  ),
  deferrals: sayWith<{ count: number }>(
    '{count, plural, =0 {No deferrals} one {# deferral} other {# deferrals}} in that time.',
  ),
  whatBecame: say('What became of what it decided'),
  outcomeColumn: say('Outcome'),
  countColumn: say('Matters'),
  shareColumn: say('Share'),
  total: say('All'),
  promiseHistory: say('Its promises so far'),
  fromColumn: say('From'),
  laterOnly: say('A change applies to what arrives later, never to what is here.'),

  bodyChanged: say('What this body has in hand has changed.'),
  readAt: sayWith<{ moment: string }>('As it stood on {moment}. Reload the page to see it anew.'),

  queue: say('Overdue first'),
  queueCaption: say('What it has in hand, most overdue first'),
  matterColumn: say('Matter'),
  nowColumn: say('Now'),
  dueColumn: say('Due'),
  clockColumn: say('Clock'),
  queueCount: sayWith<{ all: number; overdue: number }>(
    '{all, plural, =0 {nothing in hand} one {# in hand} other {# in hand}}, {overdue, plural, =0 {none over its time} one {# over its time} other {# over their time}}',
  ),
  queueEmpty: say('Nothing waits here.'),
  queueEmptyMore: say('What is handed in to this body appears here at once, with its clock.'),
  pages: say('Pages of the queue', 'name of the pager, for screen readers'),
  hereOf: sayWith<{ from: number; to: number; all: number }>(
    '{from, number} to {to, number} of {all, number}',
  ),
  earlier: say('Before'),
  later: say('After'),

  members: say('Members'),
  membersCaption: say('Members and their terms'),
  memberColumn: say('Member'),
  seatColumn: say('Seat'),
  untilColumn: say('Until'),
  openEnd: say('no end set'),
  noMembers: say('No members are listed today.'),
  clerks: say('Clerks'),
  clerkUntil: sayWith<{ name: string; day: string }>('{name}, until {day}'),
  noClerk: say('Nobody clerks this body today.'),

  changePromise: say('Change its promise'),
  changePromiseLead: sayWith<{ body: string; days: number }>(
    '{body} promises an answer within {days, plural, one {# day} other {# days}} today.',
  ),
  newDays: say('Days from arrival to an answer'),
  newDaysHint: say('Between 1 and 366. It applies to what arrives from now on; what is here keeps its date.'),
  whyChange: say('Why it changes'),
  whyChangeMissing: say('Say why the promise changes.'),
  whyChangeHint: say('Published with the change.'),
  daysOneTo366: say('Give a whole number of days between 1 and 366.'),
  sayWhyChange: say('Say why it changes; this is published.'),
  samePromise: say('That is its promise already. Give another number, or leave it.'),
  publishPromise: say('Publish the new promise'),
  notYoursToPromise: say('Only the chair of this body, or an administrator, can change what it promises.'),
  promiseChangedEntry: say('Changed its promise', 'type of entry in the record'),
  leaveIt: say('Leave it as it is'),
})
