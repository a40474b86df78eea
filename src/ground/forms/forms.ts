import { z } from 'zod'
import { type Answer, done, type FieldProblem, problem, show } from '#core/http/answer.ts'
import type { Exchange } from '#core/http/exchange.ts'
import { unorderedId } from '#core/ids/ids.ts'
import { invalidForm, problemsOf } from '#core/input/problems.ts'
import { lineOf, orNothing, words } from '#core/input/text.ts'
import { pathTo } from '#ground/matters/kinds.ts'
import { keyReused } from '#ground/matters/refusals.ts'
import { findText, type Text } from './find-text.ts'
import { formsOf, openRequests } from './forms-of.ts'
import { makeForm, withdrawForm } from './make-form.ts'
import { FORM_MESSAGES, FORMS, type FormName, m } from './messages.ts'
import { FormsPage } from './pages/forms-page.tsx'
import { mayMakeForms } from './policy.ts'
import { type TakenFile, takeFiles } from './take-files.ts'

const OURS = /^\/[A-Za-z0-9][A-Za-z0-9/._~?=&%-]*$/

export const formInput = z.object({
  form: z.enum(FORMS, { error: m.formMissing.id }),
  language: z.string({ error: m.languageMissing.id }).regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, {
    error: m.languageMissing.id,
  }),
  caption: lineOf(300, m.captionMissing.id),
  words: orNothing(words(20_000)),
  href: orNothing(z.string().max(500).regex(OURS, { error: m.hrefElsewhere.id })),
})

/** What the API answers for the forms of a text. */
export const formsJson = z.object({
  number: z.number(),
  forms: z.array(
    z.object({
      id: z.string(),
      form: z.string(),
      language: z.string(),
      caption: z.string(),
      words: z.string(),
      page: z.string().nullable(),
      files: z.array(z.object({ url: z.string(), type: z.string(), bytes: z.number() })),
    }),
  ),
  requests: z.array(z.object({ number: z.number(), form: z.string(), language: z.string() })),
})

/** Everything a text can be had as, what is asked for, and, for clerks, the form to add one. */
export async function showForms(x: Exchange): Promise<Answer> {
  const text = await findText(x.db, x.params.number)
  if (!text) return problem(404, 'not-found', x.t(m.noSuch))
  const html = await formsPage(x, text, [])
  return show(x, { html: () => html.page, json: () => html.json, cache: 'public' })
}

async function formsPage(x: Exchange, text: Text, problems: readonly FieldProblem[]) {
  const [forms, requests] = await Promise.all([formsOf(x.db, text.id), openRequests(x.db, text.id)])
  const mayAdd = mayMakeForms(x.viewer, text.places) === 'allowed'
  const children = FormsPage({
    t: x.t,
    text,
    forms,
    requests,
    mayAdd,
    once: unorderedId(),
    typed: x.form,
    problems,
    done: typeof x.query.done === 'string' ? x.query.done : null,
    answered: Number(x.query.answered) || 0,
  })
  const title = x.t(m.ofTitle, { number: text.number })
  const crumbs = [{ label: String(text.number), href: pathTo(text) }]
  const json: z.infer<typeof formsJson> = {
    number: text.number,
    forms: forms.map(({ id, form, language, caption, words: said, href, files }) => ({
      ...{ id, form, language, caption, words: said, page: href },
      files: files.map((file) => ({
        url: `${x.house.baseUrl}/forms/files/${file.id}`,
        type: file.mediaType,
        bytes: file.size,
      })),
    })),
    requests,
  }
  return { page: x.page({ title, crumbs, children }), json }
}

/** A clerk adds a form; it stands beside the text at once. */
export async function createForm(x: Exchange): Promise<Answer> {
  const text = await findText(x.db, x.params.number)
  const by = x.viewer.person
  if (!text || !by) return problem(404, 'not-found', x.t(m.noSuch))
  if (mayMakeForms(x.viewer, text.places) !== 'allowed')
    return problem(403, 'form.not-the-clerk', x.t(m.notTheClerk))
  const input = formInput.safeParse(x.form)
  const taken = await takeFiles(x.files, x.t)
  if (!input.success || !taken.ok) {
    const wrong = taken.ok ? [] : [{ field: 'files', message: taken.problem }]
    return again(x, text, [...(input.success ? [] : problemsOf(input.error, x.t)), ...wrong])
  }
  const missing = whatIsMissing(x, input.data, taken.files)
  if (missing) return again(x, text, [missing])
  const { form, language, caption, words: said = '', href = null } = input.data
  const made = await makeForm(x.db, {
    form: { text, form, language, caption, words: said, href, files: taken.files, by: by.id },
    once: { key: x.onceKey, asker: by.id, request: { number: text.number, ...input.data }, now: x.now },
    told: (asker) => reasonFor(x, { text, form, asker }),
  })
  if (!made.ok) return keyReused(x)
  return done(x, {
    to: `/forms/${text.number}?done=added&answered=${made.result.answered}`,
    status: 201,
    json: () => made.result,
  })
}

/** What whoever asked reads: that it is there, and where; in their language if the house speaks it. */
function reasonFor(x: Exchange, { text, form, asker }: { text: Text; form: FormName; asker: string }) {
  const t = x.speak(asker)
  const url = `${x.house.baseUrl}/forms/${text.number}`
  return { reason: t(m.requestMet, { form: t(FORM_MESSAGES[form]), url }), language: t.language }
}

function whatIsMissing(
  x: Exchange,
  { words: said, href }: z.infer<typeof formInput>,
  files: readonly TakenFile[],
): FieldProblem | null {
  if (!said && !href && files.length === 0) return { field: 'files', message: x.t(m.nothingInIt) }
  const types = files.map(({ mediaType }) => mediaType)
  const isVideo = types.some((type) => type.startsWith('video/'))
  if (isVideo && !types.includes('text/vtt')) return { field: 'files', message: x.t(m.captionsMissing) }
  return null
}

async function again(x: Exchange, text: Text, problems: readonly FieldProblem[]): Promise<Answer> {
  const { page } = await formsPage(x, text, problems)
  return invalidForm(x, { id: 'form.invalid', problems, html: () => page })
}

export const withdrawalInput = z.object({ form: z.uuid() })

/** A clerk takes one down. */
export async function createFormWithdrawal(x: Exchange): Promise<Answer> {
  const text = await findText(x.db, x.params.number)
  if (!text) return problem(404, 'not-found', x.t(m.noSuch))
  if (mayMakeForms(x.viewer, text.places) !== 'allowed')
    return problem(403, 'form.not-the-clerk', x.t(m.notTheClerk))
  const input = withdrawalInput.safeParse(x.form)
  const isGone =
    input.success && (await withdrawForm(x.db, { id: input.data.form, textId: text.id, now: x.now }))
  if (!isGone) return problem(404, 'form.unknown', x.t(m.noSuchFile))
  return done(x, { to: `/forms/${text.number}?done=taken-down`, json: () => ({ withdrawn: true }) })
}
