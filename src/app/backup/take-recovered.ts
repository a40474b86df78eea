import path from 'node:path'
import { projectRoot } from '#core/config/project-root.ts'
import { connectAsOwner } from '#core/db/connect.ts'
import { migrate } from '#core/db/migrate.ts'
import { OperatorError } from '#core/operator-error.ts'
import { addDays } from '#core/time/days.ts'
import { endEverySession } from '#ground/people/end-every-session.ts'
import { type GoingOn, goOnInEpoch, type WentOn } from './go-on-in-epoch.ts'
import { skipNumbers } from './skip-numbers.ts'

/**
 * Takes over a database that PostgreSQL itself brought back to an earlier moment (point-in-time recovery): the same as after
 * a restore, but for the rows, which are there.
 */
export async function takeRecovered({ url, ...going }: GoingOn & { url: string }): Promise<WentOn> {
  await migrate(url, path.join(projectRoot, 'db', 'migrations'))
  const { db, client, close } = await connectAsOwner(url)
  try {
    return await db.transaction().execute(async (tx) => {
      const house = await tx.selectFrom('house').select('daysAhead').executeTakeFirst()
      if (!house)
        throw new OperatorError('There is no organisation in this database: restore a backup into it.')
      await skipNumbers(client)
      await endEverySession(tx)
      return goOnInEpoch(tx, { ...going, now: addDays(going.now, house.daysAhead) })
    })
  } finally {
    await close()
  }
}
