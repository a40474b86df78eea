import { type Answer, problem } from '#core/http/answer.ts'
import type { Exchange } from '#core/http/exchange.ts'
import { makePdf } from '#core/pdf/make-pdf.ts'
import { m as openData } from '../open-data/messages.ts'
import { type ResultSeen, seeResult } from './find-result.ts'
import { KeptThings } from './kept-things.ts'
import { m } from './messages.ts'
import { reportData } from './report-data.ts'
import { resultToRead } from './result-to-read.ts'

const reports = new KeptThings<Buffer>()

/** The printed report of a published result, from the same figures as the page, in letters of 10½ or of 18 points; made once. */
export async function sendReport(x: Exchange): Promise<Answer> {
  const seen = await seeResult(x.db, x.params.number, x.language)
  if (!seen) return problem(404, 'not-found', x.t(m.noSuchCall))
  if (!seen.edition) return problem(404, 'call.result-not-published', x.t(openData.notYet))
  const isLarge = x.query.print === 'large'
  const key = [seen.id, seen.version, seen.wording, x.language, isLarge].join(' ')
  const bytes = await reports.get(key, () => printed(x, { seen, isLarge }))
  const name = `call-${seen.number}-result-${x.language}${isLarge ? '-large' : ''}.pdf`
  return {
    kind: 'bytes',
    status: 200,
    type: 'application/pdf',
    bytes,
    headers: { 'content-disposition': `inline; filename="${name}"` },
    cache: 'public',
  }
}

async function printed(
  x: Exchange,
  { seen, isLarge }: { seen: ResultSeen; isLarge: boolean },
): Promise<Buffer> {
  const { figures, ...read } = await resultToRead(x.db, seen, x.language)
  const url = `${x.house.baseUrl}/calls/${seen.number}/result`
  return makePdf({
    template: new URL('./report.typ', import.meta.url),
    data: figures && reportData(x.t, { ...read, figures, state: seen, url, isLarge }),
  })
}
