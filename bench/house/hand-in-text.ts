import { randomUUID } from 'node:crypto'
import { postText } from './raw-client.ts'

const AUTHORSHIPS = ['named', 'withheld', 'anonymous']

/** A hand-in as a program sends it, each a little different. */
export function handInText(turn: number, to: readonly string[]): string {
  const body = {
    title: `Bench ${turn}: mend the ${turn % 97}th bridge over the ${turn % 31}th brook`,
    words:
      'The planks are loose since the flood, and the school is on the other side.\n\nPlease say who decides, and by when.',
    authorship: AUTHORSHIPS[turn % 3],
    to: to[turn % to.length],
  }
  return postText('/api/v1/submissions', body, { 'idempotency-key': randomUUID() })
}

/** An answer without a name to a call's first question. */
export function answerText(turn: number, call: number): string {
  const body = {
    q1: `Light the lane behind the pump house, and mend the ${turn % 97}th step of the ${turn % 31}th stair. It is dark from four, and nobody knows whom to ask.`,
    authorship: 'anonymous',
  }
  return postText(`/api/v1/calls/${call}/answer`, body, { 'idempotency-key': randomUUID() })
}
