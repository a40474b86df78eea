import { defineMessages, say, sayWith } from '#core/i18n/messages.ts'

export const m = defineMessages('meetings', {
  heardTitle: sayWith<{ title: string }>('What was heard: {title}'),
  heardLead: say(
    'One row for each thing that was said, in the words of whoever said it. Each gets a number and a story that everybody can follow. Write no names.',
  ),
  toCall: sayWith<{ title: string }>(
    'This gathering belongs to a call: each row becomes an answer to “{title}”.',
  ),
  keys: say(
    'With the keyboard: Tab goes to the next row. Where scripts run, Enter does too and adds rows, and Ctrl with Enter sends; Shift with Enter breaks a line.',
  ),
  peopleThere: say('How many people were there'),
  peopleHint: say('Counted or well estimated. Fewer than five are shown as fewer than five.'),
  to: say('Which body hears it'),
  language: say('Language of what was said'),
  row: sayWith<{ row: number }>('Thing heard {row, number}'),
  kind: sayWith<{ row: number }>('Kind of {row, number}'),
  send: say('Take it in'),
  aboutSheet: say('All of it'),
  sheet: say('The sheet'),
  entered: sayWith<{ count: number }>(
    '{count, plural, =0 {Nothing new was taken in.} one {# thing was taken in.} other {# things were taken in.}}',
  ),
  already: sayWith<{ count: number }>(
    '{count, plural, one {# row was there already.} other {# rows were there already.}}',
  ),
  soFar: say('Taken in so far'),
  back: say('To the gathering'),
  problems: say('Something is not right yet; everything typed is kept'),
  idMissing: say('Each row needs an id of its own, a random UUID.'),
  peopleWrong: say('Write the number of people as a whole number.'),
  peopleMissing: say('Say how many people were there.'),
  tooManyRows: say('Send at most 500 rows at a time.'),
  bodyMissing: say('Choose the body that hears it.'),
  notYet: say('Nothing was heard yet: this gathering has not begun.'),
  calledOff: say('This gathering was called off.'),
  callNotOpen: say(
    'The call took no answers on the day of this gathering, or the time to bring them in is over.',
  ),
  callNotForThem: say('The call is for others than those who were here.'),
  callAsksNoWords: say('The call has no question that is answered in words.'),
  heardOfUnit: sayWith<{ unit: string }>('Heard in {unit}'),
  heardOfUnitLead: say(
    'Everything that was heard at gatherings here and below, newest first, and what came of it.',
  ),
  nothingHeard: say('Nothing was written down yet'),
  heardAt: sayWith<{ gathering: string }>('at “{gathering}”'),
  inCall: say('Answer to a call'),
  more: say('Earlier'),
  pages: say('Pages'),
  shownHere: sayWith<{ count: number }>('{count, plural, one {# thing here} other {# things here}}'),
})

export const listeningMessages = defineMessages('listening', {
  title: say('Who listens'),
  lead: sayWith<{ from: string; to: string }>(
    'What units of like size held and heard from {from} to {to}, and what came of it.',
  ),
  navigation: say('Who listens'),
  kind: say('Kind of unit'),
  size: say('Size'),
  all: say('All'),
  show: say('Show'),
  unit: say('Unit'),
  held: say('Gatherings held'),
  people: say('People there'),
  heard: say('Things heard'),
  answered: say('Accepted or answered'),
  open: say('With a body'),
  middle: say('The middle one of these', 'the median unit of a size band'),
  tooFew: say('Fewer than three units are of this size: there is nothing to compare them with.'),
  noUnits: say('No unit of this kind is there.'),
  unknownSize: say('Members not counted yet'),
  under: sayWith<{ to: number }>('Fewer than {to, number} members'),
  between: sayWith<{ from: number; to: number }>('{from, number} to {to, number} members'),
  over: sayWith<{ from: number }>('{from, number} members or more'),
  onlyFirst: sayWith<{ shown: number; of: number }>('The first {shown, number} of {of, number}.'),
  wholeBand: say('All of this size'),
  asTables: sayWith<{ csv: string; json: string }>('As data: {csv}, {json}', 'csv and json are links'),
  definitions: say('What each figure means'),
  aboutUnit: say('A unit counts with everything below it: what its branches held is its own too.'),
  aboutSize: say(
    'Size: members on the day they were last counted, of the unit and everything below it. Units are compared within a size, and only the size is shown, not the number of members.',
  ),
  aboutHeld: say('Gatherings held: those that ended in this time and were not called off, of any kind.'),
  aboutPeople: say(
    'People there: the sum of the headcounts that organisers gave. A gathering without a headcount, or with fewer than five people, counts as held and adds no people, so that nobody in a small place is told by a number.',
  ),
  aboutHeard: say(
    'Things heard: rows that were written down there. Each is a matter with its own story, or an answer to a call.',
  ),
  aboutAnswered: say(
    'Accepted or answered: of the things heard, those that a body accepted, answered, or merged into a matter that lives on. An answer to a call is counted among the things heard; what came of it stands with the call.',
  ),
  aboutOpen: say('With a body: things heard that a body has in hand today.'),
  aboutOrder: say(
    'The order is by gatherings held, then by name. It is no league table: a quiet year can have good reasons, and a headcount says nothing of how well people were heard.',
  ),
})
