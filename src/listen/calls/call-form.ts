import { z } from 'zod'
import { doOnce } from '#core/db/once.ts'
import { inTransaction } from '#core/db/transaction.ts'
import { type Answer, done, type FieldProblem, invalid, problem, seeOther, show } from '#core/http/answer.ts'
import type { Exchange } from '#core/http/exchange.ts'
import { isLanguage } from '#core/i18n/languages.ts'
import { unorderedId } from '#core/ids/ids.ts'
import { addDays, isoDate, noonOf } from '#core/time/days.ts'
import { findBody } from '#ground/bodies/queries.ts'
import { keyReused } from '#ground/matters/refusals.ts'
import { listNotices } from '#ground/notices/list-notices.ts'
import { unitsToOffer } from '#ground/units/queries.ts'
import { announceCall } from './announce-call.ts'
import { answerMessages } from './answer-messages.ts'
import { bodiesKeptBy } from './bodies-kept.ts'
import { pathToCall } from './call.ts'
import { draftsOf, findCallDraft, removeCallDraft, saveCallDraft } from './call-drafts.ts'
import { callFormMessages } from './call-form-messages.ts'
import { questionFields, questionsTyped, rearranged } from './call-input.ts'
import { type CheckedCall, checkCall } from './check-call.ts'
import { draftCall } from './draft-call.ts'
import { m } from './messages.ts'
import { CallFormPage } from './pages/call-form-page.tsx'
import { CallPreviewPage } from './pages/call-preview-page.tsx'
import { mayKeepCall } from './policy.ts'

export const announcedJson = z.object({ number: z.number(), url: z.string() })

/** The form for a new call: `?body=housing-commission`. */
export async function showNewCall(x: Exchange): Promise<Answer> {
  const typed = { ...beginning(x), ...x.query }
  return show(x, { html: await formOf(x, { typed, problems: [] }), json: () => ({}) })
}

const minuteOf = (at: Date) => at.toISOString().slice(0, 16)

/** Two weeks from tomorrow noon, and an answer a month after: what a clerk begins from. */
function beginning({ now, language }: Exchange) {
  const noon = noonOf(isoDate(addDays(now, 1)))
  return {
    language: isLanguage(language) ? language : 'en',
    audience: 'anyone',
    opens_at: minuteOf(noon),
    closes_at: minuteOf(addDays(noon, 14)),
    helpers_until: minuteOf(addDays(noon, 21)),
    promised_on: isoDate(addDays(noon, 45)),
    'question-1-kind': 'open',
  }
}

/** A draft of a body whose clerk asks. */
export async function showCallDraft(x: Exchange): Promise<Answer> {
  const draft = await findCallDraft(x.db, x.params.id ?? '')
  if (!draft) return problem(404, 'not-found', x.t(callFormMessages.noSuchDraft))
  if (mayKeepCall(x.viewer, draft.body) !== 'allowed') return notYours(x)
  const typed = { ...draft.content, draft: draft.id }
  return show(x, {
    html: await formOf(x, { typed, problems: [], savedAt: draft.savedAt }),
    json: () => ({}),
  })
}

/** One form, several buttons: a question more or less, keep, look, announce. A program announces. */
export async function createCall(x: Exchange): Promise<Answer> {
  const button = typeof x.form.do === 'string' ? x.form.do : 'announce'
  const questions = rearranged(questionsTyped(x.form), button)
  if (questions) {
    const typed = { ...withoutQuestions(x.form), ...questionFields(questions) }
    return show(x, { html: await formOf(x, { typed, problems: [] }), json: () => ({}) })
  }
  if (button === 'change')
    return show(x, { html: await formOf(x, { typed: x.form, problems: [] }), json: () => ({}) })
  if (button === 'keep') return keep(x)
  const check = await checkCall(x)
  if (!check.ok) return again(x, check.problems)
  return button === 'look' ? look(x, check) : announce(x, check)
}

const withoutQuestions = (form: Exchange['form']) =>
  Object.fromEntries(Object.entries(form).filter(([name]) => !name.startsWith('question-') && name !== 'do'))

async function keep(x: Exchange): Promise<Answer> {
  const body = await findBody(x.db, String(x.form.body ?? ''), x.now)
  if (!body || mayKeepCall(x.viewer, body) !== 'allowed')
    return again(x, [{ field: 'body', message: x.t(callFormMessages.notYourBody) }])
  const { once: _once, do: _do, draft, ...content } = x.form
  const standing = await findCallDraft(x.db, String(draft ?? ''))
  const isTheirs = standing !== null && mayKeepCall(x.viewer, standing.body) === 'allowed'
  const by = x.viewer.person?.id ?? ''
  if (standing && isTheirs)
    await saveCallDraft(x.db, { id: standing.id, bodyId: body.id, content, now: x.now })
  const id =
    standing && isTheirs ? standing.id : await draftCall(x.db, { bodyId: body.id, content, by, now: x.now })
  return seeOther(`/calls/drafts/${id}?kept=yes`)
}

type Good = CheckedCall & { ok: true }

function look(x: Exchange, { call, notice, audienceUnitName }: Good): Answer {
  const sent = Object.entries(x.form).flatMap(([name, value]): [string, string][] =>
    typeof value === 'string' && name !== 'do' ? [[name, value]] : [],
  )
  return show(x, {
    html: () =>
      x.page({
        title: x.t(callFormMessages.callPreviewTitle),
        section: 'calls',
        isUnlisted: true,
        crumbs: [{ label: x.t(m.calls), href: '/calls' }],
        children: CallPreviewPage({ t: x.t, call, notice, audienceUnitName, sent }),
      }),
    json: () => ({}),
  })
}

async function announce(x: Exchange, { call, body }: Good): Promise<Answer> {
  const { once: _once, do: _do, ...request } = x.form
  const draft = await findCallDraft(x.db, String(x.form.draft ?? ''))
  const outcome = await inTransaction(x.db, (tx) =>
    doOnce(tx, { key: x.onceKey, asker: x.viewer.person?.id ?? '', request, now: x.now }, async () => {
      if (draft && draft.bodyId === body.id) await removeCallDraft(tx, draft.id)
      return announceCall(tx, call, x.now)
    }),
  )
  if (!outcome.ok) return keyReused(x)
  const { number } = outcome.result
  return done(x, {
    to: pathToCall(number),
    status: 201,
    json: () => ({ number, url: `${x.house.baseUrl}${pathToCall(number)}` }),
  })
}

const notYours = (x: Exchange) => problem(403, 'call.not-yours', x.t(callFormMessages.notYourBody))

async function again(x: Exchange, problems: FieldProblem[]): Promise<Answer> {
  const html = x.wants === 'html' ? await formOf(x, { typed: x.form, problems }) : () => ''
  return invalid(x, {
    problem: {
      id: 'call.invalid',
      title: x.t(answerMessages.problemsHeading, { count: problems.length }),
      fields: problems,
    },
    html,
  })
}

interface Shown {
  typed: Readonly<Record<string, unknown>>
  problems: FieldProblem[]
  savedAt?: Date
}

async function formOf(x: Exchange, { typed, problems, savedAt }: Shown): Promise<() => string> {
  const bodies = await bodiesKeptBy(x.db, x.viewer)
  const [units, notices, drafts] = await Promise.all([
    unitsToOffer(x.db, null),
    listNotices(x.db, { language: x.language, now: x.now }),
    draftsOf(
      x.db,
      bodies.map(({ id }) => id),
    ),
  ])
  const title = x.t(m.newCall)
  return () =>
    x.page({
      title: problems.length > 0 ? x.t(answerMessages.errorTitle, { title }) : title,
      section: 'calls',
      isUnlisted: true,
      crumbs: [{ label: x.t(m.calls), href: '/calls' }],
      children: CallFormPage({
        t: x.t,
        typed,
        problems,
        bodies,
        units,
        notices,
        drafts,
        savedAt,
        wasKept: x.query.kept === 'yes',
        once: typeof typed.once === 'string' ? typed.once : unorderedId(),
      }),
    })
}
