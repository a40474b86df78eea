import { defineMessages, say, sayWith } from '#core/i18n/messages.ts'

/** What is said about decisions: on the desk, in letters, and when one cannot stand. */
export const decisionMessages = defineMessages('matters', {
  sayWhy: say('Say why, in words the author would use. Only an acceptance may go without a reason.'),
  chooseOutcome: say('Choose what the body decided.'),
  chooseBody: say('Choose the body that should have it.'),
  bodyUnknown: say(
    'No open body has that name. Choose one of the list, or write the name as its page has it.',
  ),
  bodyNotClear: sayWith<{ bodies: string }>(
    'Several bodies have that name. Write the end of the address of the one you mean: {bodies}.',
  ),
  chooseMatter: say('Give the number of the matter it lives on in.'),
  matterUnknown: say('No matter in hand has that number. Look it up, and type its number.'),
  chooseDay: say('Choose the day until which it is deferred.'),

  notTheClerk: sayWith<{ body: string }>(
    'This matter is with {body}, and only a clerk of that body can decide about it. Ask them, or write to them.',
  ),
  decidedAlready: sayWith<{ number: number }>(
    'Somebody was quicker: a decision about {number, number, ::group-off} was recorded already. Nothing of yours was kept. Look at the desk before you decide again.',
  ),
  endedAlready: sayWith<{ number: number; outcome: string; day: string }>(
    'This was decided already: {number, number, ::group-off} ended on {day} ({outcome}). Only a review can open it again.',
  ),
  passedToItself: say('This body has it already. Choose another body.'),
  bodyIsClosed: say('That body no longer takes matters. Choose another one.'),
  needsAgreement: say(
    'That body had this matter before. It goes back there only when its author or the reviewing body agrees; they have been asked.',
  ),
  mergedIntoItself: say('A matter cannot be merged into itself. Give another number.'),
  targetEnded: say('That matter has ended. Merge into one that is still in hand.'),
  targetIsLeaving: say(
    'A decision about that matter is about to be announced. Wait five minutes, then look again.',
  ),
  deferredTooOften: say('This body deferred it twice already. Decide it now, or pass it on.'),
  untilNotAhead: say('Choose a day after today.'),
  untilTooFar: say('Choose a day within a year.'),
  nothingToTakeBack: say(
    'There is nothing to take back: it was announced, or somebody took it back. What was announced can only be followed by a further step.',
  ),
  previewIsAPage: say(
    'A preview is a page. Send the form from a browser, or leave “preview” out to record the decision.',
  ),
  consideredAlready: say('This is being considered already.'),
  keyReused: say(
    'This key was already used for another request. Send it with a new Idempotency-Key, or open the page anew.',
  ),

  letterSubject: sayWith<{ number: number; decided: string }>(
    '{number, number, ::group-off}: {decided}',
    'subject of a letter; decided is “accepted”, “passed on” and the like',
  ),
  letterAbout: sayWith<{ title: string; number: number }>(
    'This is about “{title}”, number {number, number, ::group-off}.',
  ),
  letterAboutNumber: sayWith<{ number: number }>(
    'This is about what was handed in under number {number, number, ::group-off}.',
  ),
  letterReason: sayWith<{ body: string; reason: string }>('In the words of {body}:\n\n{reason}'),
  letterStory: sayWith<{ url: string }>('Every step, for everyone to read: {url}'),
  letterWhy: say('You get this letter because you gave this address to hear of each step.'),
  shortAccepted: say('accepted', 'at the end of a subject line'),
  shortAnswered: say('answered', 'at the end of a subject line'),
  shortRefused: say('refused, with a reason', 'at the end of a subject line'),
  shortMerged: say('merged with another', 'at the end of a subject line'),
  shortDeferred: say('deferred until a day', 'at the end of a subject line'),
  shortPassedOn: say('passed on', 'at the end of a subject line'),
  saidAccepted: sayWith<{ body: string }>('{body} accepted it.'),
  saidAnswered: sayWith<{ body: string }>('{body} answered it.'),
  saidRefused: sayWith<{ body: string }>('{body} refused it.'),
  saidMerged: sayWith<{ body: string; number: number; title: string }>(
    '{body} merged it into {number, number, ::group-off}, “{title}”.',
  ),
  saidDeferred: sayWith<{ body: string; day: string }>('{body} deferred it until {day}.'),
  saidPassedOn: sayWith<{ body: string; to: string }>('{body} passed it on to {to}.'),
  nextAccepted: say('It goes on to the next stage. What comes of it is added to its story.'),
  nextMerged: say(
    'It lives on in that matter, and you stay one of its authors: you hear of each of its steps.',
  ),
  nextDeferred: sayWith<{ day: string }>(
    'An answer is due by {day}. The time it has taken so far stays counted.',
  ),
  nextPassedOn: sayWith<{ to: string; day: string }>('{to} answers by {day}.'),
  nextReview: say(
    'You may ask once for another body to look again: open your receipt, or the story when you are signed in.',
  ),
  lostTargetSubject: sayWith<{ number: number }>('{number, number, ::group-off}: decide again'),
  lostTargetLetter: sayWith<{ number: number; into: number; url: string }>(
    'You merged {number, number, ::group-off} into {into, number, ::group-off}, which ended before that was announced. Nothing was announced. Decide again: {url}',
  ),

  entryConsidered: say('Began to consider it', 'type of entry in a story'),
  entryAccepted: say('Accepted', 'type of entry in a story'),
  entryAnswered: say('Answered', 'type of entry in a story'),
  entryRefused: say('Refused', 'type of entry in a story'),
  entryMerged: say('Merged into another matter', 'type of entry in a story'),
  entryJoined: say('Another matter was merged into this one', 'type of entry in a story'),
  entryDeferred: say('Deferred', 'type of entry in a story'),
  entryPassedOn: say('Passed on', 'type of entry in a story'),
  entryWithdrawn: say('Withdrawn by its author', 'type of entry in a story'),
  entryReviewAsked: say('The author asked another body to look again', 'type of entry in a story'),
  entryReturnAsked: say('Asked to pass it back to a body that had it', 'type of entry in a story'),
  entryReturnAgreed: say('Passing it back was agreed to', 'type of entry in a story'),
  entryJudged: say('The author said whether it was an answer', 'type of entry in a story'),
})

/** Types of entry that matters write, in plain words. */
export const entryTypes = {
  'matter.considered': decisionMessages.entryConsidered,
  'matter.accepted': decisionMessages.entryAccepted,
  'matter.answered': decisionMessages.entryAnswered,
  'matter.refused': decisionMessages.entryRefused,
  'matter.merged': decisionMessages.entryMerged,
  'matter.joined': decisionMessages.entryJoined,
  'matter.deferred': decisionMessages.entryDeferred,
  'matter.passed-on': decisionMessages.entryPassedOn,
  'matter.withdrawn': decisionMessages.entryWithdrawn,
  'matter.review-asked': decisionMessages.entryReviewAsked,
  'matter.return-asked': decisionMessages.entryReturnAsked,
  'matter.return-agreed': decisionMessages.entryReturnAgreed,
  'matter.judged': decisionMessages.entryJudged,
}
