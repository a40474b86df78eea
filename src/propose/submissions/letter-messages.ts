import { defineMessages, say, sayWith } from '#core/i18n/messages.ts'

/** Letters between the clerk and an author whose name is withheld or absent. */
export const letterMessages = defineMessages('submissions', {
  lettersHeading: say('Letters with the clerk'),
  lettersNote: say('Read by you and the clerks of the body alone. Never public.'),
  lettersNone: say('No letters yet.'),
  fromYou: say('You'),
  fromAuthor: say('The author'),
  fromBody: sayWith<{ body: string }>('The clerk of {body}'),
  writtenOn: sayWith<{ who: string; moment: string }>('{who}, {moment}'),
  writtenDay: sayWith<{ who: string; day: string }>('{who}, {day}'),
  letterLabel: say('Write to the clerk'),
  letterHint: sayWith<{ body: string }>('The clerks of {body} read it. Nobody else does.'),
  letterSend: say('Send the letter'),
  letterMissing: say('Write something first.'),
  lettersForWithheld: say(
    'Letters are for authors whose name is withheld or absent. This one is named; the story is the place to answer.',
  ),
  clerkTitle: sayWith<{ number: number }>('Letters about {number, number, ::group-off}'),
  clerkLead: say(
    'What you write here only the author reads, with their follow-up key or their account. It is no answer: an answer is a decision with its reason.',
  ),
  clerkLabel: say('Write to the author'),
  clerkHint: say('Signed with the name of the body.'),
  authorIs: sayWith<{ name: string }>('The author is {name}. Only the clerks of this body see this name.'),
  authorUnknown: say('Nobody knows who the author is. The letter waits for them here.'),
  backToDesk: say('Back to the desk'),
  clerkSent: say('The letter is sent.'),

  toldAuthorSubject: sayWith<{ number: number; body: string; receipt: string; story: string }>(
    '{number, number, ::group-off}: {body} has written to you',
  ),
  toldAuthor: sayWith<{ number: number; body: string; receipt: string; story: string }>(
    'The clerk of {body} has written to you about number {number, number, ::group-off}. The letter is not in this mail, so that nobody else reads it.\n\nSigned in, read it in the story: {story}\n\nWithout an account, open your receipt with your follow-up key: {receipt}',
  ),
  toldClerkSubject: sayWith<{ number: number; body: string; letters: string }>(
    '{number, number, ::group-off}: its author has written',
  ),
  toldClerk: sayWith<{ number: number; body: string; letters: string }>(
    'The author of number {number, number, ::group-off}, which is with {body}, has written to its clerks: {letters}',
  ),
})
