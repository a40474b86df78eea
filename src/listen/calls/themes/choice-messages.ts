import { defineMessages, say, sayWith } from '#core/i18n/messages.ts'

export const choiceMessages = defineMessages('themes', {
  chooseTitle: say('What becomes of it'),
  chooseLead: say(
    'It is announced in five minutes and can be taken back until then. Everybody who answered reads it.',
  ),
  outcome: say('What the body does'),
  takenUp: say('Taken up'),
  takenUpHint: say('The body makes it its own; say where it goes next.'),
  notTakenUp: say('Not taken up'),
  notTakenUpHint: say('It keeps its place and its reason.'),
  outcomeDone: say('Done'),
  outcomeDoneHint: say('What was asked for has happened.'),
  answered: say('Answered'),
  answeredHint: say('The reason is the answer.'),
  reason: say('Why'),
  reasonHint: say('In plain words, to the people who said it.'),
  onDay: say('On which day (you may leave this empty)'),
  onDayHint: say('When it was or will be done: asked in the chamber, put to the vote.'),
  leadsTo: say('Number of the matter it leads to (you may leave this empty)'),
  record: say('Record it'),
  takeBack: say('Take it back'),
  waiting: sayWith<{ moment: string }>(
    'Recorded, and announced at {moment}. Until then it can be taken back.',
  ),
  outcomeMissing: say('Choose what the body does.'),
  reasonMissing: say('Say why.'),
  noSuchMatter: say('There is no matter with this number.'),
  waitsAlready: say('A choice about this waits to be announced. Take it back first.'),
  tooLateToTakeBack: say('It has been announced and can no longer be taken back. Record what holds now.'),
  nothingWaits: say('Nothing waits to be announced here.'),
  noSuchAnswer: say('There is no answer with this number.'),
  onThatDay: sayWith<{ outcome: string; day: string }>('{outcome} ({day})'),
  ledTo: sayWith<{ number: number }>('It led to matter {number}'),
})

export const OUTCOME_MESSAGES = {
  'taken-up': choiceMessages.takenUp,
  'not-taken-up': choiceMessages.notTakenUp,
  done: choiceMessages.outcomeDone,
  answered: choiceMessages.answered,
} as const
