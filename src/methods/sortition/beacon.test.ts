import { expect, test } from 'vitest'
import { chains, committableRound, isTrueRound } from './beacon.ts'

// Published rounds of the League of Entropy.
const first = {
  round: 1,
  randomness: '101297f1ca7dc44ef6088d94ad5fb7ba03455dc33d53ddb412bbc4564ed986ec',
  signature:
    '8d61d9100567de44682506aea1a7a6fa6e5491cd27a0a0ed349ef6910ac5ac20ff7bc3e09d7c046566c9f7f3c6f3b10104990e7cb424998203d8f7de586fb7fa5f60045417a432684f85093b06ca91c769f0e7ca19268375e659c2a2352b4655',
  previous_signature: '176f93498eac9ca337150b46d21dd58673ea4e3581185f869672e59fa4cb390a',
}
const thousandth = {
  round: 1000,
  randomness: 'fe290beca10872ef2fb164d2aa4442de4566183ec51c56ff3cd603d930e54fdd',
  signature:
    'b44679b9a59af2ec876b1a6b1ad52ea9b1615fc3982b19576350f93447cb1125e342b73a8dd2bacbe47e4b6b63ed5e39',
}

test('a published round is believed on its own chain only', async () => {
  expect(await isTrueRound('default', first)).toBe(true)
  expect(await isTrueRound('quicknet', thousandth)).toBe(true)
  expect(await isTrueRound('quicknet', first)).toBe(false)
  expect(await isTrueRound('unknown', first)).toBe(false)
})

test('a round with anything altered is not believed, even where its randomness matches its signature', async () => {
  const zeros = '0'.repeat(64)
  expect(await isTrueRound('default', { ...first, round: 2 })).toBe(false)
  expect(await isTrueRound('default', { ...first, randomness: zeros })).toBe(false)
  expect(await isTrueRound('default', { ...first, previous_signature: zeros })).toBe(false)
  expect(await isTrueRound('quicknet', { ...thousandth, round: 1001 })).toBe(false)
})

test('a commitment names a coming round, never one that is out or due within the minute', () => {
  const chain = chains.quicknet
  const at = ((chain?.genesis_time ?? 0) + 3_000) * 1000
  expect(committableRound('quicknet', 1_000, at)).toMatchObject({ ok: false, why: 'round-not-in-future' })
  expect(committableRound('quicknet', 1_020, at)).toMatchObject({ ok: false })
  const refused = committableRound('quicknet', 1_000, at)
  const earliest = refused.ok || refused.why !== 'round-not-in-future' ? 0 : refused.earliest
  expect(committableRound('quicknet', earliest, at)).toMatchObject({ ok: true })
  expect(committableRound('quicknet', earliest - 1, at)).toMatchObject({ ok: false })
  expect(committableRound('nowhere', 5, at)).toEqual({ ok: false, why: 'no-such-chain' })
})
