import { type Answer, done, invalid, problem, show } from '#core/http/answer.ts'
import type { Exchange } from '#core/http/exchange.ts'
import { unorderedId } from '#core/ids/ids.ts'
import { problemsOf } from '#core/input/problems.ts'
import { type Body, findBody, frontDesk, openBodies } from '#ground/bodies/queries.ts'
import { unitsSpokenFor } from '#ground/grants/units-spoken-for.ts'
import { promiseText } from '#ground/record/promise-text.ts'
import { receiptCookie } from '#ground/record/receipt-cookie.ts'
import { type Author, handInSubmission } from './hand-in-submission.ts'
import { type HandInInput, handInInput } from './input.ts'
import { languageOf } from './language-of.ts'
import { m } from './messages.ts'
import { HandInPage, type HandInPageProps } from './pages/hand-in-page.tsx'

/** The empty form, or one begun elsewhere: `?to=housing-commission&kind=question`. */
export async function showHandInForm(x: Exchange): Promise<Answer> {
  const form = await formFor(x, { typed: x.query, problems: [] })
  return show(x, { html: () => pageOf(x, form), json: () => ({}) })
}

/** Takes it in, and leads to the receipt. */
export async function createSubmission(x: Exchange): Promise<Answer> {
  const input = handInInput.safeParse(x.form)
  const problems = input.success ? [] : problemsOf(input.error, x.t)
  const body = input.success ? await bodyFor(x, input.data.to) : null
  if (input.success && !body) problems.push({ field: 'to', message: x.t(m.bodyUnknown) })
  const speaksFor = await unitsSpokenFor(x.db, x.viewer)
  const onBehalfOf = input.success
    ? (speaksFor.find((unit) => unit.slug === input.data.on_behalf_of) ?? null)
    : null
  if (input.success && input.data.on_behalf_of && !onBehalfOf)
    problems.push({ field: 'on_behalf_of', message: x.t(m.notYoursToSpeakFor) })
  if (!input.success || !body || problems.length > 0) {
    const form = await formFor(x, { typed: x.form, problems })
    return invalid(x, {
      problem: {
        id: 'submission.invalid',
        title: x.t(m.problemsHeading, { count: problems.length }),
        fields: problems,
      },
      html: () => pageOf(x, form),
    })
  }
  return handIn(x, { input: input.data, body, onBehalfOf })
}

interface Checked {
  input: HandInInput
  body: Body
  onBehalfOf: { id: string; name: string } | null
}

async function handIn(x: Exchange, { input, body, onBehalfOf }: Checked): Promise<Answer> {
  const author = authorOf(x, input)
  const language = input.language ?? (await languageOf(`${input.title}\n${input.words}`, x.language))
  const asker = author.authorship === 'anonymous' ? 'anyone' : (x.viewer.person?.id ?? 'anyone')
  const outcome = await handInSubmission(x.db, {
    handIn: { ...input, language, body, author, onBehalfOf, isWhoeverShould: !input.to, route: 'web' },
    once: { key: x.onceKey, asker, request: input, now: x.now },
    secret: x.house.secret,
  })
  if (!outcome.ok) return problem(422, 'request.key-reused', x.t(m.keyReused))
  const { number, key } = outcome
  const promise = await promiseText(x.db, number)
  const url = `${x.house.baseUrl}/submissions/${number}`
  return done(x, {
    to: `/receipts/${number}`,
    status: 201,
    cookies: key ? [receiptCookie(number, key)] : [],
    json: () => ({
      number,
      url,
      receipt: {
        number,
        key: key ?? undefined,
        promise,
        proof_url: `${x.house.baseUrl}/receipts/${number}.proof`,
      },
    }),
  })
}

/** For an anonymous hand-in nothing of the person is even looked at. */
function authorOf(x: Exchange, { authorship, name, email }: HandInInput): Author {
  if (authorship === 'anonymous') return { authorship }
  const { person } = x.viewer
  return {
    authorship,
    person: person && { id: person.id, name: person.name },
    name: name ?? null,
    email: email ?? null,
  }
}

async function bodyFor(x: Exchange, slug: string | undefined): Promise<Body | null> {
  return slug === undefined || slug === 'whoever-should'
    ? frontDesk(x.db, x.now)
    : findBody(x.db, slug, x.now)
}

interface Typed {
  typed: Readonly<Record<string, unknown>>
  problems: HandInPageProps['problems']
}

async function formFor(x: Exchange, { typed, problems }: Typed): Promise<HandInPageProps> {
  const [bodies, desk, speaksFor] = await Promise.all([
    openBodies(x.db, x.now),
    frontDesk(x.db, x.now),
    unitsSpokenFor(x.db, x.viewer),
  ])
  const once = typeof typed.once === 'string' ? typed.once : unorderedId()
  const chosen = bodies.find((body) => body.slug === typed.to) ?? desk
  return { x, typed, problems, bodies, speaksFor, once, reader: chosen }
}

function pageOf(x: Exchange, form: HandInPageProps): string {
  const title = x.t(m.handInTitle)
  return x.page({
    title: form.problems.length > 0 ? x.t(m.errorTitle, { title }) : title,
    section: 'hand-in',
    isUnlisted: form.problems.length > 0,
    children: HandInPage(form),
  })
}
