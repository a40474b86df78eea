import { defineMessages, say, sayWith } from '#core/i18n/messages.ts'

export const overdueMessages = defineMessages('bodies', {
  overdueTitle: say('Overdue'),
  overdueLead: sayWith<{ count: number }>(
    '{count, plural, =0 {Nothing is past the day it was promised.} one {One matter is past the day it was promised.} other {# matters are past the day they were promised.}} The oldest promise comes first.',
  ),
  overdueHow: say(
    'A matter is overdue when the body that has it has not decided by the day it promised on its arrival. Nobody can set this or clear it: it is computed from the record.',
  ),
  moreBodies: sayWith<{ count: number }>(
    '{count, plural, one {# more body has} other {# more bodies have}} something overdue; each body’s own page says what.',
  ),
  byBody: say('By body'),
  byBodyCaption: say('Bodies with overdue matters, the oldest promise first'),
  oldestColumn: say('Oldest since'),
  everyOne: say('Every one of them'),
  everyOneOf: sayWith<{ body: string }>('Those of {body}'),
  allBodies: say('All bodies'),
  nextOnes: say('The next ones'),
  firstOnes: say('From the start'),
  overdueNone: say('Nothing is overdue.'),
  overdueNoneMore: say('Every body is within its promise today.'),
  overdueCaption: say('Overdue matters, oldest first'),
  ageFact: sayWith<{ days: number }>(
    'handed in {days, plural, =0 {today} one {# day ago} other {# days ago}}',
  ),
  badCursor: say('This page of the list does not exist. Start from the first.'),
})
