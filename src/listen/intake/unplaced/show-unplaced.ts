import { z } from 'zod'
import { inTransaction } from '#core/db/transaction.ts'
import { type Answer, done, type FieldProblem, problem, show } from '#core/http/answer.ts'
import type { Exchange } from '#core/http/exchange.ts'
import { invalidForm, problemsOf } from '#core/input/problems.ts'
import { orNothing, words } from '#core/input/text.ts'
import { isoSecond } from '#core/time/days.ts'
import { isClerkOf } from '#ground/matters/policy.ts'
import { type Call, findVisibleCall } from '../../calls/index.ts'
import { m } from './messages.ts'
import { letterField, UnplacedPage } from './pages/unplaced-page.tsx'
import { settleWords } from './settle-words.ts'
import { type Unplaced, unplacedOf } from './unplaced-of.ts'

const MOST_CHARACTERS = 5_000
const letterInput = z.object({ letter: orNothing(words(MOST_CHARACTERS)) })

/** What came to a call and answers no question, for the clerks of the body that asks. */
export async function showUnplaced(x: Exchange): Promise<Answer> {
  const call = await findForClerk(x)
  if (!call) return problem(404, 'not-found', x.t(m.noSuchCall))
  const waiting = await unplacedOf(x.db, call.id)
  return show(x, {
    html: () => pageOf(x, { call, waiting, problems: [] }),
    json: () => ({
      call: call.number,
      waiting: waiting.map(({ id, route, language, words, receivedAt }) => ({
        id,
        route,
        language,
        words,
        received_at: isoSecond(receivedAt),
      })),
    }),
  })
}

/** It was read, and answered where its reader wrote something. */
export async function createSettlement(x: Exchange): Promise<Answer> {
  const call = await findForClerk(x)
  const by = x.viewer.person?.id
  if (!call || !by) return problem(404, 'not-found', x.t(m.noSuchCall))
  const id = String(x.form.id)
  const typed = x.form[letterField(id)] ?? x.form.letter
  const input = letterInput.safeParse({ letter: typed })
  if (!z.uuid().safeParse(id).success) return problem(409, 'words.gone', x.t(m.gone))
  if (!input.success) {
    const problems = problemsOf(input.error, x.t).map((one) => ({ ...one, field: letterField(id) }))
    const waiting = await unplacedOf(x.db, call.id)
    return invalidForm(x, {
      id: 'letter.invalid',
      problems,
      html: () => pageOf(x, { call, waiting, problems }),
    })
  }
  const { letter = '' } = input.data
  const mailDomain = x.house.routesIn?.mailDomain
  const settled = { call, id, by, letter, mailDomain, speak: x.speak, now: x.now }
  const isSettled = await inTransaction(x.db, (tx) => settleWords(tx, settled))
  if (!isSettled) return problem(409, 'words.gone', x.t(m.gone))
  return done(x, { to: `/calls/${call.number}/unplaced`, json: () => ({ id }) })
}

interface Shown {
  call: Call
  waiting: readonly Unplaced[]
  problems: readonly FieldProblem[]
}

function pageOf(x: Exchange, shown: Shown): string {
  const { call } = shown
  return x.page({
    title: x.t(m.title),
    crumbs: [{ label: call.title ?? `${call.number}`, href: `/calls/${call.number}` }],
    section: 'desk',
    isUnlisted: true,
    children: UnplacedPage({ t: x.t, ...shown, typed: x.form }),
  })
}

async function findForClerk(x: Exchange): Promise<Call | null> {
  const call = await findVisibleCall(x.db, x.viewer, x.params.number)
  const { id: bodyId = '', lineage = [] } = call?.body ?? {}
  return call && isClerkOf(x.viewer, { bodyId, lineage }) ? call : null
}
