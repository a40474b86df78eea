import type { Translate } from '#core/i18n/translate.ts'
import { Button } from '#ui/button/button.tsx'
import { Empty } from '#ui/empty/empty.tsx'
import { SelectField } from '#ui/field/fields.tsx'
import { Form, FormActions } from '#ui/form/form.tsx'
import { Head } from '#ui/head/head.tsx'
import { Columns } from '#ui/layout/layout.tsx'
import { Pager } from '#ui/pager/pager.tsx'
import { RuledList } from '#ui/ruled-list/ruled-list.tsx'
import { Section } from '#ui/section/section.tsx'
import { GATHERING_KINDS } from '../gathering-kinds.ts'
import type { GatheringsQuery, GatheringsPage as Page } from '../list-gatherings.ts'
import { m } from '../messages.ts'
import { GatheringItem, kindWords } from './gathering-item.tsx'

export interface GatheringsPageProps {
  t: Translate
  now: Date
  title: string
  path: string
  calendar: string
  query: GatheringsQuery
  page: Page
  mayAnnounce: boolean
}

/** What is announced: to come, or past. */
export function GatheringsPage(props: GatheringsPageProps) {
  const { t, title, calendar, query, page, mayAnnounce } = props
  const isPast = query.when === 'past'
  return (
    <>
      <Head
        title={title}
        lead={t(m.lead)}
        actions={
          <>
            {mayAnnounce && <Button href="/gatherings/new">{t(m.announce)}</Button>}
            <a href={calendar}>{t(m.calendar)}</a>
          </>
        }
      />
      <Section heading={t(m.find)}>
        <Filters {...props} />
      </Section>
      <Section heading={t(isPast ? m.past : m.coming)}>
        {page.gatherings.length === 0 && (
          <Empty title={t(isPast ? m.nothingPast : m.nothingComing)}>
            {isPast ? undefined : t(m.nothingComingHint)}
          </Empty>
        )}
        <RuledList>
          {page.gatherings.map((gathering) => (
            <GatheringItem t={t} gathering={gathering} />
          ))}
        </RuledList>
        {page.next && (
          <Pager
            label={t(m.pages)}
            here={t(m.shownHere, { count: page.gatherings.length })}
            forward={{ href: hrefOf(props, page.next), label: t(m.more) }}
          />
        )}
      </Section>
    </>
  )
}

function hrefOf({ path, query }: GatheringsPageProps, after: string): string {
  const set = Object.entries({ ...query, after }).filter(
    (pair): pair is [string, string] => typeof pair[1] === 'string',
  )
  return `${path}?${new URLSearchParams(set)}`
}

function Filters({ t, path, query }: GatheringsPageProps) {
  return (
    <Form action={path} method="get" role="search" hidden={query.body ? { body: query.body } : undefined}>
      <Columns width="slim">
        <SelectField
          name="when"
          label={t(m.whenLabel)}
          value={query.when}
          options={[
            { value: 'coming', label: t(m.coming) },
            { value: 'past', label: t(m.past) },
          ]}
        />
        <SelectField
          name="kind"
          label={t(m.kindLabel)}
          value={query.kind}
          options={[
            { value: '', label: t(m.any) },
            ...GATHERING_KINDS.map((kind) => ({ value: kind, label: kindWords(t, kind) })),
          ]}
        />
      </Columns>
      <FormActions>
        <Button kind="second">{t(m.find)}</Button>
      </FormActions>
    </Form>
  )
}
