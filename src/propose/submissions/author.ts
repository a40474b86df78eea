import { type Answer, done, type FieldProblem, invalid, show } from '#core/http/answer.ts'
import type { Exchange } from '#core/http/exchange.ts'
import { unorderedId } from '#core/ids/ids.ts'
import { invalidForm } from '#core/input/problems.ts'
import { kindNamed } from '#ground/matters/kinds.ts'
import { storyOf } from '#ground/matters/story-of.ts'
import { translationsOf } from '#ground/translations/translations-of.ts'
import { authorFacts } from './author-facts.ts'
import { authorMessages as m } from './author-messages.ts'
import { type AuthorOf, findAuthor, type KeyProblem } from './find-author.ts'
import { AuthorPage } from './pages/author-page.tsx'
import type { Act } from './pages/author-part.tsx'
import { OpenWithKeyPage } from './pages/open-with-key-page.tsx'

/** Opens what was handed in with its follow-up key: replies, answers, and what its author may do. */
export async function openReceipt(x: Exchange): Promise<Answer> {
  const elsewhere = await openerOf(x)
  if (elsewhere) return elsewhere(x)
  return asAuthor(x, async (author) => {
    const html = await authorPage(x, author, {})
    const { number } = author.submission
    return show(x, { html: () => html, json: () => authorJson(x, number) })
  })
}

/** A number may be that of another slice's matter: then its own kind opens it. */
async function openerOf(x: Exchange) {
  const { number = '' } = x.params
  if (!/^[1-9]\d{0,14}$/.test(number)) return undefined
  const matter = await x.db
    .selectFrom('matters')
    .select('kind')
    .where('number', '=', Number(number))
    .executeTakeFirst()
  return matter && kindNamed(matter.kind)?.openAsAuthor
}

/** Does something as the author, or says why this key or this account is not theirs. */
export async function asAuthor(x: Exchange, act: (author: AuthorOf) => Promise<Answer>): Promise<Answer> {
  const found = await findAuthor(x)
  if (found.ok) return act(found)
  return 'answer' in found ? found.answer : askForKeyAgain(x, found.why)
}

const KEY_PROBLEMS = {
  mistyped: m.keyMistyped,
  'wrong-length': m.keyWrongLength,
  unknown: m.keyUnknown,
} as const

/** The page to type the key once more, with what was wrong with it. */
export function askForKeyAgain(x: Exchange, why: KeyProblem): Answer {
  const number = Number(x.params.number)
  const error = x.t(KEY_PROBLEMS[why])
  const typed = typeof x.form.key === 'string' ? x.form.key : ''
  return invalid(x, {
    problem: {
      id: `author.key-${why}`,
      title: error,
      fields: [{ field: 'key', message: error }],
    },
    html: () =>
      x.page({
        title: x.t(m.openTitle, { number }),
        isUnlisted: true,
        children: OpenWithKeyPage({ t: x.t, number, typed, error }),
      }),
  })
}

interface Shown {
  /** A sentence about what was just done. */
  done?: string
  trouble?: { act: Act; problems: FieldProblem[] }
}

/** The author's own page as it stands now. */
export async function authorPage(
  x: Exchange,
  { submission, key }: AuthorOf,
  { done = undefined, trouble }: Shown,
): Promise<string> {
  const [facts, steps, translated] = await Promise.all([
    authorFacts(x.db, submission, x.now),
    storyOf(x.db, submission.id),
    translationsOf(x.db, { textId: submission.id, language: x.language }),
  ])
  return x.page({
    title: x.t(m.authorTitle, { number: submission.number }),
    isUnlisted: true,
    children: AuthorPage({
      t: x.t,
      now: x.now,
      submission,
      facts,
      steps,
      translated,
      followUpKey: key,
      once: unorderedId(),
      done: done ?? null,
      trouble: trouble ? { ...trouble, typed: x.form } : null,
    }),
  })
}

/**
 * After an act: an account is led back to the story; a key gets its page again in the same answer, since no address may
 * carry it. Sending that page once more repeats nothing: its form has a key against that.
 */
export async function acted(x: Exchange, author: AuthorOf, what: keyof typeof DONE): Promise<Answer> {
  const { number } = author.submission
  if (x.wants === 'json' || author.key === null)
    return done(x, { to: `/submissions/${number}?done=${what}#yours`, json: () => authorJson(x, number) })
  const again = await findAuthor(x)
  const html = await authorPage(x, again.ok ? again : author, { done: x.t(DONE[what]) })
  return { kind: 'page', status: 200, html, cache: 'never' }
}

export const DONE = {
  language: m.doneLanguage,
  withdrawal: m.doneWithdrawn,
  letters: m.doneLetter,
  review: m.doneReview,
  verdict: m.doneVerdict,
  agreement: m.doneAgreed,
  erasure: m.doneErased,
} as const

/** 422: the author's page again, with what was typed. */
export async function actAgain(
  x: Exchange,
  author: AuthorOf,
  trouble: { act: Act; problems: FieldProblem[] },
): Promise<Answer> {
  const html = x.wants === 'html' ? await authorPage(x, author, { trouble }) : ''
  return invalidForm(x, { id: `author.${trouble.act}-invalid`, problems: trouble.problems, html: () => html })
}

function authorJson(x: Exchange, number: number) {
  return { number, url: `${x.house.baseUrl}/submissions/${number}` }
}
