import { inTransaction } from '#core/db/transaction.ts'
import {
  type Answer,
  type CookieToSet,
  type FieldProblem,
  problem,
  seeOther,
  show,
} from '#core/http/answer.ts'
import type { Exchange } from '#core/http/exchange.ts'
import { followUpBytes, makeFollowUpKey } from '#core/ids/follow-up-key.ts'
import { sha256 } from '#core/ids/hashes.ts'
import { unorderedId } from '#core/ids/ids.ts'
import { invalidForm } from '#core/input/problems.ts'
import { crumbOf, noticeOfCall } from '../../calls/index.ts'
import { ASKED_IN, askedIn } from '../help/asked-in.ts'
import { enterAnswers } from '../help/enter-answers.ts'
import { cellProblems, entryFrom, readCircumstances, refusalProblems } from '../help/read-entry.ts'
import { cellsOf } from '../help/typed-answer.ts'
import { findHelp, type Help } from '../help/who-helps.ts'
import { m } from './messages.ts'
import { CallPage } from './pages/call-page.tsx'
import { ReadBackPage, SpokenReceiptPage } from './pages/read-back-page.tsx'

const SHOWN_SECONDS = 600
const COOKIE = 'spoken-receipt'

/** The call-taker's screen: what to say, and boxes in the order of the questions. */
export async function showTelephone(x: Exchange): Promise<Answer> {
  const help = await findHelp(x, { isByPhone: true })
  if (!help.ok) return help.answer
  const html = await callPage(x, help, [])
  return show(x, { html: () => html, json: () => ({ number: help.call.number }) })
}

/** First what was typed is read back; stored is what the caller has heard. */
export async function createTelephoneAnswer(x: Exchange): Promise<Answer> {
  const help = await findHelp(x, { isByPhone: true })
  if (!help.ok) return help.answer
  if (x.form.step === 'change') return again(x, help, [])
  const read = await readCircumstances(x, { call: help.call, unitId: null })
  if (!read.ok) return again(x, help, read.problems)
  const cells = cellsOf(help.call, x.form)
  const { circumstances } = read
  const { entry, problems } = entryFrom({ call: help.call, route: 'phone', cells, circumstances })
  if (problems.length > 0) return again(x, help, cellProblems(x, problems))
  if (x.form.step !== 'store') return readBack(x, help, entry)
  return store(x, help, entry)
}

type Entry = ReturnType<typeof entryFrom>['entry']

async function store(x: Exchange, help: Help, entry: Entry): Promise<Answer> {
  // Pressed twice, the same call gets the same number and the same key.
  const key = followUpBytes(x.house.secret, x.onceKey)
  const source = x.onceKey === null ? undefined : `call:${sha256(help.by.id, x.onceKey).toString('hex')}`
  const entries = [{ ...entry, answer: { ...entry.answer, source, keyHash: sha256(key) } }]
  const [taken] = await inTransaction(x.db, (tx) =>
    enterAnswers(tx, { entries, helperId: help.by.id, at: x.now }),
  )
  if (!taken) throw new Error('A call was neither taken in nor refused.')
  if (!taken.ok) return again(x, help, refusalProblems(x, help.call, taken))
  const words = makeFollowUpKey(key)
  if (x.wants === 'json') return { kind: 'json', status: 201, body: { number: taken.number, key: words } }
  const path = `/calls/${help.call.number}/telephone/receipt`
  const { call } = await askedIn(x, help.call)
  const language = call.language === help.call.language ? '' : `?${ASKED_IN}=${call.language}`
  const cookie: CookieToSet = { name: COOKIE, value: `${taken.number} ${words}`, path, maxAge: SHOWN_SECONDS }
  return seeOther(`${path}${language}`, [cookie])
}

/** Number and key as they are said; shown to the call-taker once, and then to nobody. */
export async function showSpokenReceipt(x: Exchange): Promise<Answer> {
  const help = await findHelp(x, { isByPhone: true })
  if (!help.ok) return help.answer
  const [number, key] = (x.cookies[COOKIE] ?? '').split(' ')
  if (!number || !key) return problem(404, 'telephone.gone', x.t(m.gone))
  const title = x.t(m.receiptTitle)
  const address = `${x.house.baseUrl.replace(/^https?:\/\//, '')}/follow`
  const { say } = await askedIn(x, help.call)
  const children = SpokenReceiptPage({ t: x.t, say, call: help.call, number, followUpKey: key, address })
  return show(x, { html: () => x.page({ title, isUnlisted: true, children }), json: () => ({ number, key }) })
}

async function readBack(x: Exchange, help: Help, { answer }: Entry): Promise<Answer> {
  const { call, say } = await askedIn(x, help.call)
  const title = x.t(m.readBackTitle)
  return {
    kind: 'page',
    status: 200,
    cache: 'never',
    html: x.page({
      title,
      isUnlisted: true,
      children: ReadBackPage({ t: x.t, say, call, answer, typed: x.form }),
    }),
  }
}

async function again(x: Exchange, help: Help, problems: readonly FieldProblem[]): Promise<Answer> {
  const html = await callPage(x, help, problems)
  if (problems.length === 0) return { kind: 'page', status: 200, html, cache: 'never' }
  return invalidForm(x, { id: 'telephone.invalid', problems, html: () => html })
}

async function callPage(x: Exchange, help: Help, problems: readonly FieldProblem[]): Promise<string> {
  const asked = await askedIn(x, help.call)
  const { call } = asked
  const notice = await noticeOfCall({ db: x.db, now: x.now, language: call.language }, call)
  const { once } = x.form
  return x.page({
    title: x.t(m.title),
    crumbs: [crumbOf(x.t, call)],
    isUnlisted: true,
    children: CallPage({
      t: x.t,
      asked,
      call,
      notice,
      once: typeof once === 'string' ? once : unorderedId(),
      typed: x.form,
      problems,
    }),
  })
}
