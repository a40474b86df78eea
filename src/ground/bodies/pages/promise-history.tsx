import type { Translate } from '#core/i18n/translate.ts'
import { Section } from '#ui/section/section.tsx'
import { Table } from '#ui/table/table.tsx'
import type { FactsOfBody } from '../facts-of-body.ts'
import { m } from '../messages.ts'

/** What it promised and since when, newest first. */
export function PromiseHistory({
  t,
  facts,
  mayChange,
}: {
  t: Translate
  facts: FactsOfBody
  mayChange: boolean
}) {
  const { promises, body } = facts
  return (
    <Section heading={t(m.promiseHistory)} note={t(m.laterOnly)}>
      {promises.length > 0 && (
        <Table
          snug
          hideCaption
          caption={t(m.promiseHistory)}
          columns={[{ heading: t(m.fromColumn) }, { heading: t(m.promiseColumn), numeric: true }]}
          rows={promises.map(({ days, fromAt }) => ({ cells: [t.day(fromAt), t(m.daysFigure, { days })] }))}
        />
      )}
      {mayChange && (
        <p>
          <a href={`/bodies/${body.slug}/promise`}>{t(m.changePromise)}</a>
        </p>
      )}
    </Section>
  )
}
