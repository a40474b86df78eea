import { z } from 'zod'
import { orNothing } from '#core/input/text.ts'
import { KINDS } from './input.ts'

export const STATES = [
  'open',
  'overdue',
  'received',
  'being-considered',
  'closed',
  'accepted',
  'answered',
  'refused',
  'merged',
  'withdrawn',
] as const

/** Search and filters of a list; what cannot be read is left out, for an address is often cut or mistyped. */
export const listQuery = z.object({
  q: orNothing(z.string().max(200)).catch(undefined),
  kind: orNothing(z.enum(KINDS)).catch(undefined),
  state: orNothing(z.enum(STATES)).catch(undefined),
  body: orNothing(z.string().regex(/^[a-z0-9-]{1,100}$/)).catch(undefined),
  language: orNothing(z.string().regex(/^[a-zA-Z]{2,3}(-[a-zA-Z0-9]{2,8})*$/)).catch(undefined),
  after: orNothing(z.string().max(120)).catch(undefined),
})

export type ListQuery = z.infer<typeof listQuery>
