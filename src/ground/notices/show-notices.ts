import { z } from 'zod'
import { type Answer, problem, show } from '#core/http/answer.ts'
import type { Exchange } from '#core/http/exchange.ts'
import { isoSecond } from '#core/time/days.ts'
import { titlesIn } from '#ground/translations/translations-of.ts'
import { type ListedNotice, listNotices } from './list-notices.ts'
import { m } from './messages.ts'
import { findNotice, type NoticeVersion } from './notice-history.ts'
import { noticeInLanguage } from './notice-in-language.ts'
import { NoticePage } from './pages/notice-page.tsx'
import { NoticesPage } from './pages/notices-page.tsx'
import { mayWriteNotices } from './policy.ts'

export const noticesJson = z.object({
  notices: z.array(
    z.object({
      slug: z.string(),
      url: z.string(),
      version: z.number(),
      from: z.string(),
      title: z.string(),
      summary: z.string(),
      language: z.string(),
      publishes: z.string(),
      forms: z.array(z.string()),
      calls: z.number(),
    }),
  ),
})

/** The public register: every notice, and what changed. */
export async function showNotices(x: Exchange): Promise<Answer> {
  const notices = await inReadersLanguage(x, await listNotices(x.db, { language: x.language, now: x.now }))
  const mayWrite = x.viewer.grants.some(({ role }) => role === 'administrator' || role === 'secretary')
  return show(x, {
    html: () => x.page({ title: x.t(m.notices), children: NoticesPage({ t: x.t, notices, mayWrite }) }),
    json: () => ({
      notices: notices.map((notice) => ({
        slug: notice.slug,
        url: `${x.house.baseUrl}/notices/${notice.slug}`,
        version: notice.version,
        from: isoSecond(notice.fromAt),
        title: notice.title,
        summary: notice.summary,
        language: notice.language,
        publishes: notice.publishes,
        forms: notice.forms,
        calls: notice.calls,
      })),
    }),
    cache: 'public',
  })
}

/** Those that have no text in the reader's language, as volunteers translated them: one question for all. */
async function inReadersLanguage({ db, language }: Exchange, notices: readonly ListedNotice[]) {
  const foreign = notices.filter((notice) => notice.language !== language).map(({ id }) => id)
  const titles = await titlesIn(db, language, foreign)
  return notices.map((notice) => {
    const found = titles.get(notice.id)
    const translatedFrom = { language: notice.language, shownAs: found?.shownAs ?? '' }
    return found ? { ...notice, title: found.title, titleLanguage: language, translatedFrom } : notice
  })
}

const versionJson = z.object({
  version: z.number(),
  from: z.string(),
  basis: z.string(),
  special_basis: z.string().nullable(),
  purposes: z.array(z.string()),
  recipients: z.array(z.string()),
  publishes: z.string(),
  kept_days: z.number().nullable(),
  language: z.string(),
  title: z.string(),
  summary: z.string(),
  purpose: z.string(),
  kept: z.string(),
  seen: z.string(),
  published: z.string(),
  objecting: z.string(),
  changed: z.string(),
})

export const noticeJson = z.object({
  slug: z.string(),
  url: z.string(),
  unit: z.string(),
  versions: z.array(versionJson),
})

/** One notice with each of its versions; `?version=2` shows that one first. */
export async function showNotice(x: Exchange): Promise<Answer> {
  const notice = await findNotice(x.db, { slug: x.params.slug ?? '', language: x.language, now: x.now })
  const asked = Number(x.query.version)
  const shown = notice?.versions.find(({ version }) => version === asked) ?? notice?.versions[0]
  if (!notice || !shown) return problem(404, 'not-found', x.t(m.noSuchNotice))
  const newest = shown.version === notice.versions[0]?.version
  const read = newest
    ? await noticeInLanguage(x.db, { id: notice.id, said: shown, language: x.language })
    : { said: shown, shown: null }
  const count =
    typeof x.query.asked === 'string' && /^\d{1,9}$/.test(x.query.asked) ? Number(x.query.asked) : null
  return show(x, {
    html: () =>
      x.page({
        title: read.said.title,
        crumbs: [{ label: x.t(m.notices), href: '/notices' }],
        children: NoticePage({
          t: x.t,
          notice,
          shown: read.said,
          original: shown,
          translation: read.shown,
          asked: count,
          mayWrite: mayWriteNotices(x.viewer, notice.unit) === 'allowed',
        }),
      }),
    json: () => ({
      slug: notice.slug,
      url: `${x.house.baseUrl}/notices/${notice.slug}`,
      unit: notice.unit.slug,
      versions: notice.versions.map(versionAsJson),
    }),
    cache: 'public',
  })
}

function versionAsJson(version: NoticeVersion): z.infer<typeof versionJson> {
  const { fromAt, specialBasis, keptDays, ...rest } = version
  return { ...rest, from: isoSecond(fromAt), special_basis: specialBasis, kept_days: keptDays }
}
