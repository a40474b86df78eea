import { directionOf } from '#core/i18n/languages.ts'
import type { Translate } from '#core/i18n/translate.ts'
import { titleFact } from '#ground/translations/pages/translated.tsx'
import { Button } from '#ui/button/button.tsx'
import { Empty } from '#ui/empty/empty.tsx'
import { Head } from '#ui/head/head.tsx'
import { Item, RuledList } from '#ui/ruled-list/ruled-list.tsx'
import { Section } from '#ui/section/section.tsx'
import type { ListedNotice } from '../list-notices.ts'
import { m, PUBLISHES_MESSAGES } from '../messages.ts'

interface NoticesPageProps {
  t: Translate
  notices: readonly ListedNotice[]
  mayWrite: boolean
}

/** The register of notices: what is collected, what for, and what changed. */
export function NoticesPage({ t, notices, mayWrite }: NoticesPageProps) {
  return (
    <>
      <Head
        title={t(m.notices)}
        lead={t(m.noticesLead)}
        actions={
          mayWrite ? (
            <Button href="/notices/new" kind="second">
              {t(m.newNotice)}
            </Button>
          ) : undefined
        }
      />
      <Section heading={t(m.everyNotice)}>
        {notices.length === 0 && <Empty title={t(m.noNotices)} />}
        <RuledList>
          {notices.map((notice) => (
            <Listed t={t} notice={notice} />
          ))}
        </RuledList>
      </Section>
    </>
  )
}

function Listed({ t, notice }: { t: Translate; notice: ListedNotice }) {
  const { title, titleLanguage = notice.language, translatedFrom } = notice
  const said = { lang: notice.language, dir: directionOf(notice.language) }
  return (
    <Item
      title={{
        words: title,
        href: `/notices/${notice.slug}`,
        lang: titleLanguage,
        dir: directionOf(titleLanguage),
      }}
      facts={[
        t(m.versionFrom, { version: notice.version, day: t.day(notice.fromAt) }),
        notice.unitName,
        t(PUBLISHES_MESSAGES[notice.publishes as keyof typeof PUBLISHES_MESSAGES]),
        ...(translatedFrom ? [titleFact(t, translatedFrom, notice.language)] : []),
        ...(notice.calls > 0 ? [t(m.usedByCalls, { count: notice.calls })] : []),
      ]}
    >
      <p {...said}>{notice.summary}</p>
      {notice.changed !== '' && (
        <p>
          {t(m.whatChanged)} <span {...said}>{notice.changed}</span>
        </p>
      )}
    </Item>
  )
}
