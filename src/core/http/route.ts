import type { ZodType } from 'zod'
import type { RoutePolicy } from '../access/policy.ts'
import type { Answer } from './answer.ts'
import type { Exchange } from './exchange.ts'

export interface Route {
  method: 'GET' | 'POST'
  /** `/submissions/:number`; the same path below `/api/v1` when `api` says so. */
  path: string
  policy: RoutePolicy
  handler: (x: Exchange) => Promise<Answer>
  /** Part of the stable API; what it takes and gives, for the OpenAPI page. */
  api?: ApiDescription
  /** Pages shared by nobody: no ETag, no cache, whatever the handler says. */
  isPrivate?: boolean
  /** Keys, codes or links are tried here: those that fail are counted for the operator. */
  triesKeys?: boolean
  /** Whoever is let through it is signed in by it, or once more: counted for the operator, never who. */
  signsIn?: boolean
  /**
   * Of a route that takes words or facts about people: the standing form whose notice says what is done with them, or `call` for
   * the notice of the call itself. Null where nothing of the kind is taken; left out, that of its slice holds.
   */
  collects?: string | null
  /** Takes files (multipart), up to this many bytes each. */
  uploads?: { most: number; bytesEach: number }
  /** Takes words from people without an account: above a limit they need a proof of work, or wait for a person (`x.isFlood`). */
  isOpenToFloods?: boolean
  /** What a body may weigh that is no upload; a megabyte unless said. */
  mostBytes?: number
  /** The handler checks a signature over the very bytes (`x.raw`). */
  keepsBytes?: boolean
  /** For the role matrix: values for the parameters, at a unit of one's own or another's. */
  example?: (where: 'own' | 'other') => Record<string, string>
  /** There in a demonstration alone: a real house does not know its address. */
  isOfDemo?: boolean
  /** Roles admitted by the handler's own policy when the route's is wider; read by the role matrix. */
  roles?: readonly string[]
}

export interface ApiDescription {
  summary: string
  /** Scope that an access token needs; reading what is public needs none. */
  scope?: string
  query?: ZodType
  body?: ZodType
  /** Status and schema of the good answer. */
  answers: Readonly<Record<number, ZodType>>
}

/** Declares a route; only here so that a list of routes reads as a table of contents. */
export function get(path: string, route: Omit<Route, 'method' | 'path'>): Route {
  return { method: 'GET', path, ...route }
}

export function post(path: string, route: Omit<Route, 'method' | 'path'>): Route {
  return { method: 'POST', path, ...route }
}
