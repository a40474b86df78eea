import { z } from 'zod'
import { type Answer, done, problem, seeOther, show } from '#core/http/answer.ts'
import type { Exchange } from '#core/http/exchange.ts'
import { invalidForm, problemsOf } from '#core/input/problems.ts'
import { emailAddress } from '#core/input/text.ts'
import { pathTo } from '#ground/matters/kinds.ts'
import { askToFollow, confirm, end, type Followed, followingOf } from './follow-matter.ts'
import { m } from './messages.ts'
import { AskedPage, FollowPage, TokenPage } from './pages/follow-pages.tsx'

const followInput = z.object({ email: emailAddress })

/** The form to follow a story: `?matter=2417`. */
export async function showFollowForm(x: Exchange): Promise<Answer> {
  const matter = await findShown(x, x.query.matter)
  if (!matter) return problem(404, 'not-found', x.t(m.noSuchMatter))
  return show(x, { html: () => formPage(x, matter, []), json: () => ({}) })
}

/** Sends a letter to confirm; says the same whether the address follows already or not. */
export async function createFollowing(x: Exchange): Promise<Answer> {
  const matter = await findShown(x, x.form.matter)
  if (!matter) return problem(404, 'not-found', x.t(m.noSuchMatter))
  const input = followInput.safeParse(x.form)
  if (!input.success) {
    const fields = problemsOf(input.error, x.t)
    return invalidForm(x, {
      id: 'following.invalid',
      problems: fields,
      html: () => formPage(x, matter, fields),
    })
  }
  await askToFollow(x.db, {
    matter,
    address: input.data.email,
    now: x.now,
    language: x.language,
    t: x.t,
    house: x.house,
  })
  return done(x, { to: '/following/asked', status: 201, json: () => ({ asked: true }) })
}

export async function showAsked(x: Exchange): Promise<Answer> {
  return show(x, {
    html: () => x.page({ title: x.t(m.askedTitle), isUnlisted: true, children: AskedPage({ t: x.t }) }),
    json: () => ({}),
  })
}

/** Behind the link of a letter: begin, or end. Opening it does nothing, since mail programs open links too. */
export async function showFollowing(x: Exchange): Promise<Answer> {
  const found = await followingOf(x.db, x.params.token ?? '', x.house.secret)
  if (!found) return problem(404, 'following.unknown', x.t(m.unknown))
  const title = x.t(found.confirmedAt ? m.followsTitle : m.confirmTitle)
  return show(x, {
    html: () =>
      x.page({
        title,
        isUnlisted: true,
        children: TokenPage({ t: x.t, title, found, token: x.params.token ?? '' }),
      }),
    json: () => ({}),
  })
}

export async function confirmFollowing(x: Exchange): Promise<Answer> {
  const found = await followingOf(x.db, x.params.token ?? '', x.house.secret)
  if (!found) return problem(404, 'following.unknown', x.t(m.unknown))
  await confirm(x.db, found.id, x.now)
  return seeOther(`/following/${x.params.token}`)
}

/** Ends the letters, by the button here or by the one of a mail program (RFC 8058). Ending twice is no mistake. */
export async function endFollowing(x: Exchange): Promise<Answer> {
  const found = await followingOf(x.db, x.params.token ?? '', x.house.secret)
  if (found) await end(x.db, found.id)
  return { kind: 'bytes', status: 200, type: 'text/html; charset=utf-8', bytes: stoppedPage(x, found) }
}

function stoppedPage(x: Exchange, found: Followed | null): string {
  const title = x.t(m.stop)
  return x.page({
    title,
    isUnlisted: true,
    children: AskedPage({ t: x.t, isStopped: true, back: found && pathTo(found) }),
  })
}

export interface Shown {
  id: string
  number: number
  kind: string
  title: string
}

async function findShown(x: Exchange, number: unknown): Promise<Shown | null> {
  if (typeof number !== 'string' || !/^[1-9]\d{0,14}$/.test(number)) return null
  const row = await x.db
    .selectFrom('matters')
    .select(['id', 'number', 'kind', 'title'])
    .where('number', '=', Number(number))
    .where('visibility', '=', 'public')
    .executeTakeFirst()
  return row ? { ...row, title: row.title ?? '' } : null
}

function formPage(x: Exchange, matter: Shown, problems: ReturnType<typeof problemsOf>): string {
  return x.page({
    title: x.t(m.title, { number: matter.number }),
    isUnlisted: true,
    children: FollowPage({ t: x.t, matter, typed: x.form, problems }),
  })
}
