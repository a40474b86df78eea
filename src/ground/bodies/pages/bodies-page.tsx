import type { Translate } from '#core/i18n/translate.ts'
import { Head } from '#ui/head/head.tsx'
import { Mark } from '#ui/mark/mark.tsx'
import { Table } from '#ui/table/table.tsx'
import { formMessages } from '../form-messages.ts'
import type { ListedBody } from '../list-bodies.ts'
import { m } from '../messages.ts'

/** Every body, with its promise and its overdue ones. */
export function BodiesPage({
  t,
  bodies,
  mayOpen,
}: {
  t: Translate
  bodies: readonly ListedBody[]
  /** The reader administers a unit somewhere. */
  mayOpen: boolean
}) {
  return (
    <>
      <Head
        title={t(m.bodies)}
        lead={t(m.bodiesLead)}
        actions={
          <>
            <a href="/overdue">{t(m.overdue)}</a>
            {mayOpen && <a href="/bodies/new">{t(formMessages.newBody)}</a>}
          </>
        }
      />
      <Table
        folds
        caption={t(m.listCaption)}
        hideCaption
        columns={[
          { heading: t(m.bodyColumn) },
          { heading: t(m.unitColumn) },
          { heading: t(m.promiseColumn), numeric: true },
          { heading: t(m.openColumn), numeric: true },
          { heading: t(m.overdueColumn), numeric: true },
        ]}
        rows={bodies.map((body) => ({
          cells: [
            <a href={`/bodies/${body.slug}`}>{body.name}</a>,
            <a href={`/units/${body.unitSlug}`}>{body.unitName}</a>,
            t(m.daysFigure, { days: body.promiseDays }),
            t.number(body.open),
            body.overdue === 0 ? '0' : <Mark status="overdue">{t.number(body.overdue)}</Mark>,
          ],
        }))}
      />
    </>
  )
}
