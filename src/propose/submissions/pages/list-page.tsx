import type { Translate } from '#core/i18n/translate.ts'
import type { Body } from '#ground/bodies/queries.ts'
import type { TranslatedTitle } from '#ground/translations/translations-of.ts'
import { Button } from '#ui/button/button.tsx'
import { Empty } from '#ui/empty/empty.tsx'
import { SearchField, SelectField } from '#ui/field/fields.tsx'
import { Form, FormActions } from '#ui/form/form.tsx'
import { Head } from '#ui/head/head.tsx'
import { Columns } from '#ui/layout/layout.tsx'
import { Pager } from '#ui/pager/pager.tsx'
import { RuledList } from '#ui/ruled-list/ruled-list.tsx'
import { Section } from '#ui/section/section.tsx'
import { KINDS } from '../input.ts'
import { type ListQuery, STATES } from '../list-input.ts'
import type { Page } from '../list-submissions.ts'
import { KIND_MESSAGES, m, STATE_MESSAGES } from '../messages.ts'
import { ListedItem } from './listed-item.tsx'

export interface ListPageProps {
  t: Translate
  now: Date
  query: ListQuery
  page: Page
  /** Titles in the reader's language, by the id of the submission. */
  titles: ReadonlyMap<string, TranslatedTitle>
  bodies: readonly Body[]
  nextHref: string | null
}

/** Everything handed in, newest first, with search and filters. */
export function ListPage(props: ListPageProps) {
  const { t, now, page, titles, nextHref } = props
  return (
    <>
      <Head
        title={t(m.submissions)}
        lead={t(m.listLead)}
        actions={<Button href="/submissions/new">{t(m.handInTitle)}</Button>}
      />
      <Section heading={t(m.find)}>
        <Filters {...props} />
      </Section>
      <Section heading={t(m.found)} note={t(m.newestFirst)}>
        {page.submissions.length === 0 && (
          <Empty title={t(m.nothingFound)} actions={<a href="/submissions/new">{t(m.handInTitle)}</a>}>
            {t(m.nothingFoundHint)}
          </Empty>
        )}
        <RuledList>
          {page.submissions.map((submission) => (
            <ListedItem t={t} now={now} submission={submission} translated={titles.get(submission.id)} />
          ))}
        </RuledList>
        {nextHref && (
          <Pager
            label={t(m.pages)}
            here={t(m.shownHere, { count: page.submissions.length })}
            forward={{ href: nextHref, label: t(m.older) }}
          />
        )}
      </Section>
    </>
  )
}

function Filters({ t, query, bodies }: ListPageProps) {
  const any = { value: '', label: t(m.any) }
  return (
    <Form action="/submissions" method="get" role="search">
      <SearchField
        name="q"
        label={t(m.searchLabel)}
        hint={t(m.searchHint)}
        value={query.q}
        button={t(m.find)}
      />
      <Columns width="slim">
        <SelectField
          name="kind"
          label={t(m.kindLegend)}
          value={query.kind}
          options={[any, ...KINDS.map((kind) => ({ value: kind, label: t(KIND_MESSAGES[kind].name) }))]}
        />
        <SelectField
          name="state"
          label={t(m.stateLabel)}
          value={query.state}
          options={[any, ...STATES.map((state) => ({ value: state, label: t(STATE_MESSAGES[state]) }))]}
        />
        <SelectField
          name="body"
          label={t(m.bodyLabel)}
          value={query.body}
          options={[any, ...bodies.map(({ slug, name }) => ({ value: slug, label: name }))]}
        />
      </Columns>
      <FormActions>
        <Button kind="second">{t(m.find)}</Button>
      </FormActions>
    </Form>
  )
}
