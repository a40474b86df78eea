import { defineMessages, say, sayWith } from '#core/i18n/messages.ts'

const LIST = 'A list divided by commas, never shown: add every way in which people of this language write it.'

/** Answers in plain text: how they are written, what was read of them, and what was not. */
export const m = defineMessages('numbered', {
  questionWords: say('question, answer, q', LIST),
  agreeWords: say('agree, i agree, agreed, yes, y, for, in favour, 👍, +', LIST),
  disagreeWords: say('disagree, i disagree, do not agree, i do not agree, no, n, against, 👎', LIST),
  passWords: say('pass, no opinion, no view, skip, undecided, neutral, do not know', LIST),
  agree: say('agree', 'what somebody types beside a statement'),
  disagree: say('disagree', 'what somebody types beside a statement'),
  pass: say('pass', 'what somebody types beside a statement, having no opinion'),

  howLead: say(
    'Begin each answer on a line of its own with the number of its question and a colon, like “2: b”. Leave out what you like; the order does not matter.',
  ),
  howOpen: say('your words', 'stands behind a question, in brackets'),
  howPlace: say('the name of a town or branch', 'stands behind a question, in brackets'),
  howChoice: sayWith<{ most: number }>(
    '{most, plural, one {one of these, by its letter or its words} other {at most # of these, by letters or words}}',
  ),
  howStatements: say('for each “agree”, “disagree” or “pass”'),

  understood: sayWith<{ answers: string }>('This is how we understood you:\n\n{answers}'),
  notAnswered: say('(nothing)', 'after a question that was not answered'),
  unread: sayWith<{ said: string }>('This we could not read, so it is not counted:\n\n{said}'),
  whyNoOption: say('none of the answers offered'),
  whyTooMany: sayWith<{ most: number }>('{most, plural, one {only one} other {at most #}} can be chosen'),
  whyNoMark: say('neither agree, disagree nor pass, or not clear for which'),
  whyNoPlace: say('no place of this name, or several'),
  unreadLine: sayWith<{ said: string; why: string }>('> {said}\n({why})'),
  beside: sayWith<{ words: string; body: string }>(
    'This belongs to none of the questions. The clerks of {body} have it beside your answer:\n\n{words}',
  ),
})
