import { type Answer, type FieldProblem, invalid, problem } from '#core/http/answer.ts'
import type { Exchange } from '#core/http/exchange.ts'
import { unorderedId } from '#core/ids/ids.ts'
import { draftCookie, draftKeyOf } from '#ground/drafts/draft-cookie.ts'
import { heldFiles } from '#ground/drafts/draft-files.ts'
import type { Draft } from '#ground/drafts/draft-of.ts'
import type { KeptDraft } from '#ground/drafts/keep-draft.ts'
import { keepLostSession, lostItsSession } from '#ground/drafts/lost-session.ts'
import { unitsSpokenFor } from '#ground/grants/units-spoken-for.ts'
import { unitsToOffer } from '#ground/units/queries.ts'
import { answerDraftForm } from './answer-draft.ts'
import { answerMessages } from './answer-messages.ts'
import { type Call, stateOf } from './call.ts'
import { callToRead } from './call-in-language.ts'
import { crumbOf } from './crumb-of.ts'
import { findVisibleCall } from './find-call.ts'
import { m } from './messages.ts'
import { notOpen } from './not-open.ts'
import { noticeOfCall } from './notice-of-call.ts'
import { AnswerFormPage, type AnswerFormPageProps } from './pages/answer-form-page.tsx'
import { mayAnswer } from './policy.ts'

/** The call of the address, if it is open and for whoever asks; or why not. Somebody whose session ended loses no word. */
export async function withOpenCall(x: Exchange, act: (call: Call) => Promise<Answer>): Promise<Answer> {
  const found = await findVisibleCall(x.db, x.viewer, x.params.number)
  if (!found) return problem(404, 'not-found', x.t(m.noSuchCall))
  if (stateOf(found, x.now) !== 'open') return notOpen(x, found)
  // Asked in the reader's language where somebody translated it; questions and options stay the same by their ids.
  const call = x.wants === 'json' ? found : (await callToRead(x.db, found, x.language)).call
  if (lostItsSession(x, { alsoAnonymous: call.audience === 'members' }))
    return again(x, call, await keepLostSession(x, answerDraftForm(call)))
  if (mayAnswer(x.viewer, call) === 'members-only') return membersOnly(x)
  return act(call)
}

function membersOnly(x: Exchange): Answer {
  const isSignedIn = x.viewer.person !== null
  return problem(isSignedIn ? 403 : 401, 'call.members-only', x.t(answerMessages.membersOnly))
}

interface Again {
  problems: FieldProblem[]
  /** What was just kept of it, so that its files are still there. */
  kept?: KeptDraft
  notice?: AnswerFormPageProps['draftNotice']
}

/** 422: the form again with everything that was typed. */
export async function again(x: Exchange, call: Call, { problems, kept, notice }: Again): Promise<Answer> {
  const html =
    x.wants === 'html' ? await formPage(x, call, { typed: x.form, problems, kept, draftNotice: notice }) : ''
  const answer = invalid(x, {
    problem: {
      id: 'answer.invalid',
      title: x.t(answerMessages.problemsHeading, { count: problems.length }),
      fields: problems,
    },
    html: () => html,
  })
  return answer.kind === 'page' ? { ...answer, cookies: cookiesOf(call, kept) } : answer
}

export const cookiesOf = (call: Call, kept: KeptDraft | undefined) =>
  kept ? [draftCookie(answerDraftForm(call), kept.key)] : []

interface Typed {
  typed: Readonly<Record<string, unknown>>
  problems?: FieldProblem[]
  draft?: Draft | null
  kept?: KeptDraft
  draftNotice?: AnswerFormPageProps['draftNotice']
}

/** The page of the form, with whatever was typed before. */
export async function formPage(x: Exchange, call: Call, shown: Typed): Promise<string> {
  const { typed, problems = [], draft, kept, draftNotice } = shown
  const draftId = kept?.id ?? draft?.id ?? (typeof typed.draft === 'string' ? typed.draft : '')
  const handle = { id: draftId, key: kept?.key ?? draftKeyOf(x), personId: x.viewer.person?.id ?? null }
  const hasPlace = call.questions.some(({ kind }) => kind === 'place')
  const [notice, units, speaksFor, held] = await Promise.all([
    noticeOfCall(x, call),
    hasPlace ? unitsToOffer(x.db, call.audienceUnit?.id ?? null) : [],
    unitsSpokenFor(x.db, x.viewer),
    heldFiles(x.db, handle),
  ])
  const title = x.t(answerMessages.yourAnswerTo, { title: call.title ?? x.t(m.untitled) })
  const once = typeof typed.once === 'string' ? typed.once : unorderedId()
  const props = { x, call, notice, units, speaksFor, typed, problems, once }
  return x.page({
    title: problems.length > 0 ? x.t(answerMessages.errorTitle, { title }) : title,
    section: 'calls',
    isUnlisted: true,
    crumbs: crumbsOf(x, call),
    islands: ['proof'],
    children: AnswerFormPage({ ...props, draftId, held, savedAt: draft?.savedAt, draftNotice }),
  })
}

export const crumbsOf = (x: Exchange, call: Call) => [
  { label: x.t(m.calls), href: '/calls' },
  crumbOf(x.t, call),
]
