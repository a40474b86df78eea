import { z } from 'zod'
import type { FieldProblem } from '#core/http/answer.ts'
import { offeredLanguages } from '#core/i18n/languages.ts'
import type { Translate } from '#core/i18n/translate.ts'
import { problemsOf } from '#core/input/problems.ts'
import { lineOf, orNothing, words } from '#core/input/text.ts'
import { slug } from '#ground/units/slug-of.ts'
import { BASES, type NewVersion, type NoticeText, SPECIAL_BASES } from './make-notice.ts'
import { m } from './messages.ts'
import { PUBLISHES, PURPOSES, RECIPIENTS } from './rules.ts'

const several = <T extends readonly [string, ...string[]]>(values: T, missing: string) =>
  z.preprocess(
    (value) => [value].flat().filter((one) => one !== undefined && one !== ''),
    z.array(z.enum(values)).min(1, { error: missing }),
  )

/** What a version says to machines. */
export const termsInput = z.object({
  basis: z.enum(BASES, { error: m.basisMissing.id }),
  special_basis: orNothing(z.enum(SPECIAL_BASES)),
  purposes: several(PURPOSES, m.purposesMissing.id),
  recipients: several(RECIPIENTS, m.recipientsMissing.id),
  publishes: z.enum(PUBLISHES, { error: m.publishesMissing.id }),
  kept_days: orNothing(z.coerce.number().int().min(0).max(36_500)),
  original: z.enum([...offeredLanguages] as [string, ...string[]]).default('en'),
})

export const noticeInput = termsInput
  .extend({
    slug: orNothing(slug),
    unit: z.string({ error: m.unitMissing.id }).min(1, { error: m.unitMissing.id }),
  })
  .catchall(z.unknown())

export const TEXT_PARTS = ['title', 'summary', 'purpose', 'kept', 'seen', 'published', 'objecting'] as const

const textInput = z.object({
  title: lineOf(200, m.textMissing.id),
  summary: lineOf(300, m.textMissing.id),
  purpose: words(2_000, m.textMissing.id),
  kept: words(2_000, m.textMissing.id),
  seen: words(2_000, m.textMissing.id),
  published: words(2_000, m.textMissing.id),
  objecting: words(2_000, m.textMissing.id),
  changed: orNothing(words(2_000)),
})

type Form = Readonly<Record<string, unknown>>

export type ReadVersion = { ok: true; version: NewVersion } | { ok: false; problems: FieldProblem[] }

/** `en-title`, `ur-summary` …: the original is whole, another language is whole or left out. */
export function readVersion(form: Form, { t, isFirst }: { t: Translate; isFirst: boolean }): ReadVersion {
  const terms = termsInput.safeParse(form)
  const original = terms.success ? terms.data.original : 'en'
  const problems: FieldProblem[] = terms.success ? [] : problemsOf(terms.error, t)
  const texts: Record<string, NoticeText> = {}
  for (const language of offeredLanguages) {
    const typed = textIn(form, language)
    if (language !== original && Object.values(typed).every((text) => text.trim() === '')) continue
    const read = textInput.safeParse(typed)
    if (read.success) texts[language] = read.data
    else
      for (const problem of problemsOf(read.error, t))
        problems.push({ ...problem, field: `${language}-${problem.field}` })
    if (language === original && !isFirst && (typed.changed ?? '').trim() === '')
      problems.push({ field: `${language}-changed`, message: t(m.changedMissing) })
  }
  if (!terms.success || problems.length > 0) return { ok: false, problems }
  const { special_basis, kept_days, ...rest } = terms.data
  return {
    ok: true,
    version: { ...rest, specialBasis: special_basis ?? null, keptDays: kept_days ?? null, texts, original },
  }
}

function textIn(form: Form, language: string): Record<string, string> {
  return Object.fromEntries(
    [...TEXT_PARTS, 'changed'].map((part) => {
      const value = form[`${language}-${part}`]
      return [part, typeof value === 'string' ? value : '']
    }),
  )
}
