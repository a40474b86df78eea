import { directionOf } from '#core/i18n/languages.ts'
import type { Translate } from '#core/i18n/translate.ts'
import { Empty } from '#ui/empty/empty.tsx'
import { Head } from '#ui/head/head.tsx'
import { Item, RuledList } from '#ui/ruled-list/ruled-list.tsx'
import { Section } from '#ui/section/section.tsx'
import { Table } from '#ui/table/table.tsx'
import type { FormCount, MadeForm } from '../forms-of.ts'
import { FORM_MESSAGES, m } from '../messages.ts'
import { formIn } from './one-form.tsx'

export interface CountsPageProps {
  t: Translate
  counts: readonly FormCount[]
  newest: readonly MadeForm[]
}

/** Requests counted in public, and what was made last. */
export function CountsPage({ t, counts, newest }: CountsPageProps) {
  return (
    <>
      <Head title={t(m.title)} lead={t(m.lead)} />
      {counts.length > 0 && (
        <Section heading={t(m.countsHead)}>
          <Table
            caption={t(m.countsHead)}
            hideCaption
            columns={[
              { heading: t(m.formHead) },
              ...[m.askedHead, m.openHead, m.overdueHead, m.madeHead].map((head) => ({
                heading: t(head),
                numeric: true,
              })),
            ]}
            rows={counts.map(({ form, asked, open, overdue, made }) => ({
              cells: [
                t(FORM_MESSAGES[form]),
                ...[asked, open, overdue, made].map((count) => t.number(count)),
              ],
            }))}
          />
          <p class="small quiet">{t(m.countsHow)}</p>
        </Section>
      )}
      <Section heading={t(m.newest)}>
        {newest.length === 0 && <Empty title={t(m.nothingMade)}>{t(m.nothingMadeMore)}</Empty>}
        <RuledList>
          {newest.map(({ number, title, titleLanguage, form, language, madeAt }) => (
            <Item
              kind={formIn(t, { form, language })}
              title={{
                words: title ?? String(number),
                href: `/forms/${number}`,
                lang: titleLanguage,
                dir: directionOf(titleLanguage),
              }}
              facts={[t.day(madeAt)]}
            />
          ))}
        </RuledList>
      </Section>
    </>
  )
}
