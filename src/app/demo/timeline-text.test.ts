import { expect, test } from 'vitest'
import { deedsOf } from './deeds.ts'
import { readMovement, readSubmissions } from './movement.ts'
import { readTimelines } from './timeline-text.ts'

const RAMP = `# ramp | The ramp that comes if you ring
-33, by ravi, to transport, motion, withheld, in cy, route post
I cannot know a day before.

Nor can she.
@ -30 consider
@ -12 pass costing in cy: What would it cost: once, and for ever?
@ +5 answer: Between 3 and 4 million.
`

test('a timeline is read as it is written', () => {
  expect(readTimelines(RAMP, 'ramp.txt')).toEqual([
    {
      key: 'ramp',
      title: 'The ramp that comes if you ring',
      words: 'I cannot know a day before.\n\nNor can she.',
      day: -33,
      by: 'ravi',
      to: 'transport',
      kind: 'motion',
      as: 'withheld',
      lang: 'cy',
      route: 'post',
      steps: [
        { day: -30, do: 'consider' },
        { day: -12, do: 'pass', to: 'costing', lang: 'cy', why: 'What would it cost: once, and for ever?' },
        { day: 5, do: 'answer', why: 'Between 3 and 4 million.' },
      ],
    },
  ])
})

test('a mistake names the file, the submission and the line', () => {
  expect(() => readTimelines('# bus | Late\n-3, to nobody\nWords.\n@ -2 dither', 'bus.txt')).toThrow(
    /bus\.txt, “bus”.*steps/s,
  )
})

test('every moment is the same on every reading, later than the one before, and never ahead of its day', async () => {
  const { bodies } = await readMovement([])
  const reviewerOf = new Map(bodies.map(({ slug, reviewer }) => [slug, reviewer]))
  const today = new Date('2026-11-22T12:00:00Z')
  for (const submission of await readSubmissions()) {
    const deeds = deedsOf(submission, { today, reviewerOf })
    const moments = deeds.map(({ at }) => at.getTime())
    expect(moments).toEqual(moments.toSorted((a, b) => a - b))
    expect(new Set(moments).size).toBe(moments.length)
    const done = deeds.filter(({ step }) => (step?.day ?? submission.day) <= 0)
    for (const { at } of done) expect(at.getTime()).toBeLessThan(today.getTime())
    expect(deedsOf(submission, { today, reviewerOf })).toEqual(deeds)
  }
})

test('no two submissions have one key, and hardly two the same words', async () => {
  const submissions = await readSubmissions()
  expect(new Set(submissions.map(({ key }) => key)).size).toBe(submissions.length)
  expect(new Set(submissions.map(({ words }) => words)).size).toBe(submissions.length)
  expect(submissions.filter(({ day }) => day <= 0).length).toBeGreaterThan(400)
})
