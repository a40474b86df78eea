import { defineMessages, say, sayWith } from '#core/i18n/messages.ts'

export const m = defineMessages('twins', {
  title: say('Answers that look alike'),
  lead: say(
    'Perhaps one person answered twice: on paper and here, or on the sheets of two helpers. Nothing is joined by itself. Joined answers are counted once; both authors’ receipts go on working.',
  ),
  leadForHelpers: say(
    'Answers that look alike, one of which you brought in. You see what you typed yourself, and of the other what anybody may read. The body that asks decides whether they are one.',
  ),
  notForYou: say('The words of this one are for the clerks of the body alone.'),
  counts: sayWith<{ waiting: number; joined: number; apart: number }>(
    '{waiting, number} to look at, {joined, number} joined, {apart, number} kept apart',
  ),
  none: say('Nothing to look at'),
  campaign: sayWith<{ most: number }>(
    'More than {most, number} in one wording are taken for a campaign of many people, and are not offered here.',
  ),
  bothAlike: say('the same sender and the same words'),
  wordsAlike: say('the same words'),
  senderAlike: say('the same sender'),
  answer: sayWith<{ number: number; day: string; route: string }>(
    '{number, number, ::group-off}, {day}, {route}',
    'route: a word such as web or paper',
  ),
  noWords: say('No words, only marks.'),
  decide: say('What are they?'),
  join: say('One answer, given twice'),
  joinHint: say('Counted once from now on, by the earlier one.'),
  apart: say('Two answers'),
  apartHint: say('Counted as two, and not offered again.'),
  why: say('Why'),
  whyHint: say('Public, in the story of the later answer. Name nobody.'),
  save: say('Record it'),
  whyMissing: say('Say why, in a few words.'),
  outcomeMissing: say('Say whether they are one answer or two.'),
  noSuchPair: say('These two were not offered here, or one was withdrawn.'),
  noSuchCall: say('No call has this number.'),
  notYours: say('Clerks and moderators of the body that asked look at this.'),
  entryJoined: say(
    'Found to be one answer with an earlier one, and counted once',
    'type of entry in a story',
  ),
  entryApart: say('Looked like an earlier answer, and was found to be another', 'type of entry in a story'),
  routeWeb: say('web'),
  routePaper: say('paper'),
  routeMeeting: say('meeting'),
  routePhone: say('telephone'),
  routeMail: say('e-mail'),
  routeText: say('text message'),
  routePartner: say('partner'),
  routeImport: say('import'),
})

export const ROUTE_MESSAGES = {
  web: m.routeWeb,
  paper: m.routePaper,
  meeting: m.routeMeeting,
  phone: m.routePhone,
  'e-mail': m.routeMail,
  text: m.routeText,
  partner: m.routePartner,
  import: m.routeImport,
} as const
