import { defineMessages, say, sayWith } from '#core/i18n/messages.ts'

/** Short: each answer costs a text message or two. */
export const m = defineMessages('texts-in', {
  taken: sayWith<{ number: number; url: string; key: string }>(
    'Thank you. Your number: {number, number, ::group-off}. Follow it: {url} Your key, keep it: {key}',
  ),
  read: sayWith<{ read: string }>('Read: {read}.', 'what was understood: “1: …; 2: b”'),
  notRead: sayWith<{ said: string }>('Not understood and not counted: {said} A person reads it.'),
  unread: sayWith<{ number: number; url: string }>(
    'We could not tell which question you answer. Write {number, number, ::group-off}, then its number, a colon and your answer. How: {url} Your words are kept for a person.',
  ),
  unknown: sayWith<{ number: number }>(
    'No open call has the number {number, number, ::group-off}. Nothing was taken in.',
  ),
  closed: sayWith<{ number: number; url: string }>(
    'Call {number, number, ::group-off} is not open, so nothing was taken in: {url}',
  ),
  members: sayWith<{ url: string }>(
    'This call does not ask everybody. Please sign in and answer here: {url}',
  ),
  which: say('Begin with the number of the call, for example: 2417 our buses…'),
  empty: sayWith<{ number: number }>(
    'Write your answer after the number: {number, number, ::group-off} and your words. Nothing was taken in.',
  ),
  partMissing: say('[A part of this text message did not arrive.]'),
  unsigned: say('This is not signed with the secret we share.'),
  stale: say('This was signed more than five minutes ago.'),
  off: say('Text messages are not taken in here.'),
  unreadable: say('This is no text message: see docs/formats/text-webhook.md.'),
})
