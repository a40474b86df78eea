import { z } from 'zod'

/** A machine that translates: an address that speaks as LibreTranslate does. */
export interface Machine {
  /** Without a slash at the end. */
  url: string
  key: string | null
}

export interface Asked {
  texts: readonly string[]
  source: string
  target: string
}

/** `refused`: this text will never do. `away`: it may do later. */
export type Drafted = { ok: true; texts: string[] } | { ok: false; why: 'refused' | 'away' }

const SLOWEST_MS = 60_000
const MOST_BYTES = 4 * 1024 * 1024

const answerSchema = z.object({ translatedText: z.array(z.string()) })
const languagesSchema = z.array(z.object({ code: z.string(), targets: z.array(z.string()).optional() }))

/** Asks for a draft of several paragraphs at once. Whatever comes back is text, never markup of ours. */
export async function draftBy({ url, key }: Machine, { texts, source, target }: Asked): Promise<Drafted> {
  try {
    const reply = await fetch(`${url}/translate`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ q: texts, source, target, format: 'text', ...(key ? { api_key: key } : {}) }),
      signal: AbortSignal.timeout(SLOWEST_MS),
      redirect: 'error',
    })
    if (!reply.ok) return { ok: false, why: isFinal(reply.status) ? 'refused' : 'away' }
    const read = answerSchema.safeParse(await readJson(reply))
    if (!read.success || !isWhole(read.data.translatedText, texts)) return { ok: false, why: 'refused' }
    return { ok: true, texts: read.data.translatedText }
  } catch {
    return { ok: false, why: 'away' }
  }
}

/** Which pairs it knows, as `source>target`; null while it cannot be asked. */
export async function pairsOf({ url }: Machine): Promise<ReadonlySet<string> | null> {
  try {
    const reply = await fetch(`${url}/languages`, {
      signal: AbortSignal.timeout(SLOWEST_MS),
      redirect: 'error',
    })
    const read = languagesSchema.safeParse(reply.ok ? await readJson(reply) : null)
    if (!read.success) return null
    const every = read.data.map(({ code }) => code)
    return new Set(
      read.data.flatMap(({ code, targets }) => (targets ?? every).map((target) => `${code}>${target}`)),
    )
  } catch {
    return null
  }
}

/** Too many at once, and no right to ask, may pass; a text it cannot read will not. */
function isFinal(status: number): boolean {
  return status === 400 || status === 413 || status === 422
}

function isWhole(drafts: readonly string[], texts: readonly string[]): boolean {
  return drafts.length === texts.length && drafts.every((draft) => draft.trim() !== '')
}

async function readJson(reply: Response): Promise<unknown> {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of reply.body ?? []) {
    size += chunk.length
    if (size > MOST_BYTES) throw new Error('the machine answers without end')
    chunks.push(chunk)
  }
  return JSON.parse(Buffer.concat(chunks).toString('utf8'))
}
