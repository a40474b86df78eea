import { type Answer, type CookieToSet, invalid } from '#core/http/answer.ts'
import type { Exchange } from '#core/http/exchange.ts'
import { unorderedId } from '#core/ids/ids.ts'
import { frontDesk, openBodies } from '#ground/bodies/queries.ts'
import { unitsSpokenFor } from '#ground/grants/units-spoken-for.ts'
import type { Draft } from './draft-of.ts'
import { m } from './messages.ts'
import { HandInPage, type HandInPageProps } from './pages/hand-in-page.tsx'

interface Typed {
  typed: Readonly<Record<string, unknown>>
  problems?: HandInPageProps['problems']
  draft?: Draft | null
  notice?: HandInPageProps['notice']
}

/** The page of the form, with whatever was typed before. */
export async function handInForm(
  x: Exchange,
  { typed, problems = [], draft, notice }: Typed,
): Promise<string> {
  const [bodies, desk, speaksFor] = await Promise.all([
    openBodies(x.db, x.now),
    frontDesk(x.db, x.now),
    unitsSpokenFor(x.db, x.viewer),
  ])
  const once = typeof typed.once === 'string' ? typed.once : unorderedId()
  const reader = bodies.find((body) => body.slug === typed.to) ?? desk
  const draftId = draft?.id ?? (typeof typed.draft === 'string' ? typed.draft : '')
  const title = x.t(m.handInTitle)
  return x.page({
    title: problems.length > 0 ? x.t(m.errorTitle, { title }) : title,
    section: 'hand-in',
    isUnlisted: problems.length > 0 || draftId !== '',
    children: HandInPage({
      x,
      typed,
      problems,
      bodies,
      speaksFor,
      once,
      reader,
      draftId,
      savedAt: draft?.savedAt,
      notice,
    }),
  })
}

/** 422: the form again, with what is wrong and everything that was typed. */
export async function handInAgain(
  x: Exchange,
  { problems, notice, cookies }: Pick<HandInPageProps, 'problems' | 'notice'> & { cookies?: CookieToSet[] },
): Promise<Answer> {
  const html = x.wants === 'html' ? await handInForm(x, { typed: x.form, problems, notice }) : ''
  const answer = invalid(x, {
    problem: {
      id: 'submission.invalid',
      title: x.t(m.problemsHeading, { count: problems.length }),
      fields: problems,
    },
    html: () => html,
  })
  return answer.kind === 'page' ? { ...answer, cookies } : answer
}
