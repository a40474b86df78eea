import path from 'node:path'
import type { Command, Terminal } from '#core/cli/command.ts'
import { readOptions } from '#core/cli/options.ts'
import { progress } from '#core/cli/progress.ts'
import { readConfig } from '#core/config/config.ts'
import { projectRoot } from '#core/config/project-root.ts'
import { connect } from '#core/db/connect.ts'
import { loadTranslators } from '#core/i18n/load-catalogues.ts'
import { finishedCall } from '../demo/calls/settle-calls.ts'
import { growDemo } from '../demo/grow-demo.ts'
import { moveOn } from '../demo/move-on.ts'
import { whatChanged } from '../demo/what-changed.ts'
import { withHouse } from '../import/with-house.ts'
import { withLeftAddress } from '../left-address.ts'
import { readyDatabase } from '../ready-database.ts'

const MOST_DAYS = 3650

export const command: Command = {
  name: 'demo',
  summary: 'Moves a demonstration’s time on, or makes it the size of a country.',
  usage: `Usage: ./moot demo --days 14
       ./moot demo --size 10k|100k|million|N
       ./moot demo --call 40000

--days   moves its time on, so that promises are kept and broken before one’s eyes
--size   adds N submissions over three years with all their steps, and half as many members, in the bodies of a whole
         country; sets up the demonstration first where there is none. Cut off, it goes on where it was.
--call   adds a finished call with that many answers, its themes, its published result and its open data; sets up the
         demonstration first where there is none`,
  async run(args, terminal) {
    const read = readOptions(args, { days: 'text', size: 'text', call: 'text' })
    if (!read.ok) {
      terminal.err(read.reason)
      return 2
    }
    const { days, size, call } = read.options
    if (call !== undefined) return addCall(Number(call), terminal)
    return size === undefined ? live(Number(days), terminal) : grow(size, terminal)
  },
}

async function live(days: number, terminal: Terminal): Promise<number> {
  if (!Number.isInteger(days) || days < 1 || days > MOST_DAYS) {
    terminal.err('Say by how many days: --days 14')
    return 2
  }
  return withHouse(await withLeftAddress(readConfig()), terminal, async ({ db, house, clock, t }) => {
    if (!house?.isDemo) {
      terminal.err(
        house
          ? 'There is no demonstration here; a real organisation’s time is not moved.'
          : 'There is no demonstration here yet: start it with npm start, and wait until it says that it is open.',
      )
      return 1
    }
    const translators = await loadTranslators(path.join(projectRoot, 'locales'))
    const span = await moveOn(db, { house, clock, translators, days })
    for (const line of await whatChanged(db, { ...span, baseUrl: house.baseUrl, t })) terminal.out(line)
    return 0
  })
}

const MOST_ANSWERS = 200_000

/** A finished call of that size beside the one that the demonstration has. */
async function addCall(size: number, terminal: Terminal): Promise<number> {
  if (!Number.isInteger(size) || size < 1 || size > MOST_ANSWERS) {
    terminal.err('Say how many answers: --call 40000')
    return 2
  }
  await moveInWhereNobodyLives(terminal)
  return withHouse(await withLeftAddress(readConfig()), terminal, async ({ db, house, clock }) => {
    if (!house?.isDemo) {
      terminal.err('There is no demonstration here; nothing is made up in a real organisation.')
      return 1
    }
    const bar = progress(terminal, 'answers', { total: size })
    const wanted = { size, source: `demonstration:buses-${size}`, now: clock.now(), secret: house.secret }
    const number = await finishedCall(db, { ...wanted, onProgress: (done) => bar.update(done) })
    bar.finish()
    terminal.out(`${house.baseUrl}/calls/${number}/result`)
    return 0
  })
}

/** A running house is only looked at; a new folder gets the demonstration, as `npm start` would give it. */
async function moveInWhereNobodyLives(terminal: Terminal): Promise<void> {
  const config = readConfig()
  let isEmpty = false
  await withHouse(config, terminal, async ({ house }) => {
    isEmpty = house === null
    return 0
  })
  if (isEmpty) await (await readyDatabase(config, terminal)).stop()
}

const NAMED: Readonly<Record<string, number>> = { '10k': 10_000, '100k': 100_000, million: 1_000_000 }
const MOST = 10_000_000

async function grow(wish: string, terminal: Terminal): Promise<number> {
  const size = NAMED[wish] ?? Number(wish)
  if (!Number.isInteger(size) || size < 1 || size > MOST) {
    terminal.err('Say how many submissions: --size 10k, 100k, million, or a whole number.')
    return 2
  }
  const ready = await readyDatabase(readConfig(), terminal)
  const database = connect({ url: ready.url, most: 4 })
  try {
    if (!ready.house.isDemo) {
      terminal.err('There is no demonstration here; nothing is made up in a real organisation.')
      return 1
    }
    const begun = performance.now()
    const bar = progress(terminal, 'submissions', { total: size })
    const grown = await growDemo(database, {
      size,
      now: new Date(),
      onProgress: ({ members, submissions }) =>
        bar.update(submissions, `${members.toLocaleString('en')} members`),
    })
    bar.finish()
    const seconds = Math.round((performance.now() - begun) / 1000)
    const told = [grown.submissions, grown.members, grown.entries].map((count) => count.toLocaleString('en'))
    terminal.out(
      `${told[0]} submissions, ${told[1]} members, ${told[2]} entries in the record: ${seconds} s.`,
    )
    return 0
  } finally {
    await database.close()
    await ready.stop()
  }
}
