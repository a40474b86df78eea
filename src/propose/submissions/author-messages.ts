import { defineMessages, say, sayWith } from '#core/i18n/messages.ts'

/** What the author reads and does after handing in. */
export const authorMessages = defineMessages('submissions', {
  notTheAuthor: say(
    'Only the author can do this. Sign in with the account it was handed in from, or open the receipt with the follow-up key.',
  ),
  keyMistyped: say(
    'There is a slip in this key: its last letters do not fit the others. Compare it with your receipt, letter by letter.',
  ),
  keyWrongLength: say('A key has six groups of five letters. Some are missing, or there are too many.'),
  keyUnknown: say(
    'This key is well typed, but it belongs to another number. Check the number on your receipt.',
  ),
  tooManyKeys: sayWith<{ minutes: number }>(
    'Too many wrong keys were tried for this number. Try again in {minutes, plural, one {# minute} other {# minutes}}.',
  ),
  openTitle: sayWith<{ number: number }>('Open {number, number, ::group-off} with its key'),
  keyLabel: say('Follow-up key'),
  keyHint: say('Six groups of five letters. Capitals, blanks and hyphens do not matter.'),
  open: say('Open it'),

  languageHeading: say('The language of your words'),
  languageLead: say('It decides how a screen reader speaks them, which way they run, and who finds them.'),
  languageCorrect: say('Correct the language'),
  doneLanguage: say('The language is corrected.'),
  yourPart: say('Your part'),
  yourPartNote: say('Only you see this, and it is kept by no browser.'),
  authorTitle: sayWith<{ number: number }>('{number, number, ::group-off}, for its author'),
  publicStory: say('The public story'),
  lostKeyHeading: say('If you lose the key'),
  lostKey: say(
    'We keep only a fingerprint of your key and cannot give it back to anybody, not even to you. Without it the story goes on and stays public; only writing to the clerk, asking for another look, and withdrawing are no longer possible. You can always hand in anew and name the old number.',
  ),

  endedOn: sayWith<{ day: string }>('ended on {day}'),
  wordsHeld: say('Waits for a person to look at it'),
  wordsRemoved: say('Removed, with reason'),
  awaitsAgreement: say('It may not go back without you: agree, or leave it where it is'),
  awaitsLetter: say('The clerk wrote to you: answer the letter'),
  awaitsVerdict: say('Say whether it was an answer'),

  doneWithdrawn: say('It is withdrawn. Its story stays, with this as its last step.'),
  doneLetter: say('Your letter is with the clerk. The answer appears here.'),
  doneReview: say('Another body looks at it again. Its clock has started.'),
  doneVerdict: say('Thank you. It is counted on the page of the body.'),
  doneAgreed: say('You agreed. It goes back in five minutes.'),

  agreeHeading: say('May it go back?'),
  agreeWish: sayWith<{ from: string; to: string }>(
    '{from} wishes to pass it back to {to}, which had it before. That needs your agreement, or that of the body that reviews it. Until then it stays where it is.',
  ),
  agree: say('I agree'),
  nothingToAgreeTo: say('This no longer waits for your agreement.'),

  verdictHeading: say('Was it an answer?'),
  verdictLead: sayWith<{ body: string }>(
    'Only you can say whether {body} answered you. It is counted on its page, without your name.',
  ),
  verdictYes: say('Yes'),
  verdictYesHint: say('It says what happens, and why.'),
  verdictPartly: say('Partly'),
  verdictPartlyHint: say('Something is answered, something is not.'),
  verdictNo: say('No'),
  verdictNoHint: say('It does not speak to what I asked.'),
  verdictWords: say('In a sentence, if you like'),
  verdictWordsHint: say('Published in the story.'),
  verdictGive: say('Say so'),
  verdictChoose: say('Choose one of the three.'),
  verdictLater: sayWith<{ day: string }>(
    'From {day} on we ask you here whether it was an answer: two weeks to see what comes of it.',
  ),
  verdictTooEarly: sayWith<{ day: string }>('You can say so from {day} on: two weeks after the answer.'),
  verdictGiven: say('You have said already whether it was an answer. It is asked once.'),
  noAnswerYet: say('There is no answer yet to judge.'),

  reviewHeading: say('Ask another body to look again'),
  reviewLead: sayWith<{ of: string; by: string; days: number }>(
    '{by} reviews {of}. It opens this again and decides within {days, plural, one {# day} other {# days}}. You can ask once.',
  ),
  reviewWhy: say('What did they overlook?'),
  reviewWhyHint: say('Published in the story.'),
  reviewAsk: say('Ask for another look'),
  reviewSayWhy: say('Say what should be looked at again.'),
  reviewedOnce: say('Another body has been asked already. It can be asked once.'),
  notDecidedYet: say('Nothing has been decided yet that another body could look at.'),
  reviewNobody: sayWith<{ body: string }>('No body is named to review {body}, so its decision stands.'),
  reviewWithdrawn: say('You withdrew it. Hand it in anew if you think better of it.'),

  withdrawHeading: say('Withdraw it'),
  withdrawLead: say(
    'It ends here. What was published stays published, with your withdrawal as its last step. To have your words taken away too, erase them below.',
  ),
  withdrawWhy: say('Why, if you like'),
  withdrawWhyHint: say('Published in the story.'),
  withdraw: say('Withdraw it'),
  eraseHeading: say('Erase your words'),
  eraseLead: say(
    'Title, words, files and letters of yours go, at once and for good; if it still waits for an answer, it is withdrawn. Its number, its steps and what the body said stay, and the record keeps the proof that something was here. Copies that others made are out of our reach.',
  ),
  eraseSure: say('I know that nobody can bring them back'),
  eraseSaySure: say('Tick that you know it. Nothing was erased.'),
  eraseWords: say('Erase my words'),
  doneErased: say('Your words are erased. The story says that you had them erased.'),
  withdrawDecided: say('It has been decided, so it cannot be withdrawn any more. The story says how.'),
})
