import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { z } from 'zod'
import { projectRoot } from '#core/config/project-root.ts'
import { readCsv } from '#core/csv/read-csv.ts'
import { AUTHORSHIPS, KINDS } from '../../propose/submissions/index.ts'

const unit = z.strictObject({
  slug: z.string(),
  name: z.string(),
  kind: z.string(),
  parent: z.string().optional(),
  own: z.boolean().optional(),
})

const person = z.strictObject({
  handle: z.string(),
  name: z.string(),
  unit: z.string(),
  language: z.string().default('en'),
  line: z.string(),
  /** Bodies or units of the roles held. */
  clerk: z.string().optional(),
  moderator: z.string().optional(),
  secretary: z.string().optional(),
  chair: z.string().optional(),
  administrator: z.string().optional(),
  seat: z.string().optional(),
})

const body = z.strictObject({
  slug: z.string(),
  name: z.string(),
  kind: z.string(),
  unit: z.string(),
  days: z.number(),
  about: z.string(),
  reviewedBy: z.string().optional(),
  frontDesk: z.boolean().default(false),
  holdsStrangers: z.boolean().default(false),
})

const step = z.strictObject({
  day: z.number(),
  do: z.enum(['consider', 'pass', 'merge', 'answer', 'accept', 'defer', 'refuse', 'review', 'withdraw']),
  why: z.string().optional(),
  to: z.string().optional(),
  until: z.number().optional(),
  lang: z.string().optional(),
})

const submission = z.strictObject({
  key: z.string(),
  title: z.string(),
  words: z.string(),
  day: z.number(),
  lang: z.string().default('en'),
  kind: z.enum(KINDS).default('idea'),
  by: z.string().optional(),
  name: z.string().optional(),
  as: z.enum(AUTHORSHIPS).default('named'),
  to: z.string().optional(),
  for: z.string().optional(),
  route: z.string().default('web'),
  steps: z.array(step).default([]),
})

export type DemoSubmission = z.infer<typeof submission>
export type DemoStep = z.infer<typeof step>
export type Movement = Awaited<ReturnType<typeof readMovement>>

const folder = path.join(projectRoot, 'db', 'demo')

/** Reads the demonstration movement (db/demo/README.md says what stands where). */
export async function readMovement() {
  const themes = (await readdir(path.join(folder, 'submissions'))).toSorted()
  const submissions = await Promise.all(
    themes.map((theme) => read(path.join('submissions', theme), z.array(submission))),
  )
  return {
    units: await read('units.json', z.array(unit)),
    constituencies: await readConstituencies(),
    people: await read('people.json', z.array(person)),
    bodies: await read('bodies.json', z.array(body)),
    submissions: submissions.flat(),
  }
}

async function read<T extends z.ZodType>(file: string, schema: T): Promise<z.infer<T>> {
  return schema.parse(JSON.parse(await readFile(path.join(folder, file), 'utf8')))
}

async function readConstituencies() {
  const constituencies: { code: string; name: string; region: string }[] = []
  for await (const row of readCsv(path.join(folder, 'constituencies.csv'), {
    required: ['code', 'name', 'region'],
  })) {
    constituencies.push({ code: row.cell('code'), name: row.cell('name'), region: row.cell('region') })
  }
  return constituencies
}
