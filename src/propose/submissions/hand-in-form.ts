import { type Answer, invalid } from '#core/http/answer.ts'
import type { Exchange } from '#core/http/exchange.ts'
import { unorderedId } from '#core/ids/ids.ts'
import { bodiesToOffer, frontDesk } from '#ground/bodies/queries.ts'
import { draftCookie, draftKeyOf } from '#ground/drafts/draft-cookie.ts'
import { heldFiles } from '#ground/drafts/draft-files.ts'
import type { Draft } from '#ground/drafts/draft-of.ts'
import type { KeptDraft } from '#ground/drafts/keep-draft.ts'
import { keepLostSession } from '#ground/drafts/lost-session.ts'
import { unitsSpokenFor } from '#ground/grants/units-spoken-for.ts'
import { HAND_IN_FORM } from './draft.ts'
import { m } from './messages.ts'
import { HandInPage, type HandInPageProps } from './pages/hand-in-page.tsx'

interface Typed {
  typed: Readonly<Record<string, unknown>>
  problems?: HandInPageProps['problems']
  draft?: Draft | null
  /** What was just kept of it, so that its files are still there. */
  kept?: KeptDraft
  notice?: HandInPageProps['notice']
}

/** The page of the form, with whatever was typed before. */
export async function handInForm(
  x: Exchange,
  { typed, problems = [], draft, kept, notice }: Typed,
): Promise<string> {
  const draftId = kept?.id ?? draft?.id ?? (typeof typed.draft === 'string' ? typed.draft : '')
  const handle = { id: draftId, key: kept?.key ?? draftKeyOf(x), personId: x.viewer.person?.id ?? null }
  const [bodies, desk, speaksFor, held] = await Promise.all([
    bodiesToOffer(x.db, { now: x.now, named: typeof typed.to === 'string' ? typed.to : undefined }),
    frontDesk(x.db, x.now),
    unitsSpokenFor(x.db, x.viewer),
    heldFiles(x.db, handle),
  ])
  const once = typeof typed.once === 'string' ? typed.once : unorderedId()
  const reader = bodies.find((body) => body.slug === typed.to) ?? desk
  const title = x.t(m.handInTitle)
  return x.page({
    title: problems.length > 0 ? x.t(m.errorTitle, { title }) : title,
    section: 'hand-in',
    isUnlisted: problems.length > 0 || draftId !== '',
    islands: ['proof'],
    children: HandInPage({
      x,
      typed,
      problems,
      bodies,
      speaksFor,
      once,
      reader,
      draftId,
      held,
      savedAt: draft?.savedAt,
      notice,
    }),
  })
}

/** 422: the form again, with what is wrong and everything that was typed. */
export async function handInAgain(
  x: Exchange,
  { problems, notice, kept }: Pick<HandInPageProps, 'problems' | 'notice'> & { kept?: KeptDraft },
): Promise<Answer> {
  const html = x.wants === 'html' ? await handInForm(x, { typed: x.form, problems, notice, kept }) : ''
  const answer = invalid(x, {
    problem: {
      id: 'submission.invalid',
      title: x.t(m.problemsHeading, { count: problems.length }),
      fields: problems,
    },
    html: () => html,
  })
  return answer.kind === 'page'
    ? { ...answer, cookies: kept && [draftCookie(HAND_IN_FORM, kept.key)] }
    : answer
}

/** Keeps every word of somebody whose session ended, and shows them the form. */
export async function keepLostHandIn(x: Exchange): Promise<Answer> {
  return handInAgain(x, await keepLostSession(x, HAND_IN_FORM))
}
