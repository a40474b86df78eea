import { directionOf } from '#core/i18n/languages.ts'
import type { Translate } from '#core/i18n/translate.ts'
import { InOriginal, OtherLanguages, TranslatedNote } from '#ground/translations/pages/translated.tsx'
import type { Shown } from '#ground/translations/translations-of.ts'
import { Button } from '#ui/button/button.tsx'
import { Facts } from '#ui/facts/facts.tsx'
import { Head } from '#ui/head/head.tsx'
import { Notice } from '#ui/notice/notice.tsx'
import { Section } from '#ui/section/section.tsx'
import {
  BASIS_MESSAGES,
  m,
  PUBLISHES_MESSAGES,
  PURPOSE_MESSAGES,
  RECIPIENT_MESSAGES,
  SPECIAL_BASIS_MESSAGES,
} from '../messages.ts'
import type { NoticeVersion, WholeNotice } from '../notice-history.ts'

interface NoticePageProps {
  t: Translate
  notice: WholeNotice
  /** In the reader's language, where volunteers translated it. */
  shown: NoticeVersion
  original: NoticeVersion
  translation: Shown | null
  /** How many are asked again by the version just written; null where none was. */
  asked: number | null
  mayWrite: boolean
}

/** A notice in plain words, then what machines read, then every version with what it changed. */
export function NoticePage({ t, notice, shown, original, translation, asked, mayWrite }: NoticePageProps) {
  const said = { lang: shown.language, dir: directionOf(shown.language) }
  return (
    <>
      {asked !== null && (
        <Notice kind="good" announced>
          <p>{t(m.writtenAndAsked, { count: asked })}</p>
        </Notice>
      )}
      <Head
        title={shown.title}
        {...said}
        lead={<span {...said}>{shown.summary}</span>}
        facts={[
          t(m.versionFrom, { version: shown.version, day: t.day(shown.fromAt) }),
          t(m.answersForIt, { unit: notice.unit.name }),
          <OtherLanguages t={t} text={{ number: null, slug: notice.slug }} languages={[]} />,
        ]}
        actions={
          mayWrite ? (
            <Button href={`/notices/${notice.slug}/versions/new`} kind="second">
              {t(m.newVersion)}
            </Button>
          ) : undefined
        }
      />
      {translation && <TranslatedNote t={t} shown={translation} from={original.language} />}
      <PlainWords t={t} shown={shown} />
      {translation && (
        <InOriginal t={t} language={original.language}>
          <p lang={original.language} dir={directionOf(original.language)}>
            {original.title}: {original.summary}
          </p>
          <PlainWords t={t} shown={original} />
        </InOriginal>
      )}
      <InShort t={t} shown={shown} />
      <Versions t={t} notice={notice} />
    </>
  )
}

type Part = { t: Translate; shown: NoticeVersion }

function PlainWords({ t, shown }: Part) {
  const said = { lang: shown.language, dir: directionOf(shown.language) }
  const parts = [
    { heading: m.whatFor, words: shown.purpose },
    { heading: m.whatIsKept, words: shown.kept },
    { heading: m.whoSees, words: shown.seen },
    { heading: m.whatIsPublished, words: shown.published },
    { heading: m.howToObject, words: shown.objecting },
  ]
  return (
    <>
      {parts.map(({ heading, words }) => (
        <Section heading={t(heading)}>
          <p {...said}>{words}</p>
        </Section>
      ))}
    </>
  )
}

function wordsOf<T extends object>(t: Translate, messages: T, ids: readonly string[]) {
  return ids
    .flatMap((id) => (Object.hasOwn(messages, id) ? [t(messages[id as keyof T] as typeof m.notices)] : [id]))
    .join(' · ')
}

function InShort({ t, shown }: Part) {
  const basis = wordsOf(t, BASIS_MESSAGES, [shown.basis])
  const special = shown.specialBasis && wordsOf(t, SPECIAL_BASIS_MESSAGES, [shown.specialBasis])
  return (
    <Section heading={t(m.inShort)}>
      <Facts
        lines
        facts={[
          { label: t(m.legalBasis), value: special ? `${basis} · ${special}` : basis, plain: true },
          { label: t(m.purposes), value: wordsOf(t, PURPOSE_MESSAGES, shown.purposes), plain: true },
          { label: t(m.recipients), value: wordsOf(t, RECIPIENT_MESSAGES, shown.recipients), plain: true },
          { label: t(m.publishes), value: wordsOf(t, PUBLISHES_MESSAGES, [shown.publishes]), plain: true },
          {
            label: t(m.keptFor),
            value: shown.keptDays === null ? t(m.asTheTextSays) : t(m.daysAfterEnd, { days: shown.keptDays }),
            plain: true,
          },
        ]}
      />
    </Section>
  )
}

function Versions({ t, notice }: Pick<NoticePageProps, 't' | 'notice'>) {
  return (
    <Section heading={t(m.everyVersion)} note={t(m.newestFirst)}>
      <ol reversed>
        {notice.versions.map(({ version, fromAt, changed, language }) => (
          <li>
            <a href={`/notices/${notice.slug}?version=${version}`}>
              {t(m.versionFrom, { version, day: t.day(fromAt) })}
            </a>{' '}
            {changed === '' ? (
              <span class="quiet">{t(m.firstVersion)}</span>
            ) : (
              <span lang={language} dir={directionOf(language)}>
                {changed}
              </span>
            )}
          </li>
        ))}
      </ol>
    </Section>
  )
}
