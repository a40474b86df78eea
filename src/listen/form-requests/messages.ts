import { defineMessages, say, sayWith } from '#core/i18n/messages.ts'

export const m = defineMessages('form-requests', {
  title: sayWith<{ number: number }>('Ask for another form of {number, number, ::group-off}'),
  lead: sayWith<{ body: string; days: number }>(
    '{body} reads this and answers within {days, plural, one {# day} other {# days}}. The request is public, so that everybody sees whether it is met; who asked is not.',
  ),
  notice: say(
    'We keep what you ask for, and your address if you give one, to tell you when it is there. Nothing here says who needs what: an address is seen by the clerk alone and goes a year after the answer.',
  ),
  whichForm: say('Which form do you need?'),
  formMissing: say('Choose one of the forms.'),
  language: say('In which language?'),
  note: say('What should whoever makes it know? (You may leave this empty.)'),
  noteHint: say('This line is public. Please do not write about your health.'),
  email: say('Your e-mail address (you may leave this empty)'),
  emailHint: say('We write when it is there. Without it you get a key with which you can look.'),
  send: say('Ask for it'),
  madeAlready: say('This form is there already'),
  problems: say('Something is not right yet'),
  problemsKept: say('What you wrote is kept.'),
  requestTitle: sayWith<{ form: string; number: number }>('{form} of {number, number, ::group-off}'),
  requestWords: sayWith<{ form: string; title: string; number: number; language: string }>(
    'Somebody asks for “{title}” ({number, number, ::group-off}) in another form: {form}. Language: {language}.',
  ),
  noDesk: say('No body receives requests here yet. Ask the people who run this house.'),
  noSuch: say('No text that anybody can read has this number.'),
  keyGuessable: say('The key against sending twice has to be a random one.'),
})
