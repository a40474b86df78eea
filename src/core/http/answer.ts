import type { Exchange, PageFrame } from './exchange.ts'

/** What a handler says; the server turns it into bytes. */
export type Answer =
  | {
      kind: 'page'
      status: number
      html: string
      cookies?: readonly CookieToSet[]
      cache?: Caching
      stands?: Standing
      /** Its island runs WebAssembly of ours, which the content policy of every other page forbids. */
      runsWasm?: boolean
    }
  | {
      kind: 'json'
      status: number
      body: unknown
      headers?: Readonly<Record<string, string>>
      cache?: Caching
      cookies?: readonly CookieToSet[]
    }
  | { kind: 'see-other'; to: string; cookies?: readonly CookieToSet[] }
  | { kind: 'problem'; problem: Problem }
  | {
      kind: 'bytes'
      status: number
      type: string
      bytes: Buffer | string
      headers?: Readonly<Record<string, string>>
      cache?: Caching
    }
  /** Sent while it is made; shared by nobody. If it fails half-way the connection breaks off, so that nobody takes a part for the whole. */
  | {
      kind: 'stream'
      type: string
      chunks: AsyncIterable<Uint8Array>
      headers?: Readonly<Record<string, string>>
    }

/** RFC 9457. `type` is stable API: `/problems/<id>`. */
export interface Problem {
  status: number
  /** Stable id, e.g. `submission.already-decided`. */
  id: string
  /** A sentence for people, in their language: what happened and what to do. */
  title: string
  /** One an invalid field. */
  fields?: readonly FieldProblem[]
  retryAfterSeconds?: number
}

export interface FieldProblem {
  field: string
  message: string
}

export interface CookieToSet {
  name: string
  value: string
  path?: string
  /** Seconds; absent for a session cookie, 0 to forget it. */
  maxAge?: number
}

/** How long strangers' caches may keep an answer. Only ever for what anybody may see. */
export type Caching = 'never' | 'public' | 'immutable'

/** Of a public page that shows everybody the same, and that only news of what it names, or a moment, makes untrue. */
export interface Standing {
  until: Date
  frame: PageFrame
  /** The person whose own page says more; null where there is none. */
  exceptFor: string | null
}

interface Both {
  html: () => string
  json: () => unknown
  cache?: Caching
  status?: number
  cookies?: readonly CookieToSet[]
  stands?: Standing
}

/** A page for readers, JSON for programs, from the same facts. */
export function show(x: Exchange, { html, json, cache, status = 200, cookies, stands }: Both): Answer {
  if (x.wants === 'json') return { kind: 'json', status, body: json(), cache, cookies }
  return { kind: 'page', status, html: html(), cache, cookies, stands }
}

interface Done {
  to: string
  json: () => unknown
  /** 201 where something new came to be. */
  status?: number
  cookies?: readonly CookieToSet[]
}

/** After a write: 303 to the page that shows it, or the new state as JSON. */
export function done(x: Exchange, { to, json, status = 200, cookies }: Done): Answer {
  if (x.wants === 'json') return { kind: 'json', status, body: json(), headers: { location: to }, cookies }
  return { kind: 'see-other', to, cookies }
}

/** 422: the form again with everything that was typed, or a problem with its fields. */
export function invalid(
  x: Exchange,
  { problem, html }: { problem: Omit<Problem, 'status'>; html: () => string },
): Answer {
  if (x.wants === 'json') return { kind: 'problem', problem: { ...problem, status: 422 } }
  return { kind: 'page', status: 422, html: html() }
}

export function seeOther(to: string, cookies?: readonly CookieToSet[]): Answer {
  return { kind: 'see-other', to, cookies }
}

export function problem(status: number, id: string, title: string): Answer {
  return { kind: 'problem', problem: { status, id, title } }
}
