import { defineMessages, say, sayWith } from '#core/i18n/messages.ts'

export const m = defineMessages('themes', {
  kindTheme: say('Theme of answers'),
  title: say('Themes of the answers'),
  titleOf: sayWith<{ question: string }>('Themes of the answers: {question}'),
  lead: say(
    'A computation proposes themes, people name, join, split and correct them, and the body says what it takes up and why. Every one of these steps is in the record.',
  ),
  noSuchCall: say('There is no call with this number.'),
  noSuchTheme: say('There is no theme with this number.'),
  notInTheTeam: sayWith<{ body: string }>(
    'Themes of this call are decided by the theme team and the clerks of {body}.',
  ),
  notTheClerk: sayWith<{ body: string }>('What is taken up is decided by the clerks of {body}.'),
  themeIsOver: sayWith<{ number: number }>(
    'Theme {number} was joined with another, or has ended, and can no longer be changed.',
  ),
  unnamed: sayWith<{ number: number }>('Theme {number}, not named yet'),
  themeNumber: sayWith<{ number: number }>('Theme {number}'),
  noThemes: say('No themes yet'),
  noThemesHint: say('They are computed once there are answers, and named by people.'),
  nothingPublished: say('By the notice of this call nothing of the answers is published, nor their themes.'),
  question: say('Question'),
  answers: say('Answers'),
  countOfAnswers: sayWith<{ count: number }>('{count, plural, one {# answer} other {# answers}}'),
  named: sayWith<{ title: string }>('“{title}”', 'the name that a theme was given'),
  answersRead: say('Answers that can be read'),
  inATheme: say('In a theme'),
  notInATheme: say('Not yet in a theme'),
  fitsNone: sayWith<{ count: number }>(
    '{count, plural, =0 {All of them have been looked at.} one {One of these fits no theme well.} other {{count, number} of these fit no theme well.}}',
  ),
  sharesHint: say(
    'Shares of the answers that can be read. An answer may be in up to three themes, so that they add up to more than all.',
  ),
  theme: say('Theme'),
  share: say('Share'),
  typicalWords: say('Typical words'),
  wordsOf: sayWith<{ words: string }>('Typical words: {words}'),
  noWords: say('None stand out, or they are being read anew.'),
  whatBecame: say('What became of it'),
  undecided: say('Neither taken up nor refused yet'),
  partOf: sayWith<{ theme: string }>('Part of “{theme}”'),
  small: say('A small theme'),
  mergedInto: sayWith<{ number: number }>('Joined with theme {number}'),
  ended: say('No longer found in the answers, and nobody had decided about it'),
  unanswered: say('Without an answer'),
  unansweredLead: sayWith<{ day: string }>(
    'The body promised an answer by {day}. About these themes it has said neither that it takes them up nor why not.',
  ),
  quotations: say('In their own words'),
  quotedFrom: sayWith<{ number: number }>('Answer {number}'),
  theAnswers: say('Answers in it'),
  answersUnpublished: say('By the notice of this call the answers themselves are not published.'),
  answersHere: sayWith<{ from: number; to: number; all: number }>(
    '{from, number} to {to, number} of {all, number}',
  ),
  pages: say('Pages of answers'),
  earlier: say('Earlier'),
  later: say('Later'),
  story: say('Every step'),
  storyNote: say('Newest first'),
  howComputed: say('How it was computed'),
  howComputedWords: sayWith<{ answers: number; duplicates: number; day: string }>(
    'On {day}, from {answers, number} answers, of which {duplicates, number} repeat another nearly word for word. Answers that use the same words lie near each other; groups of near answers are proposed as themes. No language model was asked, and no word left this machine.',
  ),
  stability: sayWith<{ language: string; samples: string; seeds: string }>(
    'Does it hold ({language})? On four answers in five, the same themes come out to {samples} of 1; started elsewhere, to {seeds} of 1 (adjusted mutual information).',
  ),
  measuredHolds: sayWith<{
    what: string
    language: string
    accuracy: string
    from: string
    to: string
    coded: number
    always: string
  }>(
    '{what} ({language}): told right for {accuracy} of {coded, number} answers that people coded (95 %: {from} to {to}); always saying the commonest would be right for {always}.',
  ),
  notAssessed: sayWith<{ what: string }>(
    '{what}: not assessed. Too few answers were coded by people, or a computation tells it no better than chance.',
  ),
  stance: say('Stance'),
  sentiment: say('Sentiment'),
  notAssessedName: say('Not assessed'),
  stanceIs: sayWith<{ name: string; count: number }>('{name}: {count, number}'),
  runOfDay: sayWith<{ day: string }>('The computation of {day}'),
  // What the record says.
  entryThemed: say('Themes of a call were computed'),
  entryNamed: say('A theme was named by people'),
  entryMerged: say('A theme was joined with another'),
  entrySplit: say('A theme was split'),
  entryMoved: say('Answers were moved from one theme to another'),
  entryRaised: say('A part of a theme became a theme of its own'),
  entryUndone: say('A step of the theme team was undone'),
  entryQuoted: say('A passage of an answer was marked as a quotation'),
  entryUnquoted: say('A quotation was taken off'),
  entryTakenUp: say('A body took up a theme of its call'),
  entryNotTakenUp: say('A body said why it does not take up a theme of its call'),
  entryDone: say('A body said that what a theme asked for is done'),
  entryAnsweredTheme: say('A body answered a theme of its call'),
  entryAnswerTakenUp: say('A body took up an answer to its call'),
  entryAnswerNotTakenUp: say('A body said why it does not take up an answer'),
  entryAnswerAnswered: say('A body answered an answer to its call'),
  entrySampleDrawn: say('A sample of answers was drawn to be coded by people'),
  entrySampleClosed: say('How far people agree about a sample of answers was published'),
})

export const entryTypes = {
  'call.themed': m.entryThemed,
  'call.sample-drawn': m.entrySampleDrawn,
  'call.sample-closed': m.entrySampleClosed,
  'theme.named': m.entryNamed,
  'theme.merged': m.entryMerged,
  'theme.split': m.entrySplit,
  'theme.answers-moved': m.entryMoved,
  'theme.raised': m.entryRaised,
  'theme.undone': m.entryUndone,
  'theme.quoted': m.entryQuoted,
  'theme.unquoted': m.entryUnquoted,
  'theme.taken-up': m.entryTakenUp,
  'theme.not-taken-up': m.entryNotTakenUp,
  'theme.done': m.entryDone,
  'theme.answered': m.entryAnsweredTheme,
  'answer.taken-up': m.entryAnswerTakenUp,
  'answer.not-taken-up': m.entryAnswerNotTakenUp,
  'answer.answered': m.entryAnswerAnswered,
}

/** What a step did, by its kind. */
export const STEP_MESSAGES = {
  named: m.entryNamed,
  merged: m.entryMerged,
  split: m.entrySplit,
  'answers-moved': m.entryMoved,
  raised: m.entryRaised,
} as const
