import { defineMessages, say, sayWith } from '#core/i18n/messages.ts'

/** What every page of helpers says. */
export const m = defineMessages('help', {
  noSuchCall: say('There is no such call, or it has not begun.'),
  notYourCall: say(
    'Your role does not reach this call. Ask an administrator of its unit for the role of a helper.',
  ),
  problems: say('Something is not right yet'),
  problemsKept: say('Nothing has been stored yet, and everything you typed is kept below.'),
  agree: say('Agree'),
  disagree: say('Disagree'),
  pass: say('No view'),
  tickUpTo: sayWith<{ most: number }>('Up to {most, number}.'),
  unit: say('Which place is it for? (name of a branch or unit, or nothing)'),
  noSuchUnit: say(
    'There is no unit of this name, or there are several. Write its name in full, or leave it empty.',
  ),
  language: say('In which language is it?'),
  consent: say('What did the author agree to?'),
  consentSigned: say('The box on the form is ticked or signed'),
  consentSpoken: say('They said to me that it may be typed in and used'),
  consentMissing: say('Say how the author agreed. Without their agreement nothing is typed in.'),
  saidOn: say('On which day was it written or said?'),
  saidOnHint: say('You may leave this empty while the call is open. Year-month-day.'),
  sayWhen: sayWith<{ day: string }>(
    'The call closed on {day}. Say on which day this was written or said: it must be before the closing.',
  ),
  notThen: say('On that day the call was not open. Look at the day on the form again.'),
  member: say('Membership number (checked, and not kept)'),
  notAMember: say('Nobody has this membership number today. This call is for members alone.'),
  late: sayWith<{ day: string }>(
    'Helpers could bring answers in until {day}. Nothing has been stored. Keep the paper: you can hand its words to the same body as a submission, which has a number and an answer too.',
  ),
  lateLink: say('Hand it in as a submission'),
  notForThem: say('This call is for one unit. Name the place in it that the answer is for.'),
  empty: say('Nothing has been typed yet.'),
  tooMany: say('More is chosen here than the question allows.'),
  noSuchOption: say('One of these numbers is no answer to this question.'),
  notADP: say('Only a (agree), d (disagree), p (no view) and - (nothing), one for each line.'),
  tooLong: say('This is too long to be taken.'),
  notText: say('This holds characters that cannot be shown. Remove them; the rest is kept.'),
})
