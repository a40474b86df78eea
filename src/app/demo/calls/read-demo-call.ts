import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { z } from 'zod'
import { projectRoot } from '#core/config/project-root.ts'

const parts = z.array(z.array(z.string().min(1)).min(1)).length(3)

const demoTheme = z.object({
  name: z.string(),
  words: z.array(z.string()),
  weight: z.number().int().positive(),
  isSmall: z.boolean().default(false),
  outcome: z.enum(['taken-up', 'not-taken-up', 'done', 'answered']).nullable(),
  reason: z.string(),
  /** Days from today. */
  day: z.number().int().optional(),
  en: parts,
  cy: parts,
  ur: parts,
  pl: parts,
})

const demoCall = z.object({
  key: z.string(),
  title: z.string(),
  about: z.string(),
  promise: z.string(),
  questions: z.array(
    z.object({
      kind: z.enum(['open', 'choice', 'statements', 'place']),
      wording: z.string(),
      mostChoices: z.number().int().default(1),
      options: z.array(z.string()).default([]),
    }),
  ),
  /** What volunteers wrote, by language: title, about, promise, each question with its options, in this order. */
  translations: z.record(z.enum(['cy', 'ur', 'pl']), z.array(z.string().min(1))),
  themes: z.array(demoTheme),
})

export type DemoCall = z.infer<typeof demoCall>
export type DemoTheme = DemoCall['themes'][number]

/** A call of db/demo/calls; its README says what stands in it. */
export async function readDemoCall(key: 'buses' | 'schools'): Promise<DemoCall> {
  const file = path.join(projectRoot, 'db', 'demo', 'calls', `${key}.json`)
  return demoCall.parse(JSON.parse(await readFile(file, 'utf8')))
}
