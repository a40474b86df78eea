import { createElement, Fragment } from 'preact'
import { z } from 'zod'
import { type Answer, done, problem, show } from '#core/http/answer.ts'
import type { Exchange } from '#core/http/exchange.ts'
import { unorderedId } from '#core/ids/ids.ts'
import { isoSecond } from '#core/time/days.ts'
import { type Call, stateOf } from '../call.ts'
import { findVisibleCall } from '../find-call.ts'
import { waitingScreenings } from '../open-data/screenings-of.ts'
import { callFigures } from './figures.ts'
import { figuresOf, type ResultState, resultState } from './find-result.ts'
import { keptPart } from './kept-part.ts'
import { m } from './messages.ts'
import { ClerksPart, ResultPage } from './pages/result-page.tsx'
import { mayPublishResult } from './policy.ts'
import { askForResult } from './publish-result.ts'

/** What the API answers: where the result stands, and all its figures. */
export const resultJson = z.object({
  call: z.number(),
  url: z.string(),
  state: z.enum(['provisional', 'being-made', 'published']),
  edition: z.number().nullable(),
  published_at: z.string().nullable(),
  dataset_sha256: z.string().nullable(),
  figures: callFigures.nullable(),
})

/** The result of a call: provisional counts while it is open, everything once it is published. */
export async function showResult(x: Exchange): Promise<Answer> {
  const call = await findVisibleCall(x.db, x.viewer, x.params.number)
  if (!call) return problem(404, 'not-found', x.t(m.noSuchCall))
  const state = await resultState(x.db, call)
  if (x.wants === 'json') {
    const figures = await figuresOf(x.db, call.id, state)
    return show(x, { html: () => '', json: () => resultAsJson(x, { call, state, figures }), cache: 'public' })
  }
  const [markup, clerks] = await Promise.all([partForAll(x, call, state), partForClerks(x, call, state)])
  const title = x.t(m.title, { title: call.title ?? x.t(m.untitled) })
  return show(x, {
    html: () =>
      x.page({
        title,
        crumbs: [
          { label: x.t(m.calls), href: '/calls' },
          { label: call.title ?? x.t(m.untitled), href: `/calls/${call.number}` },
        ],
        section: 'calls',
        children: createElement(Fragment, null, whole(markup), clerks),
      }),
    json: () => null,
    cache: 'public',
  })
}

/** The markup is our own, made by the page's components and kept; nothing of strangers goes past their escaping. */
function whole(markup: string) {
  return createElement('div', { class: 'stack', dangerouslySetInnerHTML: { __html: markup } })
}

function partForAll(x: Exchange, call: Call, state: ResultState): Promise<string> {
  const isClosed = stateOf(call, x.now) === 'finished'
  const key = [call.id, call.title, state.version, state.isAskedFor, isClosed, x.language].join(' ')
  return keptPart(key, async () => {
    const figures = await figuresOf(x.db, call.id, state)
    return ResultPage({ t: x.t, call, state, figures, isClosed })
  })
}

async function partForClerks(x: Exchange, call: Call, state: ResultState) {
  if (mayPublishResult(x.viewer, call) !== 'allowed') return null
  const waiting = await waitingScreenings(x.db, call.id)
  if (state.edition && waiting === 0) return null
  const mayPublish =
    !state.edition && !state.isAskedFor && x.now >= call.closesAt && x.now >= call.helpersUntil
  return ClerksPart({ t: x.t, call, waiting, mayPublish, once: unorderedId() })
}

/** A clerk publishes the result. */
export async function createResult(x: Exchange): Promise<Answer> {
  const call = await findVisibleCall(x.db, x.viewer, x.params.number)
  if (!call) return problem(404, 'not-found', x.t(m.noSuchCall))
  if (mayPublishResult(x.viewer, call) !== 'allowed' || !x.viewer.person)
    return problem(403, 'result.not-the-clerk', x.t(m.notTheClerk))
  const outcome = await askForResult(x.db, { call, by: x.viewer.person.id, now: x.now })
  if (!outcome.ok)
    return problem(
      409,
      `result.${outcome.why}`,
      x.t(outcome.why === 'not-finished' ? m.publishNotYet : m.publishedAlready),
    )
  return done(x, {
    to: `/calls/${call.number}/result`,
    json: () => ({ call: call.number, state: 'being-made' }),
    status: 202,
  })
}

interface Told {
  call: Call
  state: ResultState
  figures: z.infer<typeof callFigures> | null
}

function resultAsJson(x: Exchange, { call, state, figures }: Told): z.infer<typeof resultJson> {
  const { edition, isAskedFor } = state
  return {
    call: call.number,
    url: `${x.house.baseUrl}/calls/${call.number}/result`,
    state: edition ? 'published' : isAskedFor ? 'being-made' : 'provisional',
    edition: edition?.number ?? null,
    published_at: edition ? isoSecond(edition.publishedAt) : null,
    dataset_sha256: edition?.datasetSha256 ?? null,
    figures,
  }
}
