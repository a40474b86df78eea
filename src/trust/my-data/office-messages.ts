import { defineMessages, say, sayWith } from '#core/i18n/messages.ts'

/** For the data officers: their desk, an answer, a code on paper; and what of it reaches the person. */
export const officeMessages = defineMessages('my-data', {
  deskTitle: say('Data requests'),
  deskLead: say(
    'Objections and questions about personal data, the one due first at the top. Reading one is written down for the person.',
  ),
  deskNone: say('Nothing waits for an answer.'),
  deskOpen: say('Waiting'),
  deskOne: sayWith<{ day: string }>('Asked on {day}'),
  decideTitle: sayWith<{ day: string }>('An objection of {day}'),
  decideFrom: sayWith<{ who: string }>('From {who}'),
  decideAboutLook: sayWith<{ who: string; role: string; day: string; purpose: string }>(
    'About a look by {who} ({role}) on {day}: {purpose}',
  ),
  decideOutcome: say('What do you decide?'),
  decideUpheld: say('They are right'),
  decideUpheldHint: say('Say what has been done or will be done, and by when.'),
  decideRefused: say('Refuse'),
  decideRefusedHint: say('Say which law or rule asks us to keep it, and where they can complain.'),
  decideReason: say('Your answer'),
  decideReasonHint: say('Sent to the person, in these words.'),
  decideNow: say('Send the answer'),
  decidedAlready: say('It has been answered already.'),
  decidedByOthers: say(
    'You cannot decide about yourself: another data officer or an administrator answers this one.',
  ),
  noSuchObjection: say('There is no such objection, or it is not yours to read.'),
  answerSubject: sayWith<{ house: string }>('The answer to your objection, from {house}'),
  answerText: sayWith<{ outcome: string; reason: string; url: string }>(
    '{outcome}.\n\n{reason}\n\nEverything we hold about you, and what else you can do:\n{url}',
  ),
  lookObjection: say('to answer an objection', 'purpose of a look, read by the person'),
  lookPosted: sayWith<{ how: string }>('to post a code on paper; identity checked: {how}'),

  postTitle: say('Post a code on paper'),
  postLead: say(
    'For somebody who cannot be reached by e-mail. Make sure first that the address is theirs: the code shows and erases everything held under it. What you do is told to the address.',
  ),
  postAddress: say('E-mail address it is held under'),
  postTo: say('Name and postal address, for the letter'),
  postToHint: say('Printed on the letter and not kept.'),
  postChecked: say('How do you know that the address is theirs?'),
  postCheckedHint: say('Kept, and told to the person. “Showed her passport at the branch on 3 November.”'),
  postMake: say('Make the letter'),
  postNotYours: say('Codes on paper are made by the data officers of the whole organisation.'),
  postLetterTitle: say('Your code'),
  postLetterText: sayWith<{ house: string; url: string; day: string }>(
    'With this code you see everything that {house} holds about you, take it away or have it erased. Open {url} in any browser, or ask at a library or your branch, and type the code. It works once, until {day}.',
  ),
  postLetterSay: say('If you did not ask for this, destroy it and tell an administrator.'),
  postPrint: say('Print this page now: the code is not shown again.'),
})
