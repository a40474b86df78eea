import { z } from 'zod'
import { doOnce } from '#core/db/once.ts'
import { brokenConstraint, inTransaction } from '#core/db/transaction.ts'
import { type Answer, done, type FieldProblem, invalid, problem, show } from '#core/http/answer.ts'
import type { Exchange } from '#core/http/exchange.ts'
import { unorderedId } from '#core/ids/ids.ts'
import { problemsOf } from '#core/input/problems.ts'
import { keyReused } from '#ground/matters/refusals.ts'
import { findUnit, unitsToOffer } from '#ground/units/queries.ts'
import { slugOf, slug as slugRule } from '#ground/units/slug-of.ts'
import { changeNotice } from './change-notice.ts'
import { noticeInput, readVersion } from './input.ts'
import { makeNotice } from './make-notice.ts'
import { m } from './messages.ts'
import { findNotice, type WholeNotice } from './notice-history.ts'
import { NoticeFormPage } from './pages/notice-form-page.tsx'
import { mayWriteNotices } from './policy.ts'

export const noticeMade = z.object({ slug: z.string(), version: z.number(), asked_again: z.number() })

/** The form for a new notice: `?unit=millbrook`. */
export async function showNewNotice(x: Exchange): Promise<Answer> {
  const html = await formOf(x, { notice: null, typed: x.query, problems: [] })
  return show(x, { html, json: () => ({}) })
}

/** Writes a notice with its first version. */
export async function createNotice(x: Exchange): Promise<Answer> {
  const input = noticeInput.safeParse(x.form)
  const read = readVersion(x.form, { t: x.t, isFirst: true })
  const problems = [...(input.success ? [] : problemsOf(input.error, x.t)), ...(read.ok ? [] : read.problems)]
  if (!input.success || !read.ok) return again(x, null, distinct(problems))
  const unit = await findUnit(x.db, input.data.unit)
  if (!unit) return again(x, null, [{ field: 'unit', message: x.t(m.unitMissing) }])
  if (mayWriteNotices(x.viewer, unit) !== 'allowed') return notYours(x)
  const { version } = read
  const slug = input.data.slug ?? slugOf(version.texts[version.original]?.title ?? '')
  if (!slugRule.safeParse(slug).success)
    return again(x, null, [{ field: 'slug', message: x.t(m.slugMissing) }])
  const by = x.viewer.person?.id ?? ''
  const { once: _, ...request } = x.form
  const outcome = await inTransaction(x.db, (tx) =>
    doOnce(tx, { key: x.onceKey, asker: by, request, now: x.now }, async () => {
      await makeNotice(tx, { slug, unitId: unit.id, version, madeBy: by }, x.now)
      return { slug }
    }),
  ).catch((error: unknown) => {
    if (brokenConstraint(error) === 'notice_slug_is_free') return null
    throw error
  })
  if (outcome === null) return again(x, null, [{ field: 'slug', message: x.t(m.slugTaken) }])
  return outcome.ok ? written(x, { slug, version: 1, asked: 0 }) : keyReused(x)
}

/** The form for a new version: what stands is in its boxes. */
export async function showVersionForm(x: Exchange): Promise<Answer> {
  return withOwnNotice(x, async (notice) => {
    const typed = await typedOf(x, notice)
    return show(x, { html: await formOf(x, { notice, typed, problems: [] }), json: () => ({}) })
  })
}

/** Publishes a new version; whoever it asks more of is asked again. */
export async function createVersion(x: Exchange): Promise<Answer> {
  return withOwnNotice(x, async (notice) => {
    const read = readVersion(x.form, { t: x.t, isFirst: false })
    if (!read.ok) return again(x, notice, read.problems)
    const by = x.viewer.person?.id ?? ''
    const { once: _, ...request } = x.form
    const outcome = await changeNotice(x.db, {
      noticeId: notice.id,
      version: read.version,
      madeBy: by,
      once: { key: x.onceKey, asker: by, request: { slug: notice.slug, ...request }, now: x.now },
    })
    return outcome.ok ? written(x, { slug: notice.slug, ...outcome.result }) : keyReused(x)
  })
}

function written(x: Exchange, { slug, version, asked }: { slug: string; version: number; asked: number }) {
  return done(x, {
    to: `/notices/${slug}?asked=${asked}`,
    status: 201,
    json: () => ({ slug, version, asked_again: asked }),
  })
}

const notYours = (x: Exchange) => problem(403, 'notice.not-yours', x.t(m.notYours))

function distinct(problems: FieldProblem[]): FieldProblem[] {
  return [...new Map(problems.map((one) => [one.field, one])).values()]
}

async function withOwnNotice(x: Exchange, act: (notice: WholeNotice) => Promise<Answer>): Promise<Answer> {
  const notice = await findNotice(x.db, { slug: x.params.slug ?? '', language: x.language, now: x.now })
  if (!notice) return problem(404, 'not-found', x.t(m.noSuchNotice))
  return mayWriteNotices(x.viewer, notice.unit) === 'allowed' ? act(notice) : notYours(x)
}

/** Every text of the newest version, by the form's names. */
async function typedOf(x: Exchange, notice: WholeNotice): Promise<Record<string, unknown>> {
  const [newest] = notice.versions
  if (!newest) return {}
  const texts = await x.db
    .selectFrom('noticeTexts')
    .select([
      'language',
      'title',
      'summary',
      'purpose',
      'kept',
      'seen',
      'published',
      'objecting',
      'isOriginal',
    ])
    .where('noticeId', '=', notice.id)
    .where('version', '=', newest.version)
    .execute()
  return {
    basis: newest.basis,
    special_basis: newest.specialBasis ?? '',
    purposes: newest.purposes,
    recipients: newest.recipients,
    publishes: newest.publishes,
    kept_days: newest.keptDays === null ? '' : String(newest.keptDays),
    original: texts.find((text) => text.isOriginal)?.language ?? 'en',
    ...Object.fromEntries(
      texts.flatMap(({ language, isOriginal: _, ...text }) =>
        Object.entries(text).map(([part, said]) => [`${language}-${part}`, said]),
      ),
    ),
  }
}

async function again(x: Exchange, notice: WholeNotice | null, problems: FieldProblem[]): Promise<Answer> {
  const html = x.wants === 'html' ? await formOf(x, { notice, typed: x.form, problems }) : () => ''
  return invalid(x, {
    problem: {
      id: 'notice.invalid',
      title: x.t(m.problemsHeading, { count: problems.length }),
      fields: problems,
    },
    html,
  })
}

interface Shown {
  notice: WholeNotice | null
  typed: Readonly<Record<string, unknown>>
  problems: FieldProblem[]
}

async function formOf(x: Exchange, { notice, typed, problems }: Shown): Promise<() => string> {
  const units = notice ? [] : await unitsToOffer(x.db, null)
  const title = notice ? x.t(m.newVersion) : x.t(m.newNotice)
  return () =>
    x.page({
      title: problems.length > 0 ? x.t(m.errorTitle, { title }) : title,
      isUnlisted: true,
      crumbs: [{ label: x.t(m.notices), href: '/notices' }],
      children: NoticeFormPage({
        t: x.t,
        title,
        action: notice ? `/notices/${notice.slug}/versions` : '/notices',
        isFirst: notice === null,
        units,
        typed,
        problems,
        languages: x.house.languages,
        once: typeof typed.once === 'string' ? typed.once : unorderedId(),
      }),
    })
}
