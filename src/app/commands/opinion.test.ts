import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { rememberingTerminal } from '#core/cli/terminal.ts'
import { plantedVotes } from '#methods/opinion/planted-votes.ts'
import { command } from './opinion.ts'

async function opinion(votes: string, options: readonly string[] = [], statements?: string) {
  const folder = await mkdtemp(join(tmpdir(), 'opinion-'))
  try {
    await writeFile(join(folder, 'votes.csv'), votes)
    if (statements) await writeFile(join(folder, 'statements.csv'), statements)
    const named = statements ? ['--statements', join(folder, 'statements.csv')] : []
    const terminal = rememberingTerminal()
    const run = command.run([join(folder, 'votes.csv'), ...named, ...options], terminal)
    const outcome = await run.catch((error: Error) => error.message.replaceAll(`${folder}/`, ''))
    return {
      outcome,
      output: terminal.written(),
      complaints: terminal.complaints().replaceAll(`${folder}/`, ''),
    }
  } finally {
    await rm(folder, { recursive: true })
  }
}

function twoGroups(): string {
  const { votes } = plantedVotes({ sizes: [30, 20], statements: 24, seenPercent: 90, seed: 2 })
  const rows = votes.map((vote) => `${vote.participant},${vote.statement},${vote.answer}`)
  return ['participant,statement,vote', ...rows].join('\n')
}

test('the JSON has the promised shape', async () => {
  const { outcome, output } = await opinion(twoGroups(), ['--json', '--resamples', '5'])
  const report = JSON.parse(output)
  expect(outcome).toBe(0)
  expect(report).toMatchObject({
    participants: 50,
    statements: 24,
    groups: [
      { id: 0, size: 30 },
      { id: 1, size: 20 },
    ],
  })
  expect(report.groups[0].members).toContain('0')
  expect(Object.keys(report.groups[0].representative[0])).toEqual(
    expect.arrayContaining(['statement', 'side', 'count', 'of', 'share', 'interval', 'ratio']),
  )
  expect(Object.keys(report.consensus)).toEqual(['agree', 'disagree'])
  expect(report.map.people).toHaveLength(50)
})

test('the table names groups by letter, and statements by their words', async () => {
  const statements = 'statement,text,moderated\n0,"Buses should be free, at weekends",1\n1,Spam,-1\n'
  const { output } = await opinion(twoGroups(), ['--resamples', '5'], statements)
  expect(output).toMatch(/^A +30 +(1\.00|0\.9\d) +steady +\d+$/m)
  expect(output).toContain('What speaks for group B (20 people)')
  expect(output).not.toContain('Spam')
})

test('bad rows stop the count and are named by line and column; good rows are kept when asked', async () => {
  const votes = 'participant,statement,vote\r\nNoor,1,1\r\nCai,1,yes\r\nAda,1\r\n'
  const refused = await opinion(votes)
  expect(refused.outcome).toBe('Nothing was computed. Mend these, or leave them out with --skip-bad-rows.')
  expect(refused.complaints).toContain(
    'votes.csv, line 3, column 3 (vote): "yes" is not a vote: write 1 (agree)',
  )
  expect(refused.complaints).toContain(
    'votes.csv, line 4, column 3: The row has 2 cells, the first line has 3',
  )
  const kept = await opinion(votes, ['--skip-bad-rows'])
  expect(kept.outcome).toBe(0)
  expect(kept.output).toContain('1 participant, 1 statement, 1 vote; 1 group.')
})

test.each([
  ['', [], 'votes.csv, line 1: The file is empty.'],
  ['participant,statement,vote\n', [], 'votes.csv has headings and no row that can be read.'],
  ['who,what\n1,2\n', [], 'votes.csv, line 1: No column is headed "participant"'],
  [
    'participant,statement,vote\n1,1,1\n',
    ['--most-groups', 'many'],
    '--most-groups takes a whole number from 2 up',
  ],
  ['participant,statement,vote\n1,1,1\n', ['--agree-is', '2'], '--agree-is takes 1 or -1.'],
])(
  'a file or option that cannot be used is answered with a sentence: %j %j',
  async (votes, options, sentence) => {
    expect((await opinion(votes, options)).outcome).toContain(sentence)
  },
)

test('where -1 is agree, the same people agree', async () => {
  const turned = twoGroups().replaceAll(/,(-?1)$/gm, (_, vote) => `,${-Number(vote)}`)
  const straight = await opinion(twoGroups(), ['--json', '--resamples', '0'])
  const other = await opinion(turned, ['--json', '--resamples', '0', '--agree-is', '-1'])
  expect(JSON.parse(other.output).groups).toEqual(JSON.parse(straight.output).groups)
  expect(JSON.parse(other.output).settings).toMatchObject({ agree_is: '-1', most_groups: 10, seed: 1 })
})
