import { defineMessages, say, sayWith } from '#core/i18n/messages.ts'

export const codingMessages = defineMessages('themes', {
  coding: say('How far people agree'),
  codingLead: say(
    'Two or more people code the same answers, drawn by lot, without seeing each other’s codes or the computation’s. How far they agree is published.',
  ),
  draw: say('Draw a sample'),
  drawHint: say('The seed is taken from the public record, so that nobody can choose it, and is published.'),
  sampleSize: say('How many answers'),
  sampleSizeHint: say('From 10 to 1000. Stance and sentiment need 40 coded answers at least.'),
  sampleSizeWrong: say('A whole number from 10 to 1000.'),
  sampleOf: sayWith<{ count: number; all: number; day: string }>(
    '{count, number} of {all, number} answers, drawn on {day}',
  ),
  seedIs: sayWith<{ seed: string }>('Seed: {seed}'),
  codeNext: say('Code the next answer'),
  coded: sayWith<{ done: number; all: number }>('You coded {done, number} of {all, number}'),
  codeTitle: sayWith<{ place: number; all: number }>('Answer {place, number} of {all, number}'),
  whichTheme: say('Which theme fits it best'),
  noTheme: say('None of them'),
  stanceFor: say('For what is proposed'),
  stanceAgainst: say('Against it'),
  stanceMixed: say('Both for and against'),
  stanceNone: say('Takes no stance'),
  positive: say('Positive'),
  negative: say('Negative'),
  mixed: say('Mixed'),
  neutral: say('Neutral'),
  codeIt: say('Keep it and show the next'),
  allCoded: say(
    'You have coded all of them. What you gave is hidden from the others until the sample is closed.',
  ),
  close: say('Close it and publish how far we agree'),
  closeHint: say('Then nobody can code it any more.'),
  sampleOpen: say('A sample is being coded. Close it before you draw another.'),
  tooFewCoders: say('Two people must have coded answers of it before it can be closed.'),
  sampleClosed: say('This sample is closed.'),
  noSuchSample: say('There is no such sample.'),
  tooFewAnswers: say('There are fewer than ten answers to draw from.'),
  chooseOne: say('Choose one of the answers offered.'),
  alphaIs: sayWith<{
    what: string
    alpha: string
    from: string
    to: string
    answers: number
    coders: number
  }>(
    '{what}: alpha {alpha} (95 %: {from} to {to}), from {answers, number} answers coded by {coders, plural, one {one person} other {{coders, number} people}}',
  ),
  alphaUnknown: sayWith<{ what: string }>(
    '{what}: nothing can be said, too few answers were coded twice or all were coded the same.',
  ),
  alphaMeans: say('Krippendorff’s alpha: 1 when all agree, 0 when they agree as by chance.'),
  notCodedYet: say('Nothing has been double-coded yet.'),
  notSeen: say('You see neither the codes of others nor what the computation found.'),
})
