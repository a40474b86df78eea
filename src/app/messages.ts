import { defineMessages, say, sayWith } from '#core/i18n/messages.ts'

export const m = defineMessages('app', {
  skip: say('Skip to the page'),
  mainNavigation: say('Main', 'name of the main navigation, for screen readers'),
  home: say('Open now'),
  where: say('You are here', 'name of the breadcrumbs, for screen readers'),
  titleWithHouse: sayWith<{ title: string; house: string }>('{title} | {house}', 'browser title'),
  theRecord: say('The record'),
  you: say('You'),
  languages: say('Language'),
  signIn: say('Sign in'),
  signOut: say('Sign out'),
  demoBanner: say(
    'A demonstration: the movement and the people are made up, and everything here may be tried.',
  ),
  runsOn: say('Run on Folkmoot, which is open source.'),
  problemWhatNow: say('What you can do'),
  problemGoBack: say('Go back with your browser: what you typed is still in the form.'),
  problemHome: say('Start from the front page'),
  problemTitle: say('That did not work'),
  notFoundTitle: say('Nothing here'),
})
