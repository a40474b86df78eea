import { randomUUID } from 'node:crypto'
import type { Command, Terminal } from '#core/cli/command.ts'
import { type Config, readConfig } from '#core/config/config.ts'
import type { Db } from '#core/db/connect.ts'
import { signedHeaders } from '../../listen/intake/index.ts'
import { withHouse } from '../import/with-house.ts'
import { withLeftAddress } from '../left-address.ts'
import { routesInOf } from '../routes-in-of.ts'

export const command: Command = {
  name: 'text',
  summary: 'Sends a text message to a running demonstration, as a provider would, and prints what goes back.',
  usage: `Usage: ./moot text NUMBER WORDS

For example: ./moot text "+44 7700 900123" "2417 our buses stop at six"
WORDS begin with the number of the call they answer, unless exactly one is open to everybody.`,
  async run([from = '', text = ''], terminal) {
    if (from === '' || text === '') {
      terminal.err('Give a telephone number and the words: ./moot text "+44 7700 900123" "2417 our buses"')
      return 2
    }
    const config = await withLeftAddress(readConfig())
    return withHouse(config, terminal, async ({ db, house, clock }) => {
      const secret = house?.isDemo ? routesInOf(config, house).textsSecret : undefined
      if (!secret) {
        terminal.err(
          'There is no demonstration here; in a real organisation only its provider brings text messages.',
        )
        return 1
      }
      const body = Buffer.from(JSON.stringify({ id: randomUUID(), from, text }))
      const headers = {
        'content-type': 'application/json',
        ...signedHeaders(body, { secret, now: clock.now() }),
      }
      return tell(await hand(config, { headers, body }), { db, terminal })
    })
  },
}

type Handed = { status: number; body: string } | null

async function hand(
  { baseUrl }: Config,
  request: { headers: Record<string, string>; body: Buffer },
): Promise<Handed> {
  const headers = { accept: 'application/json', ...request.headers }
  const body = new Uint8Array(request.body)
  const reply = await fetch(`${baseUrl}/intake/texts`, { method: 'POST', headers, body }).catch(() => null)
  return reply && { status: reply.status, body: await reply.text() }
}

async function tell(handed: Handed, { db, terminal }: { db: Db; terminal: Terminal }): Promise<number> {
  if (!handed) {
    terminal.err('Nobody answers there: start the demonstration first, with npm start.')
    return 1
  }
  if (handed.status !== 202) {
    terminal.err(handed.body)
    return 1
  }
  const back = await db
    .selectFrom('textsOut')
    .select('words')
    .orderBy('madeAt', 'desc')
    .limit(1)
    .executeTakeFirst()
  terminal.out(back?.words || 'It is taken in.')
  return 0
}
