import { type Answer, problem, show } from '#core/http/answer.ts'
import type { Exchange } from '#core/http/exchange.ts'
import { isoSecond } from '#core/time/days.ts'
import { followedBy } from './allowed.ts'
import { declared } from './declared.ts'
import { heldJson } from './held-json.ts'
import { heldOf } from './held-of.ts'
import { countLooks, type Look, looksOf } from './looks-of.ts'
import { m } from './messages.ts'
import { type Objection, objectionsOf } from './objections.ts'
import { officersOf } from './officers.ts'
import { HeldPage } from './pages/held-page.tsx'
import { LooksPage } from './pages/looks-page.tsx'
import { MyDataPage } from './pages/my-data-page.tsx'
import { WaysPage } from './pages/ways-page.tsx'
import { whoseData } from './whose.ts'

const LOOKS_SHOWN = 5
const MOST_LOOKS = 1_000

/** Everything held about whoever asks, who looked, what they allowed and asked; for a stranger, the ways to it. */
export async function showMyData(x: Exchange): Promise<Answer> {
  const whose = await whoseData(x)
  if (!whose) return waysIn(x)
  const { subject, person } = whose
  const [held, looks, lookCount, objections, followed, officers] = await Promise.all([
    heldOf(x.db, subject),
    person ? looksOf(x.db, person.id, x.wants === 'json' ? MOST_LOOKS : LOOKS_SHOWN) : [],
    person ? countLooks(x.db, person.id) : 0,
    objectionsOf(x.db, subject),
    subject.address === null ? [] : followedBy(x, subject.address),
    officersOf(x.db, x.now),
  ])
  return show(x, {
    html: () =>
      pageOf(x, {
        title: x.t(m.title),
        children: MyDataPage({
          t: x.t,
          now: x.now,
          whose,
          held,
          places: new Set(declared().map(({ table }) => table)).size,
          looks,
          lookCount,
          objections,
          followed,
          officers,
          done: typeof x.query.done === 'string' ? x.query.done : null,
        }),
      }),
    json: () => ({
      name: person?.name ?? null,
      address: subject.address,
      held: heldJson(x.t, held),
      looks: looks.map(lookJson),
      objections: objections.map(objectionJson),
      answered_by: officers,
    }),
  })
}

/** The same, line by line. */
export async function showHeld(x: Exchange): Promise<Answer> {
  const whose = await whoseData(x)
  if (!whose) return waysIn(x)
  const held = await heldOf(x.db, whose.subject)
  return show(x, {
    html: () => pageOf(x, { title: x.t(m.readItTitle), isBelow: true, children: HeldPage({ t: x.t, held }) }),
    json: () => ({ held: heldJson(x.t, held) }),
  })
}

/** Everyone who looked, as far back as it goes. */
export async function showLooks(x: Exchange): Promise<Answer> {
  const { person } = x.viewer
  const looks = person ? await looksOf(x.db, person.id, MOST_LOOKS) : []
  return show(x, {
    html: () =>
      pageOf(x, { title: x.t(m.looksTitle), isBelow: true, children: LooksPage({ t: x.t, looks }) }),
    json: () => ({ looks: looks.map(lookJson) }),
  })
}

function waysIn(x: Exchange): Answer {
  if (x.wants === 'json') return problem(401, 'access.sign-in', x.t(m.withAccountText))
  const title = x.t(m.waysTitle)
  return {
    kind: 'page',
    status: 200,
    html: pageOf(x, { title, children: WaysPage({ t: x.t, typed: '', problems: [] }) }),
  }
}

type Content = Parameters<Exchange['page']>[0]

/** A page of this slice: never in search engines, under “My data”. */
export function pageOf(x: Exchange, { isBelow, ...content }: Content & { isBelow?: boolean }): string {
  const crumbs = isBelow ? [{ label: x.t(m.title), href: '/my-data' }] : undefined
  return x.page({ ...content, crumbs, isUnlisted: true })
}

const lookJson = ({ by, role, purpose, at }: Look) => ({ by, role, purpose, at: isoSecond(at) })

export const objectionJson = ({ id, words, askedAt, dueAt, outcome, reason }: Objection) => ({
  id,
  words,
  asked_at: isoSecond(askedAt),
  due_at: isoSecond(dueAt),
  outcome,
  reason,
})
