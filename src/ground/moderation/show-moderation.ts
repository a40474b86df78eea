import { type Answer, show } from '#core/http/answer.ts'
import type { Exchange } from '#core/http/exchange.ts'
import { isoSecond } from '#core/time/days.ts'
import { type Case, openCases } from './case-of.ts'
import { countsByReason } from './counts.ts'
import { floodsFor } from './floods.ts'
import { m } from './messages.ts'
import { countsAsJson } from './moderation-json.ts'
import { DeskPage } from './pages/desk-page.tsx'
import { ModerationPage } from './pages/moderation-page.tsx'
import { mayHearAppeal, mayModerate } from './policy.ts'

/** The rule, and how often each reason came up, for everybody. */
export async function showModeration(x: Exchange): Promise<Answer> {
  const counts = await countsByReason(x.db, x.now)
  return show(x, {
    html: () => x.page({ title: x.t(m.title), children: ModerationPage({ t: x.t, counts }) }),
    json: () => countsAsJson(counts),
    cache: 'public',
  })
}

/** What waits for the viewer to look at. */
export async function showDesk(x: Exchange): Promise<Answer> {
  const cases = (await openCases(x.db)).filter((found) => isForViewer(x, found))
  const inFloods = (await floodsFor(x.db, x.viewer)).reduce((sum, { count }) => sum + count, 0)
  return show(x, {
    html: () =>
      x.page({
        title: x.t(m.deskTitle),
        isUnlisted: true,
        children: DeskPage({ t: x.t, now: x.now, cases, inFloods }),
      }),
    json: () => cases.map(({ id, number, dueAt }) => ({ case: id, number, due_at: isoSecond(dueAt) })),
  })
}

function isForViewer({ viewer }: Exchange, found: Case): boolean {
  if (found.decidedAt === null && mayModerate(viewer, found) === 'allowed') return true
  if (!found.hearerId || found.appealDecidedAt) return false
  const place = { bodyId: found.hearerId, lineage: found.hearerLineage ?? [] }
  return mayHearAppeal(viewer, place, found.decidedBy) === 'allowed'
}
