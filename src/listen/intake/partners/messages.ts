import { defineMessages, say, sayWith } from '#core/i18n/messages.ts'

/** What is wrong with answers that a partner brings; read by programs and by the people who write them. */
export const partnerMessages = defineMessages('partners-in', {
  noSuchCall: say('No call has this number.'),
  notAPartner: say('You hold the role of partner in none of the units, or in several: name one as “unit”.'),
  noRows: say('Bring the answers as JSON (“answers”, a list), as text/csv, or as a CSV file.'),
  tooManyRows: sayWith<{ most: number }>('At most {most, number} answers at once.'),
  unreadable: sayWith<{ reason: string }>('The table cannot be read: {reason}'),
  rowsWrong: sayWith<{ count: number }>(
    '{count, plural, one {One thing is wrong} other {# things are wrong}}, so nothing was taken in. Put it right, or ask for what is right alone (“partial”).',
  ),
  idMissing: say('Give each answer an id of your own: up to 100 letters, digits or signs without blanks.'),
  languageUnknown: say('Name a language by its tag, such as en, cy or pl.'),
  placeUnknown: say('No unit is called that: write the slug in the address of its page.'),
  optionUnknown: sayWith<{ most: number }>(
    'Name options by their numbers, 1 to {most, number}, such as 1;3.',
  ),
  markUnknown: say('Write agree, disagree or pass.'),
  tooLong: sayWith<{ most: number }>('Longer than {most, number} characters.'),
  tooMany: say('More options than may be chosen.'),
  empty: say('This answer says nothing.'),
  notOpen: say('The call is not open.'),
  notForYou: say('The call does not ask everybody: answers without a known person cannot be taken in.'),
})
