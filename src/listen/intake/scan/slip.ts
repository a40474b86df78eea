import type { Db } from '#core/db/connect.ts'
import { type Answer, done, type FieldProblem, problem, show } from '#core/http/answer.ts'
import type { Exchange } from '#core/http/exchange.ts'
import { invalidForm } from '#core/input/problems.ts'
import { type Attachment, makeAttachments } from '#ground/attachments/make-attachments.ts'
import { type Call, callById, noticeOfCall } from '../../calls/index.ts'
import { askedIn } from '../help/asked-in.ts'
import {
  type Circumstances,
  cellProblems,
  entryFrom,
  readCircumstances,
  refusalProblems,
} from '../help/read-entry.ts'
import { cellsOf } from '../help/typed-answer.ts'
import { findHelp, type Help } from '../help/who-helps.ts'
import { parseSlipCode, pathOfSlip } from '../slips/slip-code.ts'
import { bringInSlip, keepPicture, pictureOf } from './bring-in-slip.ts'
import { findSlip, type Slip, slipOfNumber } from './find-slip.ts'
import { m } from './messages.ts'
import { ReaderSlipPage, SlipPage } from './pages/slip-page.tsx'

interface AtSlip {
  /** Where this page is: by its code, or in the list of those that wait. */
  path: string
  slip: Slip
  call: Call
}

/** A form by its code: for a helper to type, for anybody else what it is. */
export async function showSlip(x: Exchange): Promise<Answer> {
  const at = await findAt(x)
  if (!at) return noSuchSlip(x)
  const help = await findHelp(x, { number: at.call.number })
  const html = help.ok ? await slipPage(x, at, []) : readerPage(x, at)
  return show(x, {
    html: () => html,
    json: () => ({ number: at.slip.number, call: at.call.number }),
  })
}

/** The picture that waits, for those who may type it. */
export async function sendSlipPicture(x: Exchange): Promise<Answer> {
  const at = await findAt(x)
  if (!at) return noSuchSlip(x)
  const help = await findHelp(x, { number: at.call.number })
  if (!help.ok) return help.answer
  const waiting = await pictureOf(x.db, at.slip.id)
  if (!waiting) return noSuchSlip(x)
  const { mediaType, bytes } = waiting.picture
  return { kind: 'bytes', status: 200, type: mediaType, bytes }
}

/** Brings a form in: its words, or its picture for somebody to type. */
export async function createSlipEntry(x: Exchange): Promise<Answer> {
  const at = await findAt(x)
  if (!at) return noSuchSlip(x)
  const help = await findHelp(x, { number: at.call.number })
  if (!help.ok) return help.answer
  if (at.slip.answerId !== null) return brought(x, at)
  const made = await makeAttachments(x.files, x.t)
  const read = await readCircumstances(x, { call: at.call, unitId: at.slip.unitId })
  const problems = [...(made.ok ? [] : picturesAt(made.problems)), ...(read.ok ? [] : read.problems)]
  if (!read.ok || problems.length > 0) return again(x, at, problems)
  const { circumstances } = read
  const given = { help, circumstances, attachments: made.attachments }
  return x.form.later === 'yes' ? keepForLater(x, at, given) : bringIn(x, at, given)
}

interface Given {
  help: Help
  circumstances: Circumstances
  attachments: readonly Attachment[]
}

async function bringIn(
  x: Exchange,
  at: AtSlip,
  { help, circumstances, attachments }: Given,
): Promise<Answer> {
  const { call, slip } = at
  const cells = cellsOf(call, x.form)
  const { entry, problems } = entryFrom({ call, route: 'paper', cells, circumstances })
  if (problems.length > 0) return again(x, at, cellProblems(x, problems))
  const helperId = help.by.id
  const taken = await bringInSlip(x.db, { slip, entry, helperId, attachments, at: x.now })
  if (taken.ok) return brought(x, at)
  if (taken.why === 'used') return problem(409, 'slip.used', x.t(m.race))
  return again(x, at, refusalProblems(x, call, taken))
}

async function keepForLater(x: Exchange, at: AtSlip, given: Given): Promise<Answer> {
  const [picture] = given.attachments
  if (!picture) return again(x, at, [{ field: 'picture', message: x.t(m.laterNeedsPicture) }])
  if (x.now >= at.call.helpersUntil)
    return again(x, at, refusalProblems(x, at.call, { ok: false, why: 'not-open' }))
  const { consent, saidOn } = given.circumstances
  const kept = { slip: at.slip, picture, consent, saidOn, helperId: given.help.by.id, at: x.now }
  const { ok } = await keepPicture(x.db, kept)
  return ok ? brought(x, at) : problem(409, 'slip.used', x.t(m.race))
}

function brought(x: Exchange, { path, slip }: AtSlip): Answer {
  return done(x, { to: path, status: 201, json: () => ({ number: slip.number }) })
}

const NUMBER = /^[1-9]\d{0,14}$/

async function findAt({ db, params: { id, number } }: Exchange): Promise<AtSlip | null> {
  if (number !== undefined) {
    if (!NUMBER.test(number)) return null
    return withCall(db, await slipOfNumber(db, Number(number)), `/intake/waiting/${number}`)
  }
  const code = parseSlipCode(id ?? '')
  return code && withCall(db, await findSlip(db, code), pathOfSlip(code))
}

/** Without its code a form is found only while, or because, its picture waited. */
async function withCall(db: Db, slip: Slip | null, path: string): Promise<AtSlip | null> {
  const call = slip && (await callById(db, slip.callId))
  return slip && call ? { path, slip, call } : null
}

function noSuchSlip(x: Exchange): Answer {
  return problem(404, 'slip.unknown', x.t(m.wrongCode))
}

const picturesAt = (problems: readonly FieldProblem[]) =>
  problems.map(({ message }) => ({ field: 'picture', message }))

async function again(x: Exchange, at: AtSlip, problems: readonly FieldProblem[]): Promise<Answer> {
  const html = await slipPage(x, at, problems)
  return invalidForm(x, { id: 'slip.invalid', problems, html: () => html })
}

async function slipPage(
  x: Exchange,
  { path, slip, call }: AtSlip,
  problems: readonly FieldProblem[],
): Promise<string> {
  const inLanguage = await askedIn(x, call)
  const asked = x.query.call ?? x.form.call
  return x.page({
    title: x.t(m.formTitle, { number: x.t.number(slip.number) }),
    crumbs: [{ label: x.t(m.title), href: '/intake/slip' }],
    isUnlisted: true,
    children: SlipPage({
      t: x.t,
      asked: inLanguage,
      call: inLanguage.call,
      slip,
      notice: await noticeOfCall(x, call),
      path,
      isOfOtherCall: typeof asked === 'string' && asked !== '' && asked !== String(call.number),
      isLate: x.now >= call.helpersUntil,
      typed: x.form,
      problems,
    }),
  })
}

function readerPage(x: Exchange, { slip, call }: AtSlip): string {
  const title = x.t(m.formTitle, { number: x.t.number(slip.number) })
  return x.page({ title, isUnlisted: true, children: ReaderSlipPage({ t: x.t, title, call }) })
}
