import { defineMessages, say, sayWith } from '#core/i18n/messages.ts'

export const letterMessages = defineMessages('translations', {
  answerSubject: sayWith<{ number: number }>('The answer to {number, number, ::group-off}, in your language'),
  answerIntro: sayWith<{ body: string; number: number }>(
    'What {body} answered to {number, number, ::group-off} can now be read in your language.',
  ),
  letterByMachine: say(
    'A machine translated this, and no person has read it yet. What the body wrote itself is what counts.',
  ),
  letterByVolunteers: say(
    'Volunteers translated this: one wrote it, another read it. What the body wrote itself is what counts.',
  ),
  answerStory: sayWith<{ url: string }>('Both stand in the story, for everyone to read: {url}'),
})
