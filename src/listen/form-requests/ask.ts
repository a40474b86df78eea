import { z } from 'zod'
import { type Answer, done, type FieldProblem, problem, show } from '#core/http/answer.ts'
import type { Exchange } from '#core/http/exchange.ts'
import { languageName } from '#core/i18n/written-languages.ts'
import { unorderedId } from '#core/ids/ids.ts'
import { isUnguessable } from '#core/ids/once-key.ts'
import { invalidForm, problemsOf } from '#core/input/problems.ts'
import { emailAddress, lineOf, orNothing } from '#core/input/text.ts'
import { type Body, frontDesk } from '#ground/bodies/queries.ts'
import { findText, type Text } from '#ground/forms/find-text.ts'
import { formsOf } from '#ground/forms/forms-of.ts'
import { FORM_MESSAGES, FORMS } from '#ground/forms/messages.ts'
import { keyReused } from '#ground/matters/refusals.ts'
import { receiptCookie } from '#ground/record/receipt-cookie.ts'
import type { Author } from '../../propose/submissions/index.ts'
import { m } from './messages.ts'
import { AskPage } from './pages/ask-page.tsx'
import { requestForm } from './request-form.ts'

export const requestInput = z.object({
  form: z.enum([...FORMS, 'another'], { error: m.formMissing.id }),
  language: z.string().regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/),
  note: orNothing(lineOf(300)),
  email: orNothing(emailAddress),
})

type Asked = { text: Text; desk: Body }

/** The text, and the desk where requests arrive. */
async function findAsked(x: Exchange): Promise<Asked | Answer> {
  const [text, desk] = await Promise.all([findText(x.db, x.params.number), frontDesk(x.db, x.now)])
  if (!text) return problem(404, 'not-found', x.t(m.noSuch))
  return desk ? { text, desk } : problem(409, 'form-request.no-desk', x.t(m.noDesk))
}

/** Which form of which text: no account is asked for. */
export async function showAskForm(x: Exchange): Promise<Answer> {
  const found = await findAsked(x)
  if ('kind' in found) return found
  const html = await askPage(x, found, [])
  return show(x, { html: () => html, json: () => ({ number: found.text.number }) })
}

/** Hands the request in; the answer is its receipt. */
export async function createRequest(x: Exchange): Promise<Answer> {
  const found = await findAsked(x)
  if ('kind' in found) return found
  const input = requestInput.safeParse(x.form)
  if (!input.success) return again(x, found, problemsOf(input.error, x.t))
  const author = authorOf(x, input.data.email ?? null)
  const isKnown = author.authorship !== 'anonymous' && author.person !== null
  // The key that follows it is derived from the retry key: a guessed one would hand it out.
  if (!isKnown && x.onceKey !== null && !isUnguessable(x.onceKey))
    return problem(422, 'request.key-guessable', x.t(m.keyGuessable))
  const { note, email: _, ...asked } = input.data
  const once = {
    key: x.onceKey,
    asker: isKnown ? (x.viewer.person?.id ?? 'anyone') : 'anyone',
    request: { number: found.text.number, ...asked, note },
    now: x.now,
  }
  const request = { ...wordsOf(x, found.text, input.data), ...asked, author, body: found.desk }
  const outcome = await requestForm(x.db, {
    request: { ...request, text: found.text, said: x.language },
    once,
    secret: x.house.secret,
  })
  if (!outcome.ok) return keyReused(x)
  const { number, key } = outcome
  return done(x, {
    to: `/receipts/${number}`,
    status: 201,
    cookies: key ? [receiptCookie(number, key)] : [],
    json: () => ({ number, key: key ?? undefined }),
  })
}

/** Nobody is named in public: somebody reached by account or address is known to the clerk alone, others to nobody. */
function authorOf({ viewer }: Exchange, email: string | null): Author {
  const { person } = viewer
  if (!person && email === null) return { authorship: 'anonymous' }
  return { authorship: 'withheld', person: person && { id: person.id, name: person.name }, name: null, email }
}

function wordsOf(
  x: Exchange,
  { number, title }: Text,
  { form, language, note }: z.infer<typeof requestInput>,
) {
  const name = x.t(FORM_MESSAGES[form])
  const said = x.t(m.requestWords, {
    form: name,
    title: title ?? '',
    number,
    language: languageName(language, x.language),
  })
  return { title: x.t(m.requestTitle, { form: name, number }), words: note ? `${said}\n\n${note}` : said }
}

async function again(x: Exchange, found: Asked, problems: readonly FieldProblem[]): Promise<Answer> {
  const html = await askPage(x, found, problems)
  return invalidForm(x, { id: 'form-request.invalid', problems, html: () => html })
}

async function askPage(
  x: Exchange,
  { text, desk }: Asked,
  problems: readonly FieldProblem[],
): Promise<string> {
  const made = await formsOf(x.db, text.id)
  return x.page({
    title: x.t(m.title, { number: text.number }),
    crumbs: [{ label: String(text.number), href: `/forms/${text.number}` }],
    isUnlisted: true,
    children: AskPage({ t: x.t, text, desk, made, once: unorderedId(), typed: x.form, problems }),
  })
}
