import { z } from 'zod'
import { type Answer, done, type FieldProblem, problem, show } from '#core/http/answer.ts'
import type { Exchange } from '#core/http/exchange.ts'
import { invalidForm, problemsOf } from '#core/input/problems.ts'
import { words } from '#core/input/text.ts'
import { isoSecond } from '#core/time/days.ts'
import { recordLookup } from '#ground/people/record-lookup.ts'
import { decideObjection } from './decide-objection.ts'
import { m } from './messages.ts'
import { officeMessages as o } from './office-messages.ts'
import { findObjection, type RaisedObjection, waitingFor } from './open-objections.ts'
import { AnswerPage } from './pages/answer-page.tsx'
import { DataDeskPage } from './pages/data-desk-page.tsx'
import { ANSWERING, mayAnswer } from './policy.ts'
import { pageOf } from './show-my-data.ts'

const answerInput = z.object({ outcome: z.enum(['upheld', 'refused']), reason: words(5_000) })

/** What waits for whoever answers for personal data: when it is due, never whose it is. */
export async function showDataDesk(x: Exchange): Promise<Answer> {
  const waiting = await waitingFor(x.db, x.viewer)
  return show(x, {
    html: () =>
      pageOf(x, { title: x.t(o.deskTitle), children: DataDeskPage({ t: x.t, now: x.now, waiting }) }),
    json: () => ({
      waiting: waiting.map(({ id, askedAt, dueAt }) => ({
        id,
        asked_at: isoSecond(askedAt),
        due_at: isoSecond(dueAt),
      })),
    }),
  })
}

/** One objection; that it was read is written down for whoever raised it. */
export async function showObjection(x: Exchange): Promise<Answer> {
  const found = await findObjection(x.db, x.viewer, x.params.id ?? '')
  if (!found) return problem(404, 'not-found', x.t(o.noSuchObjection))
  if (mayAnswer(x.viewer, found.place) === 'about-yourself')
    return problem(403, 'my-data.about-yourself', x.t(o.decidedByOthers))
  await noteReading(x, found)
  const { id, words, askedAt, dueAt, name, address } = found
  return show(x, {
    html: () => formPage(x, found, []),
    json: () => ({ id, words, name, address, asked_at: isoSecond(askedAt), due_at: isoSecond(dueAt) }),
  })
}

/** Answers it with a reason, by letter and on the page of whoever raised it. */
export async function createObjectionAnswer(x: Exchange): Promise<Answer> {
  const found = await findObjection(x.db, x.viewer, x.params.id ?? '')
  const by = x.viewer.person
  if (!found || !by) return problem(404, 'not-found', x.t(o.noSuchObjection))
  if (mayAnswer(x.viewer, found.place) === 'about-yourself')
    return problem(403, 'my-data.about-yourself', x.t(o.decidedByOthers))
  const input = answerInput.safeParse(x.form)
  if (!input.success) {
    const fields = problemsOf(input.error, x.t)
    return invalidForm(x, {
      id: 'my-data.answer-invalid',
      problems: fields,
      html: () => formPage(x, found, fields),
    })
  }
  const { outcome, reason } = input.data
  const letter = found.address === null ? null : letterTo(x, found.address, { outcome, reason })
  const isFirst = await decideObjection(x.db, {
    id: found.id,
    outcome,
    reason,
    by: by.id,
    letter,
    now: x.now,
  })
  if (!isFirst) return problem(409, 'my-data.answered-already', x.t(o.decidedAlready))
  return done(x, { to: '/my-data/desk', json: () => ({ answered: found.id }) })
}

function letterTo(x: Exchange, to: string, { outcome, reason }: z.infer<typeof answerInput>) {
  const said = x.t(outcome === 'upheld' ? m.upheld : m.refused)
  const url = `${x.house.baseUrl}/my-data`
  return {
    to,
    subject: x.t(o.answerSubject, { house: x.house.name }),
    text: x.t(o.answerText, { outcome: said, reason, url }),
  }
}

async function noteReading(x: Exchange, { personId }: RaisedObjection): Promise<void> {
  const by = x.viewer.person
  if (personId === null || !by) return
  const role =
    ANSWERING.find((name) => x.viewer.grants.some((grant) => grant.role === name)) ?? 'administrator'
  await recordLookup(x.db, { personId, lookedBy: by.id, role, purpose: x.t(o.lookObjection), now: x.now })
}

function formPage(x: Exchange, found: RaisedObjection, problems: FieldProblem[]): string {
  return x.page({
    title: x.t(o.decideTitle, { day: x.t.day(found.askedAt) }),
    isUnlisted: true,
    crumbs: [{ label: x.t(o.deskTitle), href: '/my-data/desk' }],
    children: AnswerPage({ t: x.t, now: x.now, found, typed: x.form, problems }),
  })
}
