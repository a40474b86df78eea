import { solveChallenge } from 'altcha-lib'
import { deriveKey } from 'altcha-lib/algorithms/web/pbkdf2'
import { expect, test } from 'vitest'
import { FloodGate } from './flood-gate.ts'
import { ProofsOfWork } from './proof-of-work.ts'

const secret = new Uint8Array(32)

/** Does a task as the island in a browser does. */
async function done(task: Awaited<ReturnType<ProofsOfWork['task']>>): Promise<string> {
  const solution = await solveChallenge({ challenge: task, deriveKey })
  return Buffer.from(JSON.stringify({ challenge: task, solution })).toString('base64')
}

test('a task done is good once, at any process with the secret, and nowhere else', async () => {
  const [proofs, sibling, stranger] = [
    new ProofsOfWork(secret),
    new ProofsOfWork(secret),
    new ProofsOfWork(new Uint8Array(32).fill(1)),
  ]
  const proof = await done(await proofs.task())
  expect(await stranger.isGood(proof)).toBe(false)
  expect(await sibling.isGood(proof)).toBe(true)
  expect(await proofs.isGood(proof)).toBe(true)
  expect(await proofs.isGood(proof)).toBe(false)
})

test('a task made easier, not done, or no task at all is not good', async () => {
  const proofs = new ProofsOfWork(secret)
  const task = await proofs.task()
  const easier = { ...task, parameters: { ...task.parameters, keyPrefix: '0' } }
  expect(await proofs.isGood(await done(easier))).toBe(false)
  const undone = { challenge: task, solution: { counter: 1, derivedKey: '00'.repeat(32) } }
  for (const proof of [JSON.stringify(undone), 'x', '', null, '{}', 'A'.repeat(5_000)])
    expect(
      await proofs.isGood(typeof proof === 'string' ? Buffer.from(proof).toString('base64') : proof),
    ).toBe(false)
})

test('below the limit nobody works; above it whoever works is no flood, whoever does not is', async () => {
  const gate = new FloodGate({ most: 2, windowMs: 60_000 }, secret)
  expect(await gate.taskFor('203.0.113.1')).toBeNull()
  expect([await gate.isFlood('203.0.113.1', ''), await gate.isFlood('203.0.113.2', '')]).toEqual([
    false,
    false,
  ])
  const task = await gate.taskFor('203.0.113.3')
  expect(task).not.toBeNull()
  expect(await gate.isFlood('203.0.113.3', '')).toBe(true)
  expect(await gate.isFlood('203.0.113.3', task && (await done(task)))).toBe(false)
  expect(await gate.isFlood('203.0.114.1', '')).toBe(false)
})
