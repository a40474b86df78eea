import { defineMessages, say, sayWith } from '#core/i18n/messages.ts'

export const runMessages = defineMessages('themes', {
  runTitle: say('Computing themes'),
  compute: say('Compute the themes anew'),
  computeHint: say('It takes a minute or two. What people named, joined, split, placed or decided stays.'),
  underWay: say('A computation is under way.'),
  runChanged: say('The computation has moved on.'),
  reload: say('This page shows how far it is. Without a script, load it again.'),
  stepWaiting: say('Waiting for its turn'),
  stepReading: say('Reading the answers'),
  stepDuplicates: say('Joining answers that repeat each other'),
  stepVectors: say('Finding which words go together'),
  stepGroups: say('Gathering answers into themes'),
  stepAgain: say('Doing it again to see whether it holds'),
  stepSmall: say('Looking for small themes'),
  stepNaming: say('Finding the words that stand out'),
  stepCoded: say('Comparing with what people coded'),
  stepStoring: say('Storing the themes'),
  stepDone: say('Done'),
  runDone: sayWith<{ new: number; continued: number; ended: number }>(
    '{continued, number} themes stand on, {new, number} are new, {ended, number} that nobody had touched ended.',
  ),
  seeThemes: say('See the themes'),
  failedNoAnswers: say('There is no answer yet whose words may be read. Ask again when there is.'),
  failedCutOff: say(
    'It was cut off three times and will not be begun again by itself. Tell the operator, then ask again.',
  ),
  failedBroken: say(
    'It could not be computed. The operator finds the reason in the log; the themes stand as they were.',
  ),
  noSuchRun: say('There is no such computation.'),
})
