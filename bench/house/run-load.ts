import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { SESSION_COOKIE } from '#ground/people/begin-session.ts'
import { runBroadcast, runFollowers } from './followers.ts'
import { answerText, handInText } from './hand-in-text.ts'
import { type LoadResult, type LoadTask, resultOf } from './load-task.ts'
import { getText, RawClient } from './raw-client.ts'
import { runSteady } from './run-steady.ts'

/** Runs in the load's own process: does the task and prints its result as one line of JSON. */
export async function runLoad(task: LoadTask): Promise<void> {
  if (task.kind === 'followers') return runFollowers(task)
  if (task.kind === 'broadcast') return runBroadcast(task)
  const result = await resultFor(task)
  // Whole: the process ends after this, and a quarter of a million numbers do not fit into the pipe at once.
  await new Promise((done) => process.stdout.write(`${JSON.stringify(result)}\n`, done))
}

function resultFor(task: Exclude<LoadTask, { kind: 'followers' | 'broadcast' }>): Promise<LoadResult> {
  switch (task.kind) {
    case 'pages':
      return runPages(task)
    case 'hand-ins':
      return runPosts(task, (turn) => handInText(turn, task.to))
    case 'answers':
      return runPosts(task, (turn) => answerText(turn, task.call))
    case 'steady':
      return runSteady(task)
    case 'inserts':
      return runInserts(task)
  }
}

interface Pace {
  connections: number
  seconds: number
}

/** `ask` again and again over each connection until the time is over; times in milliseconds. */
async function measured<C>(
  { connections, seconds }: Pace,
  { open, ask }: { open(): Promise<C>; ask(connection: C, turn: number): Promise<boolean> },
): Promise<LoadResult> {
  const times: number[] = []
  let unexpected = 0
  let turn = 0
  const opened = await Promise.all(Array.from({ length: connections }, open))
  const begun = performance.now()
  const end = begun + seconds * 1000
  await Promise.all(
    opened.map(async (connection) => {
      while (performance.now() < end) {
        const asked = performance.now()
        const isExpected = await ask(connection, turn++).catch(() => false)
        times.push(performance.now() - asked)
        if (!isExpected) unexpected += 1
      }
    }),
  )
  return resultOf(times, { seconds: (performance.now() - begun) / 1000, unexpected })
}

type TaskOf<K extends LoadTask['kind']> = Extract<LoadTask, { kind: K }>

function runPages({
  port,
  paths,
  headers,
  expect,
  isEachNew,
  sessions = [],
  ...pace
}: TaskOf<'pages'>): Promise<LoadResult> {
  const texts = paths.map((path) => getText(path, headers))
  return measured(pace, {
    open: () => RawClient.open(port),
    ask: async (client, turn) => {
      const at = turn % paths.length
      const path = isEachNew ? `${paths[at]}?n=${turn}` : (paths[at] ?? '')
      const session = sessions[turn % sessions.length]
      const own = session ? { ...headers, cookie: `${SESSION_COOKIE}=${session}` } : headers
      const text = isEachNew || session ? getText(path, own) : (texts[at] ?? '')
      const { status, etag } = await client.send(text)
      // Who asks for "not changed" asks with the tag of what came last; a page that did change brings a new one.
      if (expect === 304 && etag !== '')
        texts[at] = getText(paths[at] ?? '', { ...headers, 'if-none-match': etag })
      return status === expect || (expect === 304 && status === 200)
    },
  })
}

const PROOF_EVERY = 20

/** Each answered with a number; of some the wait until their proof can be had is measured too. */
async function runPosts(
  { port, ...pace }: TaskOf<'hand-ins' | 'answers'>,
  textOf: (turn: number) => string,
): Promise<LoadResult> {
  const acknowledged: number[] = []
  const proofs: Promise<number>[] = []
  const result = await measured(pace, {
    open: () => RawClient.open(port),
    ask: async (client, turn) => {
      const reply = await client.send(textOf(turn))
      if (reply.status !== 201) return false
      const number = Number(/"number":(\d+)/.exec(reply.body)?.[1])
      acknowledged.push(number)
      if (turn % PROOF_EVERY === 0) proofs.push(untilProof(port, number))
      return true
    },
  })
  const waits = await Promise.all(proofs)
  return { ...result, proofP99: resultOf(waits, { seconds: 1, unexpected: 0 }).p99, acknowledged }
}

async function untilProof(port: number, number: number): Promise<number> {
  const begun = performance.now()
  const client = await RawClient.open(port)
  while ((await client.send(getText(`/receipts/${number}.proof`))).status === 202) await pause(50)
  client.close()
  return performance.now() - begun
}

async function runInserts({ url, ...pace }: TaskOf<'inserts'>): Promise<LoadResult> {
  return measured(pace, {
    open: async () => {
      const client = new pg.Client({ connectionString: url })
      await client.connect()
      return client
    },
    ask: async (client, turn) => {
      await client.query({
        name: 'bare',
        text: 'insert into bench_bare (id, title, words) values ($1, $2, $3)',
        values: [
          randomUUID(),
          `Bench ${turn}: mend the bridge over the brook`,
          'The planks are loose since the flood.',
        ],
      })
      return true
    },
  }).finally(() => setTimeout(() => process.exit(0), 100))
}
