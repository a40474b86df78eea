import { type Answer, problem } from '#core/http/answer.ts'
import type { Exchange } from '#core/http/exchange.ts'
import { makePdf } from '#core/pdf/make-pdf.ts'
import { findVisibleCall } from '../find-call.ts'
import { m as openData } from '../open-data/messages.ts'
import { figuresOf, resultState } from './find-result.ts'
import { m } from './messages.ts'
import { reportData } from './report-data.ts'

const MOST = 50
const kept = new Map<string, Buffer>()

/** The printed report of a published result, from the same figures as the page; made once an edition and language. */
export async function sendReport(x: Exchange): Promise<Answer> {
  const call = await findVisibleCall(x.db, x.viewer, x.params.number)
  if (!call) return problem(404, 'not-found', x.t(m.noSuchCall))
  const state = await resultState(x.db, call)
  if (!state.edition) return problem(404, 'call.result-not-published', x.t(openData.notYet))
  const key = [call.id, state.version, x.language].join(' ')
  const known = kept.get(key)
  const figures = known ? null : await figuresOf(x.db, call.id, state)
  const pdf =
    known ??
    (await makePdf({
      template: new URL('./report.typ', import.meta.url),
      data:
        figures &&
        reportData(x.t, { call, state, figures, url: `${x.house.baseUrl}/calls/${call.number}/result` }),
    }))
  keep(key, pdf)
  return {
    kind: 'bytes',
    status: 200,
    type: 'application/pdf',
    bytes: pdf,
    headers: { 'content-disposition': `inline; filename="call-${call.number}-result-${x.language}.pdf"` },
    cache: 'public',
  }
}

function keep(key: string, pdf: Buffer): void {
  kept.set(key, pdf)
  const [oldest] = kept.keys()
  if (kept.size > MOST && oldest !== undefined) kept.delete(oldest)
}
