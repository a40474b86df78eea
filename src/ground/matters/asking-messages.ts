import { defineMessages, sayWith } from '#core/i18n/messages.ts'

interface Asked extends Record<string, string | number> {
  number: number
  body: string
  /** Addresses of the story and of the receipt. */
  story: string
  receipt: string
}

/** Letters that ask the author for something. */
export const askingMessages = defineMessages('matters', {
  verdictSubject: sayWith<Asked>('{number, number, ::group-off}: was it an answer?'),
  verdictLetter: sayWith<Asked>(
    'Two weeks ago {body} answered what you handed in under number {number, number, ::group-off}. Was it an answer? Only you can say. It is counted on the page of {body}.\n\nSigned in, say so in the story: {story}\n\nWithout an account, open your receipt with your follow-up key: {receipt}',
  ),
  returnSubject: sayWith<Asked>('{number, number, ::group-off}: may it go back?'),
  returnLetter: sayWith<Asked>(
    '{body} wishes to pass number {number, number, ::group-off} back to a body that had it before. That needs your agreement, or that of the body that reviews it. Until then it stays where it is, and its clock runs on.\n\nThe reason stands in the story: {story}\n\nWithout an account, open your receipt with your follow-up key to agree: {receipt}',
  ),
})
