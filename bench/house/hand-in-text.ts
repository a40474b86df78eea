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
