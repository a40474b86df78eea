import { mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import type { FastifyInstance } from 'fastify'
import { hearTool } from '#core/cli/run-tool.ts'
import { connect } from '#core/db/connect.ts'
import { sequenceEntries } from '#ground/record/sequence-entries.ts'
import { tilePath, tilesOf } from '#methods/merkle/tiles.ts'
import { freePort, startProcess } from './web-process.ts'

/** Gives every entry that waits its place, and answers entries that are and entries that the checkpoint covers. */
export async function finishRecord(databaseUrl: string): Promise<{ entries: number; covered: number }> {
  const { db, close } = connect({ url: databaseUrl })
  try {
    while ((await sequenceEntries(db, new Date())) > 0);
    const { entries } = await db
      .selectFrom('entries')
      .select((eb) => eb.fn.countAll<number>().as('entries'))
      .executeTakeFirstOrThrow()
    const { size } = await db
      .selectFrom('checkpoints')
      .select((eb) => eb.fn.max('treeSize').as('size'))
      .executeTakeFirstOrThrow()
    return { entries: Number(entries), covered: Number(size) }
  } finally {
    await close()
  }
}

/** Writes a served record into a folder, file by file as a mirror would; answers the paths. */
export async function mirrorRecord(server: FastifyInstance, folder: string): Promise<string[]> {
  const { body } = await served(server, '/record/checkpoint')
  const size = Number(body.split('\n')[1])
  const paths = ['checkpoint', ...[...tilesOf(size)].map(tilePath)]
  for (const one of paths) {
    const { rawPayload, statusCode } = await served(server, `/record/${one}`)
    if (statusCode !== 200) throw new Error(`The record does not serve ${one}: ${statusCode}`)
    await mkdir(path.dirname(path.join(folder, one)), { recursive: true })
    await writeFile(path.join(folder, one), rawPayload)
  }
  return paths
}

const MOST_TRIES = 20

/** A process that is behind says 503 and asks to come again; a mirror does. */
async function served(server: FastifyInstance, url: string) {
  for (let tries = 1; ; tries += 1) {
    const reply = await server.inject({ url })
    if (reply.statusCode !== 503 || tries === MOST_TRIES) return reply
    await pause(500)
  }
}

/** Serves the record of a database to the second implementation, and answers what that says of it. */
export async function auditOf(databaseUrl: string): Promise<Audited> {
  const web = await startProcess({ databaseUrl, only: 'web', port: await freePort() })
  try {
    const key = await (await fetch(`${web.url}/record/key`)).text()
    return await auditWithVerify(`${web.url}/record`, key.trim())
  } finally {
    await web.kill()
  }
}

export interface Audited {
  isSound: boolean
  said: string
}

/** The second implementation, run as a sceptic runs it. */
export async function auditWithVerify(place: string, key: string): Promise<Audited> {
  const { code, words } = await hearTool('verify/verify.mjs', ['audit', place, '--key', key])
  return { isSound: code === 0, said: words }
}

/** Whether the record continues an earlier checkpoint of its own (a file), as the second implementation sees it. */
export async function isContinuedBy(
  place: string,
  { old, key }: { old: string; key: string },
): Promise<boolean> {
  const words = ['consistency', old, place, '--record', place, '--key', key]
  return (await hearTool('verify/verify.mjs', words)).code === 0
}
