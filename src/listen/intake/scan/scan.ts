import { type Answer, type FieldProblem, invalid, seeOther, show } from '#core/http/answer.ts'
import type { Exchange } from '#core/http/exchange.ts'
import { parseSlipCode, pathOfSlip, type SlipCode } from '../slips/slip-code.ts'
import { findSlip } from './find-slip.ts'
import { m } from './messages.ts'
import { ScanPage } from './pages/scan-page.tsx'
import { readSlipCode } from './read-code.ts'

/** Where a helper begins: by camera, by photograph or by typing (`?code=`). */
export async function showScan(x: Exchange): Promise<Answer> {
  const { code } = x.query
  if (typeof code === 'string' && code.trim() !== '') return leadTo(x, parseSlipCode(code), 'code')
  return withWasm(show(x, { html: () => scanPage(x, []), json: () => ({}) }))
}

/** A photograph, read by us: for phones without JavaScript. It is looked at and let go. */
export async function createScan(x: Exchange): Promise<Answer> {
  const [photograph] = x.files
  if (!photograph || photograph.isTooLarge) return again(x, { field: 'photograph', message: x.t(m.noCode) })
  return leadTo(x, await readSlipCode(photograph.bytes), 'photograph')
}

async function leadTo(x: Exchange, code: SlipCode | null, field: 'code' | 'photograph'): Promise<Answer> {
  if (!code) return again(x, { field, message: x.t(field === 'code' ? m.wrongCode : m.noCode) })
  const slip = await findSlip(x.db, code)
  if (!slip) return again(x, { field, message: x.t(m.wrongCode) })
  const call = callOf(x)
  return seeOther(`${pathOfSlip(code)}${call ? `?call=${call}` : ''}`)
}

/** The call at which the helper is; a form of another one is said to be of another. */
function callOf({ query, form }: Exchange): string {
  const [call] = [form.call, query.call].filter((one) => typeof one === 'string' && /^\d{1,15}$/.test(one))
  return typeof call === 'string' ? call : ''
}

function again(x: Exchange, problem: FieldProblem): Answer {
  return withWasm(
    invalid(x, {
      problem: { id: 'slip.not-read', title: problem.message, fields: [problem] },
      html: () => scanPage(x, [problem]),
    }),
  )
}

function withWasm(answer: Answer): Answer {
  return answer.kind === 'page' ? { ...answer, runsWasm: true } : answer
}

function scanPage(x: Exchange, problems: readonly FieldProblem[]): string {
  return x.page({
    title: x.t(m.title),
    isUnlisted: true,
    islands: ['scan'],
    children: ScanPage({ t: x.t, call: callOf(x), typed: x.query.code, problems }),
  })
}
