import { z } from 'zod'
import { type Answer, done, problem, show } from '#core/http/answer.ts'
import type { Exchange } from '#core/http/exchange.ts'
import { invalidForm, problemsOf } from '#core/input/problems.ts'
import { orNothing, words } from '#core/input/text.ts'
import { m } from './messages.ts'
import { reportWords } from './open-case.ts'
import { ReportPage } from './pages/report-page.tsx'
import { REASONS } from './reasons.ts'

const reportInput = z.object({
  reason: z.enum(REASONS, { error: m.reportMissing.id }),
  remark: orNothing(words(1_000)),
})

/** The form to report the words of a matter: `?matter=2417`. No account is asked for. */
export async function showReportForm(x: Exchange): Promise<Answer> {
  const found = await findShown(x, x.query.matter)
  if ('kind' in found) return found
  return show(x, { html: () => pageOf(x, found, []), json: () => ({}) })
}

/** Opens a case, or counts one more report in the open one. */
export async function createReport(x: Exchange): Promise<Answer> {
  const found = await findShown(x, x.form.matter)
  if ('kind' in found) return found
  const input = reportInput.safeParse(x.form)
  if (!input.success) {
    const fields = problemsOf(input.error, x.t)
    return invalidForm(x, { id: 'report.invalid', problems: fields, html: () => pageOf(x, found, fields) })
  }
  const { reason, remark } = input.data
  const report = { matterId: found.id, bodyId: found.bodyId, reason, remark: remark ?? null, now: x.now }
  const id = await reportWords(x.db, report)
  return done(x, { to: `/moderation/cases/${id}`, status: 201, json: () => ({ case: id }) })
}

interface Shown {
  id: string
  number: number
  bodyId: string
  bodyName: string
}

/** A matter whose words stand for all to read, with the body that has it, or had it last. */
async function findShown(x: Exchange, number: unknown): Promise<Shown | Answer> {
  const digits = /^[1-9]\d{0,14}$/.test(String(number)) ? Number(number) : 0
  const row = await x.db
    .selectFrom('matters')
    .innerJoin('custody', (join) =>
      // What rides in another matter is with whoever has that.
      join.on('custody.matterId', '=', (eb) => eb.fn.coalesce('matters.parentId', 'matters.id')),
    )
    .innerJoin('bodies', 'bodies.id', 'custody.bodyId')
    .select([
      'matters.id',
      'matters.number',
      'matters.visibility',
      'custody.bodyId',
      'bodies.name as bodyName',
    ])
    .where('matters.number', '=', digits)
    .orderBy('custody.receivedAt', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (!row) return problem(404, 'not-found', x.t(m.noSuchMatter))
  return row.visibility === 'public' ? row : problem(409, 'report.not-shown', x.t(m.nothingToReport))
}

function pageOf(x: Exchange, found: Shown, problems: ReturnType<typeof problemsOf>): string {
  return x.page({
    title: x.t(m.report),
    isUnlisted: true,
    children: ReportPage({ t: x.t, found, typed: x.form, problems }),
  })
}
