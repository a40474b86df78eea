import type { FastifyInstance } from 'fastify'
import { unorderedId } from '#core/ids/ids.ts'

export interface Reply {
  status: number
  headers: Readonly<Record<string, unknown>>
  body: string
  /** Where a 303 leads. */
  location: string
  json(): never
  /** Text of the page without its markup, blanks folded. */
  text(): string
}

interface Options {
  headers?: Record<string, string>
  /** Sent as JSON instead of as a form. */
  json?: unknown
}

/** Somebody at a browser without JavaScript: keeps cookies, sends forms, follows what they are told. */
export class Visitor {
  readonly #server: FastifyInstance
  readonly #cookies = new Map<string, { value: string; path: string }>()

  constructor(server: FastifyInstance, cookies: Readonly<Record<string, string>> = {}) {
    this.#server = server
    for (const [name, value] of Object.entries(cookies)) this.#cookies.set(name, { value, path: '/' })
  }

  get(path: string, options: Options = {}): Promise<Reply> {
    return this.#send('GET', path, { ...options })
  }

  /** Sends a form as a browser does, with a key against double sending unless the fields bring one. */
  post(path: string, fields: Record<string, string | string[]> = {}, options: Options = {}): Promise<Reply> {
    const form = new URLSearchParams()
    for (const [name, value] of Object.entries({ once: unorderedId(), ...fields })) {
      for (const one of [value].flat()) form.append(name, one)
    }
    const headers = { 'content-type': 'application/x-www-form-urlencoded', ...options.headers }
    return this.#send('POST', path, { ...options, headers, payload: form.toString() })
  }

  /** Sends JSON to the API. */
  postJson(path: string, body: unknown, headers: Record<string, string> = {}): Promise<Reply> {
    return this.#send('POST', path, {
      headers: { 'content-type': 'application/json', accept: 'application/json', ...headers },
      payload: JSON.stringify(body),
    })
  }

  getJson(path: string, headers: Record<string, string> = {}): Promise<Reply> {
    return this.get(path, { headers: { accept: 'application/json', ...headers } })
  }

  async #send(
    method: 'GET' | 'POST',
    path: string,
    { headers = {}, payload }: { headers?: Record<string, string>; payload?: string },
  ): Promise<Reply> {
    const cookie = [...this.#cookies]
      .filter(([, kept]) => path.startsWith(kept.path))
      .map(([name, { value }]) => `${name}=${value}`)
    const answer = await this.#server.inject({
      method,
      url: path,
      headers: {
        accept: 'text/html',
        ...(cookie.length > 0 ? { cookie: cookie.join('; ') } : {}),
        ...headers,
      },
      payload,
    })
    for (const { name, value, path: below, maxAge } of answer.cookies) {
      if (maxAge === 0) this.#cookies.delete(name)
      else this.#cookies.set(name, { value, path: below ?? '/' })
    }
    return {
      status: answer.statusCode,
      headers: answer.headers,
      body: answer.body,
      location: String(answer.headers.location ?? ''),
      json: () => JSON.parse(answer.body) as never,
      text: () => textOf(answer.body),
    }
  }
}

function textOf(html: string): string {
  const text = html
    .replace(/<(style|script|svg)\b.*?<\/\1>/gs, ' ')
    // A title amid a sentence has no space around it.
    .replace(/<\/?bdi\b[^>]*>/g, '')
    .replace(/<[^>]+>/g, ' ')
  const entities: Record<string, string> = {
    '&amp;': '&',
    '&lt;': '<',
    '&gt;': '>',
    '&quot;': '"',
    '&#39;': "'",
  }
  return text
    .replace(/&(amp|lt|gt|quot|#39);/g, (entity) => entities[entity] ?? entity)
    .replace(/\s+/g, ' ')
    .trim()
}
