import { setTimeout as pause } from 'node:timers/promises'
import { handInText } from './hand-in-text.ts'
import { type LoadResult, type LoadTask, resultOf } from './load-task.ts'
import { getText, RawClient } from './raw-client.ts'

const CONNECTIONS = 4
const HAND_IN_EVERY = 10
const BODIES = ['housing', 'front-desk', 'executive']

/** So many requests a second and no more: a page each, a hand-in every tenth; who falls behind does not catch up. */
export async function runSteady({
  port,
  seconds,
  perSecond,
  paths,
}: Extract<LoadTask, { kind: 'steady' }>): Promise<LoadResult> {
  const took: number[] = []
  let unexpected = 0
  let turn = 0
  const end = performance.now() + seconds * 1000
  const everyMs = (1000 * CONNECTIONS) / perSecond
  await Promise.all(
    Array.from({ length: CONNECTIONS }, async () => {
      let client = await RawClient.open(port)
      while (performance.now() < end) {
        const begun = performance.now()
        const isHandIn = turn % HAND_IN_EVERY === 0
        const text = isHandIn ? handInText(turn, BODIES) : getText(paths[turn % paths.length] ?? '/')
        turn += 1
        const reply = await client.send(text).catch(() => null)
        if (reply?.status !== (isHandIn ? 201 : 200)) unexpected += 1
        if (!reply) client = await RawClient.open(port)
        took.push(performance.now() - begun)
        await pause(Math.max(0, everyMs - (performance.now() - begun)))
      }
      client.close()
    }),
  )
  return resultOf(took, { seconds, unexpected })
}
