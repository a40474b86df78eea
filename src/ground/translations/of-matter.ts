import { z } from 'zod'
import { type Answer, done, problem, show } from '#core/http/answer.ts'
import type { Exchange } from '#core/http/exchange.ts'
import { beginTranslation } from './begin-translation.ts'
import { type TextInLanguages, textInLanguages } from './in-languages.ts'
import { languagesOffered } from './languages-offered.ts'
import { m } from './messages.ts'
import { OfMatterPage } from './pages/of-matter-page.tsx'
import { mayTranslate } from './policy.ts'
import { publicNumber } from './public-number.ts'
import { findPublished, languagesOfText, nameOfText, type TextName } from './published-text.ts'
import { volunteerOf } from './volunteer.ts'
import { noteWish } from './wish.ts'

/** What the API answers for the translations of a text. */
export const ofMatterJson = z.object({
  number: z.number().nullable(),
  notice: z.string().nullable(),
  language: z.string(),
  translations: z.array(
    z.object({
      id: z.string(),
      entry: z.string().nullable(),
      language: z.string(),
      by: z.enum(['machine', 'reviewed']),
      parts: z.record(z.string(), z.string()),
    }),
  ),
})

/** A matter or a work in every language it can be read in, with the way to wish for another. */
export function showOfMatter(x: Exchange): Promise<Answer> {
  const number = publicNumber.safeParse(x.params.number)
  return showOfText(x, number.success ? { number: number.data } : null)
}

/** The same for a notice, which is known by the name in its address. */
export function showOfNotice(x: Exchange): Promise<Answer> {
  return showOfText(x, { notice: x.params.slug ?? '' })
}

async function showOfText(x: Exchange, name: TextName | null): Promise<Answer> {
  const matter = name && (await textInLanguages(x.db, name))
  if (!matter) return problem(404, 'not-found', x.t(m.noSuchMatter))
  const volunteer = await volunteerOf(x)
  return show(x, {
    html: () =>
      x.page({
        title: x.t(m.ofMatterTitle, { name: nameOfText(matter) }),
        crumbs: [{ label: x.t(m.title), href: '/translations' }],
        children: OfMatterPage({
          t: x.t,
          matter,
          volunteer,
          offered: languagesOffered(x.house).filter((tag) => tag !== matter.language),
          isWished: x.query.wished === 'yes',
        }),
      }),
    json: () => asJson(matter),
    cache: 'public',
  })
}

function asJson({ number, slug, language, shown }: TextInLanguages): z.infer<typeof ofMatterJson> {
  return {
    number,
    notice: slug,
    language,
    translations: shown.map(({ id, entryId, language: into, shownAs, parts }) => ({
      id,
      entry: entryId,
      language: into,
      by: shownAs,
      parts: Object.fromEntries(parts.map(({ part, words }) => [part, words])),
    })),
  }
}

/** A text by its number, or a notice by its name. */
const naming = { number: publicNumber.optional(), notice: z.string().max(100).optional() }

function nameIn({ number, notice }: { number?: number; notice?: string }): TextName | null {
  if (number !== undefined) return { number }
  return notice === undefined ? null : { notice }
}

export const beginInput = z.object({
  ...naming,
  entry: z.uuid().optional().catch(undefined),
  language: z.string().max(20),
})

/** A translator begins, or goes on with what another began. */
export async function createTranslation(x: Exchange): Promise<Answer> {
  const volunteer = await volunteerOf(x)
  const input = beginInput.safeParse(x.form)
  const name = input.success ? nameIn(input.data) : null
  const matter = name && (await findPublished(x.db, name))
  if (!volunteer || !input.success || !matter) return problem(404, 'not-found', x.t(m.noSuchMatter))
  const { entry, language } = input.data
  if (mayTranslate(volunteer, language) !== 'allowed')
    return problem(403, 'translation.not-your-language', x.t(m.notYourLanguage))
  const subject = { textId: matter.id, entryId: entry ?? null }
  const begun = await beginTranslation(x.db, { subject, language, by: volunteer.id, now: x.now })
  if (begun.ok)
    return done(x, { to: `/translations/${begun.id}`, status: 201, json: () => ({ translation: begun.id }) })
  if (begun.why === 'same-language') return problem(409, 'translation.same-language', x.t(m.sameLanguage))
  return problem(404, 'not-found', x.t(m.noSuchMatter))
}

export const wishInput = z.object({ ...naming, language: z.string().max(20) })

/** A reader wishes for a language; it is counted, and nobody is noted. */
export async function createWish(x: Exchange): Promise<Answer> {
  const input = wishInput.safeParse(x.form)
  const name = input.success ? nameIn(input.data) : null
  const matter = name && (await findPublished(x.db, name))
  if (!input.success || !matter) return problem(404, 'not-found', x.t(m.noSuchMatter))
  const { language } = input.data
  if (!languagesOffered(x.house).includes(language) || language === matter.language)
    return problem(422, 'translation.same-language', x.t(m.sameLanguage))
  await noteWish(x.db, { text: matter, entryId: null, language, wishes: 1, at: x.now })
  return done(x, {
    to: `${languagesOfText(matter)}?wished=yes`,
    json: () => ({ wished: language }),
  })
}
