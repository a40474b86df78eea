import { z } from 'zod'
import { holdsRole, NOBODY } from '#core/access/viewer.ts'
import { type Answer, done, problem, show } from '#core/http/answer.ts'
import type { Exchange } from '#core/http/exchange.ts'
import { invalidForm, problemsOf } from '#core/input/problems.ts'
import { words } from '#core/input/text.ts'
import { isoSecond } from '#core/time/days.ts'
import { type Call, crumbOf, findVisibleAnswer, findVisibleCall } from '../../calls/index.ts'
import { findHelp } from '../help/who-helps.ts'
import { decideTwins } from './decide-twins.ts'
import { m } from './messages.ts'
import { TwinsPage } from './pages/twins-page.tsx'
import { type Twin, type TwinCounts, type TwinPair, twinCounts, waitingTwins } from './twins-of.ts'

const number = z.coerce.number().int().positive()
const twinInput = z.object({
  earlier: number,
  later: number,
  outcome: z.enum(['joined', 'apart'], { error: m.outcomeMissing.id }),
  reason: words(500, m.whyMissing.id),
})

type Problems = ReturnType<typeof problemsOf>

/** Pairs of answers to a call that may be one person's, both side by side. */
export async function showTwins(x: Exchange): Promise<Answer> {
  const call = await findVisibleCall(x.db, x.viewer, x.params.number)
  if (!call) return problem(404, 'not-found', x.t(m.noSuchCall))
  if (mayDecide(x, call)) return showPairs(x, { call, helperId: null })
  const help = await findHelp(x)
  return help.ok
    ? showPairs(x, { call, helperId: help.by.id })
    : problem(403, 'twins.not-yours', x.t(m.notYours))
}

async function showPairs(x: Exchange, seen: Seen): Promise<Answer> {
  const { pairs, counts } = await twinsFor(x, seen)
  return show(x, {
    html: () => pageOf(x, seen.call, { pairs, counts, problems: [] }),
    json: () => ({
      ...counts,
      pairs: pairs.map(({ likeness, earlier, later }) => ({
        likeness,
        earlier: twinAsJson(earlier),
        later: twinAsJson(later),
      })),
    }),
  })
}

interface Seen {
  call: Call
  /** A helper looks at pairs of their own alone, and decides none; null for those who decide. */
  helperId: string | null
}

async function twinsFor(x: Exchange, { call, helperId }: Seen) {
  const [pairs, counts] = await Promise.all([
    waitingTwins(x.db, call.id, helperId),
    helperId === null ? twinCounts(x.db, call.id) : null,
  ])
  if (helperId === null) return { pairs, counts }
  return { pairs: await Promise.all(pairs.map((pair) => forHelper(x, pair, helperId))), counts }
}

/** What they brought in themselves a helper may read again; of the other half no more than anybody. */
async function forHelper(
  x: Exchange,
  { earlier, later, likeness }: TwinPair,
  helperId: string,
): Promise<TwinPair> {
  const read = async (twin: Twin): Promise<Twin> => {
    if (twin.helperId === helperId) return twin
    const shown = await findVisibleAnswer(x.db, NOBODY, String(twin.number))
    return shown?.wordsShown ? twin : { ...twin, words: null }
  }
  return { earlier: await read(earlier), later: await read(later), likeness }
}

const twinAsJson = ({ number, route, givenAt, words }: Twin) => ({
  number,
  route,
  given_at: isoSecond(givenAt),
  words,
})

/** One pair decided: one answer, or two. */
export async function createTwinDecision(x: Exchange): Promise<Answer> {
  return withCall(x, async (call) => {
    const input = twinInput.safeParse(x.form)
    const by = x.viewer.person
    if (!input.success || !by) return again(x, call, input.success ? [] : problemsOf(input.error, x.t))
    const decided = await decideTwins(x.db, {
      call,
      ...input.data,
      language: x.language,
      by: { id: by.id, name: by.name },
      now: x.now,
    })
    if (!decided.ok) return problem(404, 'twins.no-such-pair', x.t(m.noSuchPair))
    const { outcome } = input.data
    return done(x, { to: `/calls/${call.number}/twins`, status: 201, json: () => ({ outcome }) })
  })
}

async function withCall(x: Exchange, act: (call: Call) => Promise<Answer>): Promise<Answer> {
  const call = await findVisibleCall(x.db, x.viewer, x.params.number)
  if (!call) return problem(404, 'not-found', x.t(m.noSuchCall))
  return mayDecide(x, call) ? act(call) : problem(403, 'twins.not-yours', x.t(m.notYours))
}

function mayDecide({ viewer }: Exchange, { body }: Call): boolean {
  const place = { lineage: body.lineage, bodyId: body.id }
  return ['clerk', 'moderator'].some((role) => holdsRole(viewer, role, place))
}

async function again(x: Exchange, call: Call, problems: Problems): Promise<Answer> {
  const seen = await twinsFor(x, { call, helperId: null })
  return invalidForm(x, { id: 'twins.invalid', problems, html: () => pageOf(x, call, { ...seen, problems }) })
}

interface Paged {
  pairs: readonly TwinPair[]
  counts: TwinCounts | null
  problems: Problems
}

function pageOf(x: Exchange, call: Call, { pairs, counts, problems }: Paged): string {
  return x.page({
    title: x.t(m.title),
    crumbs: [crumbOf(x.t, call)],
    section: 'calls',
    isUnlisted: true,
    children: TwinsPage({ t: x.t, call, pairs, counts, typed: x.form, problems }),
  })
}
