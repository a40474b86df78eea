import { z } from 'zod'
import { type Answer, problem } from '#core/http/answer.ts'
import type { Exchange } from '#core/http/exchange.ts'
import { makePdf } from '#core/pdf/make-pdf.ts'
import { callToRead, findVisibleCall, noticeOfCall } from '../../calls/index.ts'
import { m as help } from '../help/messages.ts'
import { findHelp } from '../help/who-helps.ts'
import { m as slips } from '../slips/messages.ts'
import { receiptsOf } from './enter-rows.ts'
import { m } from './messages.ts'

const receiptsTemplate = new URL('./receipts.typ', import.meta.url)
const sheetTemplate = new URL('./sheet.typ', import.meta.url)
const PAPER_ROWS = 12

/** Number and key of each row of a sheet, to be cut apart and handed out; made anew whenever its helper asks. */
export async function createReceipts(x: Exchange): Promise<Answer> {
  const found = await findHelp(x)
  if (!found.ok) return found.answer
  const sheet = z.uuid().safeParse(x.form.sheet)
  const asked = { sheetId: sheet.data ?? '', helperId: found.by.id, secret: x.house.secret }
  const receipts = sheet.success ? await receiptsOf(x.db, asked) : []
  if (receipts.length === 0) return problem(404, 'sheet.nothing-yet', x.t(m.nothingYet))
  const bytes = await makePdf({
    template: receiptsTemplate,
    data: {
      language: x.language,
      title: found.call.title ?? '',
      number: x.t(slips.yourNumber),
      key: x.t(slips.yourKey),
      follow: x.t(slips.follow),
      address: `${x.house.baseUrl.replace(/^https?:\/\//, '')}/follow`,
      receipts: receipts.map(({ number, key }) => ({ number: x.t.number(number), key })),
    },
  })
  return pdf(bytes, `receipts-${found.call.number}.pdf`)
}

/** The sheet on paper, to be filled in at a meeting. */
export async function sendPaperSheet(x: Exchange): Promise<Answer> {
  const found = await findVisibleCall(x.db, x.viewer, x.params.number)
  if (!found) return problem(404, 'not-found', x.t(help.noSuchCall))
  const { call } = await callToRead(x.db, found, x.language)
  const notice = await noticeOfCall(x, call)
  const bytes = await makePdf({
    template: sheetTemplate,
    data: {
      language: x.language,
      title: call.title ?? '',
      asks: call.body.name,
      promise: call.promise,
      promiseHeading: x.t(slips.promiseHeading),
      noticeHeading: x.t(slips.noticeHeading),
      notice: notice?.summary ?? '',
      where: x.t(m.whereAndWhen),
      agreed: x.t(m.agreedInRoom),
      rows: PAPER_ROWS,
      questions: call.questions
        .filter(({ kind }) => kind !== 'place')
        .map(({ wording, kind, options, place }) => ({
          kind,
          wording: `${place}. ${wording}`,
          options: options.map((option) => `${option.place} ${option.wording}`),
          hint: kind === 'statements' ? x.t(m.letters) : '',
        })),
    },
  })
  return pdf(bytes, `sheet-${call.number}.pdf`)
}

function pdf(bytes: Buffer, name: string): Answer {
  const headers = { 'content-disposition': `attachment; filename="${name}"` }
  return { kind: 'bytes', status: 200, type: 'application/pdf', bytes, headers }
}
