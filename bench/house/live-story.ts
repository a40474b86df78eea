import { setTimeout as pause } from 'node:timers/promises'
import type { BenchHouse } from './bench-house.ts'
import { LoadProcess } from './load-process.ts'
import { someNumbers } from './pages.ts'
import { count, ms, type Row, times } from './row.ts'

const ROUNDS = 5

/** Followers of one story, from the change to the last of them having heard, beside a bare server writing the same bytes. */
export async function measureFollowers(house: BenchHouse, followers: number): Promise<Row> {
  const [number = 0] = await someNumbers(house, 1)
  const path = `/live/story:${number}?lang=en`
  const ours = await rounds({ port: house.port, path, followers }, () => announce(house, number))
  const bytes = await bytesOfEvent(house, number)
  const peer = new LoadProcess({ kind: 'broadcast', bytes })
  const { port } = await peer.next<{ port: number }>()
  const bare = await rounds({ port, path: '/', followers }, async () => peer.tell())
  await peer.end()
  const ratio = ours / bare
  return {
    work: `${count(followers)} followers of one story hear of a change`,
    measured: `the last after ${ms(ours)}`,
    aim: '< 1 s',
    peer: `bare broadcast of ${count(bytes)} bytes: ${ms(bare)}`,
    ratio: times(ratio),
    must: '≤ 4 ×',
    isHeld: ratio <= 4 && ours < 1_000,
  }
}

/** The middle one of five changes. */
async function rounds(
  task: { port: number; path: string; followers: number },
  change: () => Promise<void>,
): Promise<number> {
  const readers = new LoadProcess({ kind: 'followers', ...task })
  await readers.next<{ ready: number }>()
  const took: number[] = []
  for (let round = 0; round < ROUNDS; round += 1) {
    const begun = Date.now()
    await change()
    took.push((await readers.next<{ lastAt: number }>()).lastAt - begun)
  }
  await readers.end()
  return took.toSorted((a, b) => a - b)[Math.floor(ROUNDS / 2)] ?? 0
}

/** As a step of the story does at its commit. */
async function announce({ database: { pool } }: BenchHouse, number: number): Promise<void> {
  await pool.query(`select pg_notify('folkmoot_live', $1)`, [`story:${number}`])
}

/** Under a storm the server lets new readers wait (503); they are gone in a moment. */
async function followed(url: string, signal: AbortSignal): Promise<Response> {
  for (;;) {
    const reply = await fetch(url, { signal })
    if (reply.ok) return reply
    await reply.body?.cancel()
    await pause(500)
  }
}

async function bytesOfEvent(house: BenchHouse, number: number): Promise<number> {
  const stop = new AbortController()
  const reply = await followed(`http://127.0.0.1:${house.port}/live/story:${number}?lang=en`, stop.signal)
  const told = announce(house, number)
  let bytes = 0
  let text = ''
  for await (const piece of reply.body ?? []) {
    const part = Buffer.from(piece)
    text += part.toString('utf8')
    if (text.includes('event:')) bytes += part.length
    if (/event:[\s\S]*\n\n$/.test(text)) break
  }
  await told
  stop.abort()
  return bytes
}
