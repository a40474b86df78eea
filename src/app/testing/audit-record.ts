import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import type { TestHouse } from './open-test-house.ts'

const VERIFY = fileURLToPath(new URL('../../../verify/verify.mjs', import.meta.url))

/** What the second implementation says of something, run as anybody would run it. */
export function runVerify(...args: string[]): Promise<{ code: number; said: string }> {
  return new Promise((resolve) => {
    execFile(process.execPath, [VERIFY, ...args], { encoding: 'utf8' }, (error, out, err) => {
      resolve({ code: error ? Number(error.code ?? 1) : 0, said: out + err })
    })
  })
}

/** Where a test's house can be reached by other programs; it listens from the first call on. */
export async function addressOf(house: Pick<TestHouse, 'server'>): Promise<string> {
  if (!house.server.server.listening) await house.server.listen({ port: 0, host: '127.0.0.1' })
  const address = house.server.server.address()
  if (address === null || typeof address === 'string') throw new Error('the test house does not listen')
  return `http://127.0.0.1:${address.port}`
}

/** Audits the whole record of a test's house over HTTP; `key` is the key it is judged by, today's when not said. */
export async function auditRecord(house: TestHouse, key?: string): Promise<{ code: number; said: string }> {
  const trusted = key ?? (await house.visitor().get('/record/key')).body.trim()
  return runVerify('audit', await addressOf(house), '--key', trusted)
}
