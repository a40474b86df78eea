import { defineMessages, say } from '#core/i18n/messages.ts'

/** The notices a house is founded with, in plain words. */
export const standingMessages = defineMessages('standing-notices', {
  handingInTitle: say('Handing something in'),
  handingInSummary: say(
    'The body you write to reads it and answers in public; your words are published, your name as you choose.',
  ),
  handingInPurpose: say(
    'So that a body answers you by a day it promised, and everyone can see what it did with your words.',
  ),
  lettersTitle: say('Letters between you and a clerk'),
  lettersSummary: say('Only the clerk and you read these letters.'),
  lettersPurpose: say('So that the body can ask you something, and you it, without telling the public.'),
  accountTitle: say('Your account'),
  accountSummary: say('Your name, address and sign-ins, so that you can take part and be written to.'),
  accountPurpose: say(
    'To know that it is you, to know where you are a member, and to write to you about what is yours.',
  ),
  followingTitle: say('Following a matter'),
  followingSummary: say('Your address, only to write to you of each step; one click ends it.'),
  followingPurpose: say('To tell you of each step of a matter you asked to hear of.'),
  reportsTitle: say('Reporting words'),
  reportsSummary: say('The reason you choose and what you add go to the moderators; who you are does not.'),
  reportsPurpose: say('So that a person looks at words that may hurt somebody or break the law.'),
  myDataTitle: say('Asking about your data'),
  myDataSummary: say('What you ask and the codes we send, to show, correct or erase what is yours.'),
  myDataPurpose: say('To do what the law and you ask of us, and to be able to show that it was done.'),
  officersTitle: say('What office-holders do'),
  officersSummary: say(
    'What you write and decide in an office is published under the name of the body, and often your own.',
  ),
  officersPurpose: say('So that everyone sees who decided what, when and why.'),
  gatheringsTitle: say('Coming to a gathering'),
  gatheringsSummary: say('Your name, address and what you need, so that the organisers can prepare.'),
  gatheringsPurpose: say('To know who comes, to remind you, and to have ready what you need there.'),
  answersPublishedTitle: say('Answers to a call, words published'),
  answersPublishedSummary: say(
    'The body reads your answer and says what it took up and why; your words are published, without your name.',
  ),
  answersCountedTitle: say('Answers to a call, words not published'),
  answersCountedSummary: say(
    'The body reads your answer and says what it took up and why; themes, counts and a few chosen quotations are published.',
  ),
  answersPurpose: say(
    'To hear what people say about the question, to find what many have in common, and to answer it.',
  ),

  keptInTheRecord: say(
    'Until you erase your words, which you can do at any time. That something was handed in, and when, stays in the public record.',
  ),
  keptWithTheMatter: say('As long as the matter they are about, and a year.'),
  keptWhileAccount: say('As long as you have the account. Sign-ins go when they end.'),
  keptUntilYouEnd: say('Until you end it, or the matter ends.'),
  keptAYear: say('A year after it was answered. Codes for half an hour.'),
  keptAMonth: say('A month after the gathering; then only how many came.'),
  keptTwoYears: say('Two years after the call closed; you can erase your words before.'),
  seenByClerks: say(
    'Clerks of the body you write to. Words that are held or reported are seen by moderators. With “name withheld” nobody else learns your name; anonymous, nobody does.',
  ),
  seenByClerksAndYou: say('The clerks of the body, and you.'),
  seenByAdministrators: say(
    'Administrators of your part of the organisation; each look is written down for you.',
  ),
  seenByNobody: say('Nobody but the machine that sends the letters.'),
  seenByModerators: say('The moderators of the body, and those who hear an appeal.'),
  seenByOrganisers: say('The organisers of the gathering.'),
  seenByThemeTeam: say(
    'Clerks and moderators of the body, those who sort answers into themes, and the helper who brought yours in.',
  ),
  publishedAsYouChoose: say('Your words; your name only if you choose “with my name”.'),
  publishedNothing: say('Nothing.'),
  publishedCounts: say('Only how many there were.'),
  publishedOffice: say('What was decided, by whom and why.'),
  publishedWords: say('Your words, without your name, and how many said the like.'),
  publishedQuotations: say('Themes and counts, and a few quotations without names.'),
  objecting: say(
    'Under “My data” you can see, take away, correct and erase what is yours, and object to what we do with it; without an account by a code we send you. You can also complain to the Information Commissioner’s Office.',
  ),
})
