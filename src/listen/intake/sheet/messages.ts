import { defineMessages, say, sayWith } from '#core/i18n/messages.ts'

export const m = defineMessages('sheet', {
  title: say('A meeting’s sheet'),
  lead: say('One row an answer. Enter goes to the next box, and from the last box to the next row.'),
  paper: say('Print an empty sheet for the meeting (PDF)'),
  once: say('For the whole sheet'),
  rows: say('The answers'),
  codes: say('What to type in each column'),
  openCode: say('the words, as they are'),
  choiceCode: sayWith<{ most: number }>('the numbers of what was chosen, up to {most, number}'),
  letters: say('a agree, d disagree, p no view, - nothing; one for each line, in their order'),
  row: say('Row'),
  cell: sayWith<{ row: number; question: number }>('Row {row, number}, question {question, number}'),
  became: say('Number and key'),
  send: say('Bring these answers in'),
  inRow: sayWith<{ row: number; problem: string }>('Row {row, number}: {problem}'),
  unreadable: say(
    'This sheet cannot be read, or it is another helper’s. Open the page anew; rows on your device stay there.',
  ),
  taken: say('Brought in: read the number out, and the key to whoever wants it'),
  takenBefore: say('Of this sheet these rows are in. Go on with the next.'),
  takenRow: sayWith<{ row: number; number: string }>('Row {row, number}: number {number}, key'),
  alike: sayWith<{ number: number }>(
    'It says the same as {number, number, ::group-off}, which another helper brought in. Both are kept; the body that asks decides whether they are one.',
  ),
  standsOtherwise: sayWith<{ number: number }>(
    'This row was brought in before as {number, number, ::group-off} and said something else then. Nothing was changed. Another answer goes in the next empty row.',
  ),
  print: say('Print number and key of each (PDF)'),
  nothingYet: say('No row of this sheet has been brought in yet.'),
  device: say('On this device'),
  deviceLead: say(
    'Rows are kept here, encrypted, until they have arrived; then they go. So is this page, so that it opens without a signal. Nobody else should use this device meanwhile.',
  ),
  forget: say('Forget everything of sheets on this device'),
  kept: say('Kept on this device'),
  offline: say('There is no signal. Go on typing: rows are kept on this device, and sent when there is one.'),
  whereAndWhen: say('Where and on which day:'),
  agreedInRoom: say(
    'It was read out what becomes of the answers, and everybody in these rows agreed that theirs are typed in and used so.',
  ),
})
