import { z } from 'zod'
import { inTransaction } from '#core/db/transaction.ts'
import { type Answer, invalid, problem } from '#core/http/answer.ts'
import type { Exchange } from '#core/http/exchange.ts'
import { isLanguage } from '#core/i18n/languages.ts'
import { makePdf } from '#core/pdf/make-pdf.ts'
import { writeZip, type ZipFile } from '#core/zip/write-zip.ts'
import { noticeInForce } from '#ground/notices/notice-in-force.ts'
import { type Call, callToRead, findVisibleCall } from '../../calls/index.ts'
import { m as helpMessages } from '../help/messages.ts'
import { findHelp } from '../help/who-helps.ts'
import { MOST_SLIPS, makeSlips, type NewSlip } from './make-slips.ts'
import { m } from './messages.ts'
import { paperPage } from './paper.ts'
import { type SlipFacts, slipData } from './slip-data.ts'
import { waysOf } from './ways.ts'

const template = new URL('./slip.typ', import.meta.url)
/** Slips to a file: a printer takes them well, and setting them takes seconds. */
export const SLIPS_A_FILE = 100

const printInput = z.object({
  language: z.string().refine(isLanguage),
  size: z.enum(['usual', 'large']),
  count: z.coerce.number({ error: m.countWrong.id }).int().min(1).max(MOST_SLIPS),
})

/** Numbered slips: made once, for this one answer. A thousand and more are a ZIP, made while it is sent. */
export async function createSlips(x: Exchange): Promise<Answer> {
  const found = await findHelp(x)
  if (!found.ok) return found.answer
  const { call, by, unit } = found
  const input = printInput.safeParse(x.form)
  if (!input.success) return countWrong(x, call)
  const { language, size, count } = input.data
  const isLargePrint = size === 'large'
  const facts = await slipFacts(x, call, { language, isLargePrint })
  const batch = { callId: call.id, language, isLargePrint, count, unitId: unit?.id ?? null, printedBy: by.id }
  const slips = await inTransaction(x.db, (tx) => makeSlips(tx, batch, x.now))
  const name = `forms-${call.number}-${language}${isLargePrint ? '-large' : ''}`
  if (count <= SLIPS_A_FILE) {
    const bytes = await makePdf({ template, data: slipData(facts, slips) })
    return { kind: 'bytes', status: 200, type: 'application/pdf', bytes, headers: attachment(`${name}.pdf`) }
  }
  const chunks = writeZip(filesOf(slips, { facts, name }), x.now)
  return { kind: 'stream', type: 'application/zip', chunks, headers: attachment(`${name}.zip`) }
}

async function* filesOf(
  slips: readonly NewSlip[],
  { facts, name }: { facts: SlipFacts; name: string },
): AsyncGenerator<ZipFile> {
  for (let at = 0; at < slips.length; at += SLIPS_A_FILE) {
    const some = slips.slice(at, at + SLIPS_A_FILE)
    const pdf = await makePdf({ template, data: slipData(facts, some) })
    yield { name: `${name}/${some[0]?.number}-${some.at(-1)?.number}.pdf`, content: [pdf] }
  }
}

/** The form without a number, for anybody: the same bytes for everybody. */
export async function sendBlankForm(x: Exchange): Promise<Answer> {
  const call = await findVisibleCall(x.db, x.viewer, x.params.number)
  if (!call) return problem(404, 'not-found', x.t(helpMessages.noSuchCall))
  const { language } = x.query
  const facts = await slipFacts(x, call, {
    language: isLanguage(language) ? language : x.language,
    isLargePrint: x.query.size === 'large',
  })
  const bytes = await makePdf({ template, data: slipData(facts, []) })
  const headers = { 'content-disposition': `inline; filename="form-${call.number}.pdf"` }
  return { kind: 'bytes', status: 200, type: 'application/pdf', bytes, headers, cache: 'public' }
}

async function slipFacts(
  x: Exchange,
  call: Call,
  { language, isLargePrint }: { language: string; isLargePrint: boolean },
): Promise<SlipFacts> {
  const [ways, notice, read] = await Promise.all([
    waysOf(x.db, call.id),
    summaryOf(x, call, language),
    callToRead(x.db, call, language),
  ])
  const { name: organisation, baseUrl } = x.house
  return { t: x.tIn(language), call: read.call, organisation, baseUrl, isLargePrint, notice, ways }
}

async function summaryOf({ db, now }: Exchange, { notice: { id, slug, version } }: Call, language: string) {
  const notice = await noticeInForce(db, { notice: { id }, version, language, now })
  return { slug, summary: notice?.summary ?? '' }
}

async function countWrong(x: Exchange, call: Call): Promise<Answer> {
  const message = x.t(m.countWrong, { most: MOST_SLIPS })
  const fields = [{ field: 'count', message }]
  const html = await paperPage(x, call, { problems: fields })
  return invalid(x, { problem: { id: 'slips.count', title: message, fields }, html: () => html })
}

function attachment(name: string) {
  return { 'content-disposition': `attachment; filename="${name}"` }
}
