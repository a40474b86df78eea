import { createElement, Fragment, type VNode } from 'preact'
import { z } from 'zod'
import { type Answer, done, problem, show } from '#core/http/answer.ts'
import type { Exchange } from '#core/http/exchange.ts'
import { unorderedId } from '#core/ids/ids.ts'
import { isoSecond } from '#core/time/days.ts'
import { toFragment } from '#ui/page/render-page.ts'
import { crumbOf } from '../crumb-of.ts'
import { findVisibleCall } from '../find-call.ts'
import { waitingScreenings } from '../open-data/screenings-of.ts'
import { type CallFigures, callFigures } from './figures.ts'
import { figuresOf, type ResultSeen, seeResult } from './find-result.ts'
import { KeptThings } from './kept-things.ts'
import { m } from './messages.ts'
import { ClerksPart, ResultPage } from './pages/result-page.tsx'
import { mayPublishResult } from './policy.ts'
import { askForResult } from './publish-result.ts'
import { resultToRead } from './result-to-read.ts'

/** What is the same for every reader of a language; a clerk's page puts its own after it. */
const parts = new KeptThings<Part>()
/** Whole pages in bytes, as they are sent to whoever has no account. */
const pages = new KeptThings<Buffer>()

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
  const seen = await seeResult(x.db, x.params.number, x.language)
  if (!seen) return problem(404, 'not-found', x.t(m.noSuchCall))
  if (x.wants === 'json') {
    const figures = await figuresOf(x.db, seen.id, seen)
    return show(x, { html: () => '', json: () => resultAsJson(x, seen, figures), cache: 'public' })
  }
  // Nobody in particular, at its own address: the page is the same for all of them, frame and all.
  if (!x.viewer.person && x.url === pathOf(seen)) return wholePage(x, seen)
  const html = await pageFor(x, seen, await partForClerks(x, seen))
  return show(x, { html: () => html, json: () => null, cache: 'public' })
}

const pathOf = ({ number }: ResultSeen) => `/calls/${number}/result`

async function wholePage(x: Exchange, seen: ResultSeen): Promise<Answer> {
  const key = [x.house.name, x.house.accent, x.house.isDemo, keyOf(x, seen)].join(' ')
  const bytes = await pages.get(key, async () => Buffer.from(await pageFor(x, seen, null)))
  const type = 'text/html; charset=utf-8'
  const headers = { 'content-language': x.language }
  return { kind: 'bytes', status: 200, type, bytes, headers, cache: 'public' }
}

async function pageFor(x: Exchange, seen: ResultSeen, clerks: VNode | null): Promise<string> {
  const { title, call, markup } = await parts.get(keyOf(x, seen), () => partForAll(x, seen))
  return x.page({
    title,
    crumbs: [{ label: x.t(m.calls), href: '/calls' }, call],
    section: 'calls',
    children: createElement(Fragment, null, whole(markup), clerks),
  })
}

/** The markup is our own, made by the page's components and kept; nothing of strangers goes past their escaping. */
function whole(markup: string) {
  return createElement('div', { class: 'stack', dangerouslySetInnerHTML: { __html: markup } })
}

/** Everything that a result looks different by. */
function keyOf(x: Exchange, { id, version, isAskedFor, closesAt, forms, wording }: ResultSeen): string {
  return [id, version, isAskedFor, x.now >= closesAt, forms, wording, x.language].join(' ')
}

interface Part {
  title: string
  /** The call as the way back names it. */
  call: ReturnType<typeof crumbOf>
  markup: string
}

async function partForAll(x: Exchange, seen: ResultSeen): Promise<Part> {
  const read = await resultToRead(x.db, seen, x.language)
  const title = x.t(m.title, { title: read.call.title ?? x.t(m.untitled) })
  const isClosed = x.now >= seen.closesAt
  const page = ResultPage({ t: x.t, ...read, state: seen, forms: seen.forms, isClosed })
  return { title, call: crumbOf(x.t, { ...read.call, number: seen.number }), markup: toFragment(page) }
}

async function partForClerks(x: Exchange, seen: ResultSeen): Promise<VNode | null> {
  if (mayPublishResult(x.viewer, seen) !== 'allowed') return null
  const waiting = await waitingScreenings(x.db, seen.id)
  if (seen.edition && waiting === 0) return null
  const { edition, isAskedFor, closesAt, helpersUntil } = seen
  const mayPublish = !edition && !isAskedFor && x.now >= closesAt && x.now >= helpersUntil
  return ClerksPart({ t: x.t, call: seen, waiting, mayPublish, once: unorderedId() })
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

function resultAsJson(
  x: Exchange,
  { number, edition, isAskedFor }: ResultSeen,
  figures: CallFigures | null,
): z.infer<typeof resultJson> {
  return {
    call: number,
    url: `${x.house.baseUrl}/calls/${number}/result`,
    state: edition ? 'published' : isAskedFor ? 'being-made' : 'provisional',
    edition: edition?.number ?? null,
    published_at: edition ? isoSecond(edition.publishedAt) : null,
    dataset_sha256: edition?.datasetSha256 ?? null,
    figures,
  }
}
