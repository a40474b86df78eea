import { defineMessages, say, sayWith } from '#core/i18n/messages.ts'

export const m = defineMessages('handed-in', {
  title: say('What I handed in'),
  lead: say(
    'What you handed in and answered under your account, and what you began, newest first. Nobody else sees this page.',
  ),
  views: say('Which of them', 'heads the links all, waiting, open, ended'),
  viewAll: say('All'),
  viewWaiting: sayWith<{ count: number }>('Waits for you ({count, number})'),
  viewOpen: say('Still open'),
  viewClosed: say('Ended'),
  nothing: say('You have handed nothing in yet'),
  nothingWaiting: say('Nothing waits for you'),
  nothingOpen: say('Nothing is open'),
  nothingClosed: say('Nothing has ended yet'),
  handIn: say('Hand something in'),
  openCalls: say('Answer a call'),
  draft: say('Draft'),
  pages: say('Pages'),
  shownHere: sayWith<{ count: number }>('{count, number} on this page'),
  older: say('Older'),
  anonymous: say('What you handed in anonymously is not here, for nothing leads from it to you.'),
  withKey: say('Open it with its number and key'),
})
