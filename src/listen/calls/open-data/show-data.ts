import { z } from 'zod'
import { type Answer, problem, show } from '#core/http/answer.ts'
import type { Exchange } from '#core/http/exchange.ts'
import { isoSecond } from '#core/time/days.ts'
import { writeZip } from '#core/zip/write-zip.ts'
import type { Call } from '../call.ts'
import { crumbOf } from '../crumb-of.ts'
import { findVisibleCall } from '../find-call.ts'
import { type Edition, figuresOf, type ResultState, resultState } from '../result/find-result.ts'
import { m as result } from '../result/messages.ts'
import { dataPackage, resultFile } from './data-package.ts'
import { type DatasetOf, datasetCsv, datasetJson } from './dataset-rows.ts'
import { editionsOf, entryOfEdition } from './editions-of.ts'
import { m } from './messages.ts'
import { DataPage } from './pages/data-page.tsx'
import { samplesFor } from './samples-of.ts'
import { withheldOf } from './withheld.ts'

/** What the API answers for the open data of a call. */
export const dataJson = z.object({
  call: z.number(),
  files: z.record(z.string(), z.string()),
  editions: z.array(
    z.object({
      edition: z.number(),
      published_at: z.string(),
      rows: z.number(),
      sha256: z.string(),
      entry: z.string(),
      changes: z.record(z.string(), z.number()),
    }),
  ),
  withheld: z.array(z.object({ what: z.string(), answers: z.number(), review_on: z.string() })),
})

/** The open data of a call: its files, its editions, and what is not in them. */
export async function showData(x: Exchange): Promise<Answer> {
  const call = await findVisibleCall(x.db, x.viewer, x.params.number)
  if (!call) return problem(404, 'not-found', x.t(result.noSuchCall))
  const [state, editions, withheld, samples] = await Promise.all([
    resultState(x.db, call),
    editionsOf(x.db, call.id),
    withheldOf(x.db, call.id),
    samplesFor(x, call),
  ])
  const title = x.t(m.title, { title: call.title ?? x.t(result.untitled) })
  return show(x, {
    html: () =>
      x.page({
        title,
        crumbs: [
          { label: x.t(result.calls), href: '/calls' },
          crumbOf(x.t, call),
          { label: x.t(result.result), href: `/calls/${call.number}/result` },
        ],
        section: 'calls',
        children: DataPage({ t: x.t, call, state, editions, withheld, samples, baseUrl: x.house.baseUrl }),
      }),
    json: (): z.infer<typeof dataJson> => ({
      call: call.number,
      files: state.edition ? filesOf(x, call) : {},
      editions: editions.map(({ number, publishedAt, rows, sha256, entryId, changes }) => ({
        edition: number,
        published_at: isoSecond(publishedAt),
        rows,
        sha256,
        entry: entryId,
        changes,
      })),
      withheld: withheld.map(({ what, count, reviewOn }) => ({ what, answers: count, review_on: reviewOn })),
    }),
    cache: 'public',
  })
}

function filesOf({ house }: Exchange, { number }: Call): Record<string, string> {
  const at = (name: string) => `${house.baseUrl}/calls/${number}/data/${name}`
  return Object.fromEntries(
    ['answers.csv', 'answers.json', 'figures.json', 'datapackage.json', 'package.zip'].map((name) => [
      name,
      at(name),
    ]),
  )
}

interface Published {
  call: Call
  state: ResultState
  edition: Edition
  dataset: DatasetOf
}

/** What a file needs to know; a problem where nothing is published. */
async function published(x: Exchange): Promise<Published | Answer> {
  const call = await findVisibleCall(x.db, x.viewer, x.params.number)
  if (!call) return problem(404, 'not-found', x.t(result.noSuchCall))
  const state = await resultState(x.db, call)
  const { edition } = state
  if (!edition) return problem(404, 'call.result-not-published', x.t(m.notYet))
  return {
    call,
    state,
    edition,
    dataset: { callId: call.id, questions: call.questions, until: edition.publishedAt },
  }
}

function attached(name: string): Record<string, string> {
  return { 'content-disposition': `attachment; filename="${name}"` }
}

/** answers.csv, sent while it is read. */
export async function sendCsv(x: Exchange): Promise<Answer> {
  const found = await published(x)
  if ('kind' in found) return found
  const headers = attached(`call-${found.call.number}-answers.csv`)
  return { kind: 'stream', type: 'text/csv; charset=utf-8', chunks: datasetCsv(x.db, found.dataset), headers }
}

export async function sendJson(x: Exchange): Promise<Answer> {
  const found = await published(x)
  if ('kind' in found) return found
  const headers = attached(`call-${found.call.number}-answers.json`)
  return {
    kind: 'stream',
    type: 'application/json; charset=utf-8',
    chunks: datasetJson(x.db, found.dataset),
    headers,
  }
}

export async function sendFigures(x: Exchange): Promise<Answer> {
  const found = await published(x)
  if ('kind' in found) return found
  return { kind: 'json', status: 200, body: await figuresFile(x, found), cache: 'public' }
}

export async function sendPackage(x: Exchange): Promise<Answer> {
  const found = await published(x)
  if ('kind' in found) return found
  return { kind: 'json', status: 200, body: await packageOf(x, found), cache: 'public' }
}

/** All files in one archive, sent while they are read. */
export async function sendZip(x: Exchange): Promise<Answer> {
  const found = await published(x)
  if ('kind' in found) return found
  const { call, edition, dataset } = found
  const pretty = (value: unknown) => [`${JSON.stringify(value, null, 2)}\n`]
  const files = [
    { name: 'datapackage.json', content: pretty(await packageOf(x, found)) },
    { name: 'figures.json', content: pretty(await figuresFile(x, found)) },
    { name: 'answers.csv', content: datasetCsv(x.db, dataset) },
  ]
  return {
    kind: 'stream',
    type: 'application/zip',
    chunks: writeZip(files, edition.publishedAt),
    headers: attached(`call-${call.number}-data.zip`),
  }
}

async function figuresFile(x: Exchange, { call, state, edition }: Published) {
  return resultFile({ call, edition, figures: await figuresOf(x.db, call.id, state) })
}

async function packageOf(x: Exchange, { call, edition }: Published) {
  const withheld = await withheldOf(x.db, call.id)
  const entry = await entryOfEdition(x.db, call.id, edition.number)
  return dataPackage({
    call,
    edition,
    withheld,
    entry,
    baseUrl: x.house.baseUrl,
    house: x.house.name,
  })
}
