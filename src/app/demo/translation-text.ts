import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { z } from 'zod'
import { projectRoot } from '#core/config/project-root.ts'

const translation = z.strictObject({
  /** Key of the submission. */
  key: z.string(),
  /** The deed whose reason it is (`answer`, `passed-on`); without one, title and words. */
  deed: z.string().optional(),
  language: z.string(),
  day: z.number(),
  by: z.string(),
  /** Who read it; without one it waits to be read. */
  readBy: z.string().optional(),
  paragraphs: z.array(z.string().min(1)).min(1),
})

export type DemoTranslation = z.infer<typeof translation>

const HEAD = /^(?<key>\S+)(?: (?<deed>[a-z-]+))? in (?<language>[a-z]+)$/
const FACTS = /^(?<day>[-+]?\d+), by (?<by>\S+?)(?:, read by (?<readBy>\S+))?$/

/** Reads db/demo/translations.txt: `# key [deed] in language`, a line of who and when, the paragraphs. */
export async function readTranslations(): Promise<DemoTranslation[]> {
  const text = await readFile(path.join(projectRoot, 'db', 'demo', 'translations.txt'), 'utf8')
  return text
    .split(/^# /m)
    .slice(1)
    .map((told) => {
      const [head = '', facts = '', ...rest] = told.trim().split('\n')
      const who = FACTS.exec(facts)?.groups ?? {}
      const paragraphs = rest.join('\n').trim().split(/\n\n+/)
      const read = translation.safeParse({
        ...HEAD.exec(head)?.groups,
        ...who,
        day: Number(who.day),
        paragraphs,
      })
      if (!read.success)
        throw new Error(`db/demo/translations.txt, “${head}”: ${z.prettifyError(read.error)}`)
      return read.data
    })
}
