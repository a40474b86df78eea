import { z } from 'zod'
import { type Answer, done, invalid, problem, seeOther, show } from '#core/http/answer.ts'
import type { Exchange } from '#core/http/exchange.ts'
import { withinHouse } from '#core/http/send-answer.ts'
import { problemsOf } from '#core/input/problems.ts'
import { emailAddress } from '#core/input/text.ts'
import { whySignedOut } from './endings/why-signed-out.ts'
import { m } from './messages.ts'
import { LinkPage, SignInPage, type SignInPageProps, SignInSentPage } from './pages/sign-in-page.tsx'
import { requestSignIn } from './request-sign-in.ts'
import { useSignInLink } from './use-sign-in-link.ts'

const signInInput = z.object({ email: emailAddress })

export async function showSignIn(x: Exchange): Promise<Answer> {
  if (x.viewer.person) return seeOther(goesTo(x.query.to))
  const html = await pageOf(x, { typed: '', problems: [], to: goesTo(x.query.to) })
  return show(x, { html: () => html, json: () => ({}) })
}

/** Says the same to everybody, whether there is such an account or not. */
export async function createSignInRequest(x: Exchange): Promise<Answer> {
  const input = signInInput.safeParse(x.form)
  const to = goesTo(x.form.to)
  if (!input.success) {
    const problems = problemsOf(input.error, x.t)
    const typed = typeof x.form.email === 'string' ? x.form.email : ''
    const html = await pageOf(x, { typed, problems, to })
    return invalid(x, {
      problem: { id: 'sign-in.invalid', title: x.t(m.signInWrong), fields: problems },
      html: () => html,
    })
  }
  await requestSignIn(x.db, { email: input.data.email, goesTo: to, language: x.language, now: x.now })
  return done(x, { to: '/sign-in/sent', json: () => ({ sent: true }) })
}

export async function showSignInSent(x: Exchange): Promise<Answer> {
  const title = x.t(m.sentTitle)
  return show(x, {
    html: () =>
      x.page({ title, isUnlisted: true, children: SignInSentPage({ t: x.t, isDemo: x.house.isDemo }) }),
    json: () => ({}),
  })
}

/** The page behind the link only asks: a mail program that looks ahead must not use the link up. */
export async function showLink(x: Exchange): Promise<Answer> {
  const title = x.t(m.linkTitle)
  return show(x, {
    html: () =>
      x.page({ title, isUnlisted: true, children: LinkPage({ t: x.t, token: x.params.token ?? '' }) }),
    json: () => ({}),
  })
}

export async function createSession(x: Exchange): Promise<Answer> {
  const used = await useSignInLink(x.db, { token: x.params.token ?? '', device: x.device, now: x.now })
  if (!used) return problem(422, 'sign-in.link-spent', x.t(m.linkSpent))
  return done(x, { to: used.goesTo, cookies: [used.cookie], json: () => ({ signed_in: true }) })
}

function goesTo(to: unknown): string {
  return typeof to === 'string' ? withinHouse(to) : '/'
}

async function pageOf(x: Exchange, props: Omit<SignInPageProps, 't' | 'isDemo' | 'ended'>): Promise<string> {
  const ended = await whySignedOut(x)
  return x.page({
    title: x.t(m.signInTitle),
    isUnlisted: true,
    islands: ['passkeys'],
    children: SignInPage({ t: x.t, isDemo: x.house.isDemo, ended, ...props }),
  })
}
