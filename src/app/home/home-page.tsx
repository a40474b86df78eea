import type { Translate } from '#core/i18n/translate.ts'
import type { RecordEntry } from '#ground/record/newest-entries.ts'
import { RecordFeed } from '#ground/record/pages/record-feed.tsx'
import type { TranslatedTitle } from '#ground/translations/translations-of.ts'
import { Button } from '#ui/button/button.tsx'
import { Empty } from '#ui/empty/empty.tsx'
import { TextField } from '#ui/field/fields.tsx'
import { Form, FormActions } from '#ui/form/form.tsx'
import { Hero } from '#ui/home/home.tsx'
import { Wrap } from '#ui/layout/layout.tsx'
import { RuledList } from '#ui/ruled-list/ruled-list.tsx'
import { Section } from '#ui/section/section.tsx'
import { type Listed, ListedItem } from '../../propose/submissions/index.ts'
import { COUNTED_DAYS, type KeptPromises } from './kept-promises.ts'
import { m } from './messages.ts'

export interface HomePageProps {
  t: Translate
  now: Date
  promises: KeptPromises
  submissions: readonly Listed[]
  titles: ReadonlyMap<string, TranslatedTitle>
  entries: readonly RecordEntry[]
}

export function HomePage(props: HomePageProps) {
  const { t, now, submissions, titles, entries } = props
  return (
    <>
      <Hero
        title={t(m.hero)}
        lead={t(m.lead)}
        actions={
          <>
            <Button href="/submissions/new">{t(m.handIn)}</Button>
            <a href="#receipt">{t(m.followReceipt)}</a>
          </>
        }
      />
      <Wrap>
        <Section heading={t(m.promise)}>
          <Promises {...props} />
        </Section>
        <Section heading={t(m.newest)}>
          {submissions.length === 0 && <Empty title={t(m.nobodyYet)}>{t(m.nobodyYetHint)}</Empty>}
          <RuledList>
            {submissions.map((submission) => (
              <ListedItem t={t} now={now} submission={submission} translated={titles.get(submission.id)} />
            ))}
          </RuledList>
          <p>
            <a href="/submissions">{t(m.all)}</a>
          </p>
        </Section>
        <Section heading={t(m.moved)} note={t(m.movedNote)}>
          <RecordFeed t={t} entries={entries} />
          <p>
            <a href="/record">{t(m.record)}</a>
          </p>
        </Section>
        <Section heading={t(m.receiptSection)} id="receipt">
          <Form action="/receipts" method="get">
            <TextField name="number" label={t(m.receiptLabel)} inputMode="numeric" short dir="ltr" />
            <FormActions>
              <Button kind="second">{t(m.receiptButton)}</Button>
            </FormActions>
          </Form>
        </Section>
      </Wrap>
    </>
  )
}

function Promises({ t, promises }: HomePageProps) {
  const { decided, keptInTime, middleDays, longestDays, overdue } = promises
  return (
    <>
      {decided === 0 && <p class="lead">{t(m.nothingDecided)}</p>}
      {decided > 0 && (
        <p class="lead">
          {t(m.promiseKept, { kept: t.percent(keptInTime / decided), decided, days: COUNTED_DAYS })}{' '}
          {t(m.promiseTimes, { middle: Math.floor(middleDays ?? 0), longest: Math.ceil(longestDays ?? 0) })}
        </p>
      )}
      <p>
        {overdue === 0 ? (
          t(m.overdue, { count: 0 })
        ) : (
          <a href="/overdue">{t(m.overdue, { count: overdue })}</a>
        )}
      </p>
      <details>
        <summary>{t(m.promiseHow)}</summary>
        <p>{t(m.promiseHowText, { days: COUNTED_DAYS })}</p>
      </details>
    </>
  )
}
