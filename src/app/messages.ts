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
  demoBanner: say('A demonstration: everybody in it is made up, and everything may be tried.'),
  roleRestsBanner: say('Your role rests until you show your passkey'),
  roleWantsPasskeyBanner: say('Your role rests until you have a passkey: make one'),
  runsOn: say('Run on Folkmoot, which is open source.'),
  problemWhatNow: say('What you can do'),
  problemGoBack: say('Go back with your browser: what you typed is still in the form.'),
  problemHome: say('Start from the front page'),
  problemTitle: say('That did not work'),
  apiTitle: say('The API'),
  apiLead: say(
    'Everything that is public here can be read by programs, and everything one may do on a page, a program may do with a token.',
  ),
  apiHow: say('How to speak with it'),
  apiSame: say(
    'Every address below is the same as the page of that name, as JSON. Errors are problem+json with a stable type and a sentence that says what to do.',
  ),
  apiRetries: say(
    'Send an Idempotency-Key with every write: a retry with the same key gets the first answer, and nothing is done twice.',
  ),
  apiTokens: say(
    'Reading what is public needs no token. For the rest make one on your tokens page, with the scopes it needs and the day it ends, and send it as “Authorization: Bearer”.',
  ),
  apiAddresses: say('Addresses'),
  apiAddress: say('Address'),
  apiWhat: say('What it does'),
  apiScope: say('Scope'),
  problemExplained: sayWith<{ id: string }>(
    'The problem “{id}”: the answer that led here says in its title what happened and what to do.',
  ),
  notReady: say('Not ready yet: the database does not answer.'),
  notYoursTitle: say('Not for you today', 'title of the page for somebody who may not do this'),
  slowlyTitle: say('A little slower, please', 'title of the page for somebody who asked too often'),
  busyTitle: say('Too busy for a moment', 'title of the page when there are too many at once'),
  notFoundTitle: say('Nothing here'),
})
