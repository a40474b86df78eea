import { type Answer, show } from '#core/http/answer.ts'
import type { Exchange } from '#core/http/exchange.ts'
import { newestEntries } from '#ground/record/newest-entries.ts'
import { titlesIn } from '#ground/translations/translations-of.ts'
import { listSubmissions } from '../../propose/submissions/index.ts'
import { HomePage } from './home-page.tsx'
import { keptPromises } from './kept-promises.ts'
import { m } from './messages.ts'

const SHOWN = 6
const MOVES = 10

/** The front page: what this is, whether promises are kept, what came in and what moved. */
export async function showHome(x: Exchange): Promise<Answer> {
  const [promises, { submissions }, entries] = await Promise.all([
    keptPromises(x.db, x.now),
    listSubmissions(x.db, {}, { now: x.now, most: SHOWN }),
    newestEntries(x.db, MOVES),
  ])
  const ids = submissions.map(({ id }) => id)
  const titles = await titlesIn(x.db, x.language, ids)
  return show(x, {
    html: () =>
      x.page({
        title: x.t(m.title),
        section: 'home',
        isWide: true,
        children: HomePage({ t: x.t, now: x.now, promises, submissions, titles, entries }),
      }),
    json: () => ({
      name: x.house.name,
      promises: { decided: promises.decided, kept_in_time: promises.keptInTime, overdue: promises.overdue },
      submissions: submissions.map(({ number, title }) => ({ number, title })),
    }),
    cache: 'public',
  })
}
