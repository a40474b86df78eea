import { setTimeout as pause } from 'node:timers/promises'
import { sql } from 'kysely'
import { connect } from '#core/db/connect.ts'
import { unorderedId } from '#core/ids/ids.ts'
import { openCall } from './open-call.ts'
import { freePort, startProcess } from './web-process.ts'

const OPEN_MS = 8_000
const AFTER_MS = 2_000
const ASKERS = 8

interface Asked {
  sentAt: number
  heardAt: number
  status: number
}

/**
 * A call that closes while people answer it: whoever was heard before that instant is in, whoever sent after it is told so. In
 * between the instant at which the request arrived decides, and the database holds it.
 */
export async function closeUnderLoad(databaseUrl: string) {
  const { db, close } = connect({ url: databaseUrl, most: 2 })
  const web = await startProcess({ databaseUrl, only: 'web', port: await freePort() })
  try {
    const closesAt = new Date(Date.now() + OPEN_MS)
    const { call } = await openCall(db, { slug: 'trial-of-closing', closesAt })
    const asked: Asked[] = []
    const until = closesAt.getTime() + AFTER_MS
    const askOn = async () => {
      while (Date.now() < until) asked.push(await ask(`${web.url}/api/v1/calls/${call.number}/answer`))
    }
    await Promise.all(Array.from({ length: ASKERS }, askOn))
    const { rows } = await sql<{ late: number }>`
      select count(*) as late from answers where call_id = ${call.id} and given_at >= ${closesAt}`.execute(db)
    const taken = asked.filter(({ status }) => status === 201)
    const refused = asked.filter(({ status }) => status !== 201)
    return {
      inTime: taken.length,
      refused: refused.length,
      late: (rows[0]?.late ?? 0) + taken.filter(({ sentAt }) => sentAt >= closesAt.getTime()).length,
      refusedInTime: refused.filter(({ heardAt }) => heardAt < closesAt.getTime()).length,
    }
  } finally {
    await web.kill()
    await close()
  }
}

async function ask(url: string): Promise<Asked> {
  const sentAt = Date.now()
  const reply = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'idempotency-key': unorderedId() },
    body: JSON.stringify({ q1: 'Before the clock strikes.', authorship: 'anonymous' }),
  })
  await reply.text()
  if (reply.status !== 201) await pause(20)
  return { sentAt, heardAt: Date.now(), status: reply.status }
}
