import { z } from 'zod'
import { AUTHORSHIPS, KINDS } from '../../propose/submissions/index.ts'

const DEEDS = [
  'consider',
  'pass',
  'merge',
  'answer',
  'accept',
  'defer',
  'refuse',
  'review',
  'withdraw',
  'verdict',
  'follow',
  'report',
  'release',
  'keep',
  'remove',
  'appeal',
  'restore',
  'uphold',
] as const

const step = z.strictObject({
  day: z.number(),
  do: z.enum(DEEDS),
  /** A body, the key of a submission, a day, a verdict, an address or a reason of moderation: what the deed is about. */
  to: z.string().optional(),
  lang: z.string().optional(),
  why: z.string().optional(),
})

const submission = z.strictObject({
  key: z.string(),
  title: z.string(),
  words: z.string().min(1),
  day: z.number(),
  lang: z.string().default('en'),
  kind: z.enum(KINDS).default('idea'),
  by: z.string().optional(),
  name: z.string().optional(),
  as: z.enum(AUTHORSHIPS).default('named'),
  to: z.string().optional(),
  for: z.string().optional(),
  route: z.string().default('web'),
  steps: z.array(step),
})

export type DemoSubmission = z.infer<typeof submission>
export type DemoStep = z.infer<typeof step>

/** Reads a file of timelines: `# key | title`, a line of facts, the words, and a line `@ day deed: reason` for each step. */
export function readTimelines(text: string, file: string): DemoSubmission[] {
  return text
    .split(/^# /m)
    .slice(1)
    .map((told) => readTimeline(told, file))
}

function readTimeline(told: string, file: string): DemoSubmission {
  const [head = '', facts = '', ...rest] = told.trimEnd().split('\n')
  const bar = head.indexOf(' | ')
  const key = head.slice(0, bar)
  const read = submission.safeParse({
    key,
    title: head.slice(bar + 3),
    ...factsOf(facts),
    words: rest
      .filter((line) => !line.startsWith('@ '))
      .join('\n')
      .trim(),
    steps: rest.filter((line) => line.startsWith('@ ')).map(stepOf),
  })
  if (!read.success) throw new Error(`db/demo/submissions/${file}, “${key}”: ${z.prettifyError(read.error)}`)
  return read.data
}

/** `-47, by joan, to housing, motion, withheld, in ur, route post` */
function factsOf(line: string): Record<string, unknown> {
  const facts: Record<string, unknown> = {}
  for (const fact of line.split(', ')) {
    const [word = '', ...value] = fact.split(' ')
    if (/^[-+]?\d+$/.test(word)) facts.day = Number(word)
    else if (value.length > 0) facts[word === 'in' ? 'lang' : word] = value.join(' ')
    else if (word === 'withheld' || word === 'anonymous') facts.as = word
    else facts.kind = word
  }
  return facts
}

/** `@ -30 pass costing in cy: reason` */
function stepOf(line: string): Record<string, unknown> {
  const found =
    /^@ (?<day>[-+]?\d+) (?<deed>[a-z]+)(?: (?!in )(?<to>[^\s:]+))?(?: in (?<lang>[a-z]+))?(?:: (?<why>.+))?$/u.exec(
      line,
    )
  const { day, deed, to, lang, why } = found?.groups ?? {}
  return { day: Number(day), do: deed, to, lang, why }
}
