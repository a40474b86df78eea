import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { z } from 'zod'
import { projectRoot } from '#core/config/project-root.ts'
import { readCsv } from '#core/csv/read-csv.ts'
import { AUDIENCES, GATHERING_KINDS } from '#ground/gatherings/gathering-kinds.ts'
import { KINDS } from '../../propose/submissions/index.ts'
import { type DemoSubmission, readTimelines } from './timeline-text.ts'
import { readTranslations } from './translation-text.ts'

const orNull = z.string().transform((cell) => (cell === '' ? null : cell))
const isYes = z.enum(['', 'yes']).transform((cell) => cell === 'yes')
const words = z.string().transform((cell) => cell.split(' ').filter(Boolean))
const day = z.coerce.number().int()

const unit = z.object({
  slug: z.string(),
  /** Empty for one of the 650 constituencies, which have their names from `constituencies.csv`. */
  name: orNull,
  kind: z.string(),
  parent: orNull,
  own: isYes,
  secretary: orNull,
  chair: orNull,
})

const person = z.object({
  handle: z.string(),
  name: z.string(),
  unit: z.string(),
  language: z.string().transform((cell) => cell || 'en'),
  /** Empty for somebody one cannot be. */
  line: orNull,
})

const body = z.object({
  slug: z.string(),
  name: z.string(),
  kind: z.string(),
  unit: z.string(),
  days: day,
  reviewer: orNull,
  clerk: z.string(),
  moderator: orNull,
  members: words,
  duties: words,
  about: z.string(),
})

const term = z.object({
  person: z.string(),
  role: z.enum(['clerk', 'moderator', 'member']),
  body: z.string(),
  from: day,
  to: day,
  /** The day it ended early; empty when it runs to its last day. */
  ended: orNull,
  reason: z.string(),
})

const promise = z.object({
  body: z.string(),
  day,
  days: day,
  by: z.string(),
  reason: z.string(),
})

const orNoNumber = z.string().transform((cell) => (cell === '' ? null : Number(cell)))

const gathering = z.object({
  key: z.string(),
  title: z.string(),
  kind: z.enum(GATHERING_KINDS),
  /** `unit:millbrook`, `body:housing` */
  holder: z.string(),
  day,
  from: z.string(),
  to: z.string(),
  where: z.string(),
  online: orNull,
  audience: z.enum(AUDIENCES),
  places: orNoNumber,
  access: z.string(),
  contact: z.string(),
  people: orNoNumber,
  /** Why it was called off. */
  off: orNull,
  language: z.string(),
  /** Who registers. */
  coming: words,
  about: z.string(),
})

const heard = z.object({
  gathering: z.string(),
  kind: z.enum(KINDS),
  to: z.string(),
  lang: z.string(),
  /** Days after it was entered on which its clerk does something. */
  after: orNoNumber,
  do: z.enum(['', 'consider', 'answer', 'accept', 'refuse']).transform((cell) => (cell === '' ? null : cell)),
  why: orNull,
  words: z.string(),
})

const constituency = z.object({ code: z.string(), name: z.string(), region: z.string() })

export type Movement = Awaited<ReturnType<typeof readMovement>>

const folder = path.join(projectRoot, 'db', 'demo')

/** Reads the demonstration movement (db/demo/README.md says what stands where); `themes` leaves out all but a few. */
export async function readMovement(themes?: readonly string[]) {
  return {
    units: await read('units.csv', unit),
    constituencies: await read('constituencies.csv', constituency),
    people: await read('people.csv', person),
    bodies: await read('bodies.csv', body),
    terms: await read('terms.csv', term),
    promises: await read('promises.csv', promise),
    gatherings: await read('gatherings.csv', gathering),
    heard: await read('heard.csv', heard),
    submissions: await readSubmissions(themes),
    translations: await readTranslations(),
  }
}

/** Every file of `submissions/`, in the order of their names. */
export async function readSubmissions(themes?: readonly string[]): Promise<DemoSubmission[]> {
  const place = path.join(folder, 'submissions')
  const files = (await readdir(place)).toSorted()
  const wanted = files.filter((file) => themes?.includes(path.parse(file).name) ?? true)
  const texts = await Promise.all(wanted.map((file) => readFile(path.join(place, file), 'utf8')))
  return texts.flatMap((text, at) => readTimelines(text, wanted[at] ?? ''))
}

async function read<T extends z.ZodObject>(file: string, schema: T): Promise<z.infer<T>[]> {
  const rows: z.infer<T>[] = []
  const required = Object.keys(schema.shape)
  for await (const row of readCsv(path.join(folder, file), { required }))
    rows.push(schema.parse(row.asRecord()))
  return rows
}
