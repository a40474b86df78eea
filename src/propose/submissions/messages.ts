import { defineMessages, say, sayWith } from '#core/i18n/messages.ts'

export const m = defineMessages('submissions', {
  navigation: say('Hand in'),
  submissions: say('Submissions'),
  kindIdea: say('Idea'),
  kindQuestion: say('Question'),
  kindMotion: say('Motion'),
  kindChallenge: say('Challenge'),
  kindIdeaHint: say('Something that should happen.'),
  kindQuestionHint: say('Something you want to know.'),
  kindMotionHint: say('A text to be voted on, from a member or a unit.'),
  kindChallengeHint: say('Something this movement did or left undone.'),
  entryHandedIn: say('Handed in', 'type of entry in a story'),

  handInTitle: say('Hand something in'),
  handInLead: sayWith<{ days: number }>(
    'An idea, a question, a motion, or a challenge to how we work. You get a receipt at once, and an answer within {days, plural, one {# day} other {# days}}.',
  ),
  errorTitle: sayWith<{ title: string }>('Error: {title}', 'browser title of a form that came back'),
  problemsHeading: sayWith<{ count: number }>(
    '{count, plural, one {One thing is} other {# things are}} not right yet',
  ),
  problemsKept: say('What you typed is kept. Nothing has been handed in yet.'),
  whatSection: say('What you want to say'),
  titleLabel: say('A title in one sentence'),
  titleHint: say('Start with what should happen. “Give every tenant…”, “Stop charging for…”'),
  titleMissing: say('Give it a title, so that people can find it.'),
  wordsLabel: say('Why, in your own words'),
  wordsHint: say('Any language. A sentence is enough; a page is welcome.'),
  wordsMissing: say('Say in a sentence or more what you want and why.'),
  kindLegend: say('What is it?'),
  languageLabel: say('Language you wrote in'),
  languageHint: say('We guess it from your words. Choose it if we might guess wrong.'),
  languageGuess: say('Guess it from my words'),
  toSection: say('Who should answer'),
  toLabel: say('Which body should answer?'),
  toHint: say(
    'If you are not sure, leave it: the front desk passes it to the right one, with a clock of its own.',
  ),
  toWhoeverShould: say('Whoever should'),
  bodyWithPromise: sayWith<{ body: string; days: number }>(
    '{body} (answers within {days, plural, one {# day} other {# days}})',
  ),
  behalfLabel: say('For whom do you speak?'),
  behalfMyself: say('For myself'),
  nameSection: say('Your name'),
  nameSectionHint: say('You can go from named to withheld later. You cannot go from anonymous to named.'),
  authorshipLegend: say('How should your name appear?'),
  named: say('Named'),
  namedHint: say('Your name stands beside your words, and everyone can see it.'),
  withheld: say('Name withheld'),
  withheldHint: say(
    'The public sees “name withheld”. The clerk of the body that answers can see who you are and write back; nobody else can.',
  ),
  anonymous: say('Anonymous'),
  anonymousHint: say(
    'Nothing is stored that leads back to you: no name, no account, no address. The follow-up key on your receipt is the only way back, so keep it. The record shows the hour it came in.',
  ),
  yourName: say('Your name'),
  yourEmail: say('Your e-mail address, if you want to hear of each step'),
  signedInAs: sayWith<{ name: string }>('You are signed in as {name}.'),
  beforeSection: say('Before you hand it in'),
  noticeSummary: sayWith<{ body: string; days: number }>(
    'Read by the clerk and members of {body} within {days, plural, one {# day} other {# days}}. Your words become public and stay; your e-mail address does not.',
  ),
  noticeWhole: say('The whole notice'),
  noticeText: say(
    'Purpose: to consider what you hand in and to answer you. Basis: your words are published as part of the movement’s public record; an address is used with your consent, to tell you about each step, and is deleted twelve months after the story ends. You can have your words removed later: the record then keeps only the proof that something was there.',
  ),
  handIn: say('Hand it in'),
  keepDraft: say('Keep as a draft'),
  seePreview: say('See it first'),

  bodyUnknown: say('Choose one of the bodies in the list, or leave it to “whoever should”.'),
  notYoursToSpeakFor: say(
    'You cannot speak for that unit today. Choose “for myself”, or ask its secretary to hand it in.',
  ),
  keyReused: say(
    'This key was already used for other words. Send it with a new Idempotency-Key, or open the form anew.',
  ),

  storyNumber: sayWith<{ kind: string; number: number }>('{kind} {number, number, ::group-off}'),
  from: sayWith<{ author: string }>('from {author}'),
  handedInOn: sayWith<{ day: string }>('handed in on {day}'),
  nameWithheld: say('name withheld'),
  anonymousAuthor: say('an anonymous author'),
  onBehalfOf: sayWith<{ unit: string }>('on behalf of {unit}'),
  wordsHeld: say(
    'These words wait for a person to look at them, by this body’s published rule. The story and its clock run on.',
  ),
  wordsRemoved: say(
    'These words were removed. The record keeps the proof that something was here, and the story says why.',
  ),
  inTheirWords: say('In the author’s words'),
  noName: say('somebody who gave no name'),
  untitled: say('A submission whose words are not shown'),
  noSuchSubmission: say('No submission has this number. Look at your receipt, or search for its words.'),
  everyStep: say('Every step'),
  newestFirst: say('Newest first.'),
  storyChanged: say('This story has just changed.', 'said by a screen reader'),
  readAt: sayWith<{ moment: string }>('As it stood on {moment}. Reload the page to see newer steps.'),
})

export const KIND_MESSAGES = {
  idea: { name: m.kindIdea, hint: m.kindIdeaHint },
  question: { name: m.kindQuestion, hint: m.kindQuestionHint },
  motion: { name: m.kindMotion, hint: m.kindMotionHint },
  challenge: { name: m.kindChallenge, hint: m.kindChallengeHint },
} as const
