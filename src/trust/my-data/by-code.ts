import { z } from 'zod'
import { type Answer, done, invalid, show } from '#core/http/answer.ts'
import type { Exchange } from '#core/http/exchange.ts'
import { invalidForm, problemsOf } from '#core/input/problems.ts'
import { emailAddress } from '#core/input/text.ts'
import { askForCode, endVisit, useCode, VISIT_COOKIE } from './codes.ts'
import { m } from './messages.ts'
import { CodePage, WaysPage } from './pages/ways-page.tsx'
import { pageOf } from './show-my-data.ts'

/** Takes an address to send a code to: the same words and the same work for every address, known or not. */
export async function createCode(x: Exchange): Promise<Answer> {
  const input = z.object({ email: emailAddress }).safeParse(x.form)
  if (!input.success) {
    const problems = problemsOf(input.error, x.t)
    const typed = typeof x.form.email === 'string' ? x.form.email : ''
    const title = x.t(m.waysTitle)
    return invalidForm(x, {
      id: 'my-data.address-invalid',
      problems,
      html: () => pageOf(x, { title, children: WaysPage({ t: x.t, typed, problems }) }),
    })
  }
  await askForCode(x.db, { address: input.data.email, language: x.language, now: x.now })
  return done(x, { to: '/my-data/code', json: () => ({ sent: true }) })
}

export async function showCodeForm(x: Exchange): Promise<Answer> {
  return show(x, { html: () => codePage(x, null), json: () => ({}) })
}

/** Opens what is held under the code’s address for half an hour. So many bits are not guessed; the route’s limit slows it all the same. */
export async function createVisit(x: Exchange): Promise<Answer> {
  const code = typeof x.form.code === 'string' ? x.form.code : ''
  const cookie = await useCode(x.db, { code, now: x.now })
  if (!cookie)
    return invalid(x, {
      problem: { id: 'my-data.wrong-code', title: x.t(m.wrongCode) },
      html: () => codePage(x, x.t(m.wrongCode)),
    })
  return done(x, { to: '/my-data', cookies: [cookie], json: () => ({ opened: true }) })
}

export async function endThisVisit(x: Exchange): Promise<Answer> {
  const token = x.cookies[VISIT_COOKIE]
  if (token) await endVisit(x.db, token)
  const cookies = [{ name: VISIT_COOKIE, value: '', maxAge: 0 }]
  return done(x, { to: '/my-data', cookies, json: () => ({ ended: true }) })
}

function codePage(x: Exchange, wrong: string | null): string {
  return pageOf(x, { title: x.t(m.codeSentTitle), isBelow: true, children: CodePage({ t: x.t, wrong }) })
}
