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
  takenRow: sayWith<{ number: string; key: string }>('{number}: {key}'),
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
