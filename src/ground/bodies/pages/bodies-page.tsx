import type { Translate } from '#core/i18n/translate.ts'
import { Empty } from '#ui/empty/empty.tsx'
import { SearchField } from '#ui/field/fields.tsx'
import { Form } from '#ui/form/form.tsx'
import { Head } from '#ui/head/head.tsx'
import { Mark } from '#ui/mark/mark.tsx'
import { Pager } from '#ui/pager/pager.tsx'
import { Table } from '#ui/table/table.tsx'
import { formMessages } from '../form-messages.ts'
import type { ListedBody } from '../list-bodies.ts'
import { m } from '../messages.ts'

/** Bodies with their promise and their overdue ones, and the box to find one. */
export function BodiesPage({
  t,
  bodies,
  q,
  nextHref,
  mayOpen,
}: {
  t: Translate
  bodies: readonly ListedBody[]
  /** What was searched for. */
  q: string | undefined
  nextHref: string | null
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
      <Form action="/bodies" method="get" role="search" label={t(m.findBody)}>
        <SearchField name="q" label={t(m.findBodyLabel)} value={q} button={t(m.findBody)} />
      </Form>
      {bodies.length === 0 && <Empty title={t(m.noBodyFound)}>{t(m.noBodyFoundHint)}</Empty>}
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
      {nextHref && (
        <Pager
          label={t(m.pagesOfBodies)}
          here={t(m.bodiesHere, { count: bodies.length })}
          forward={{ href: nextHref, label: t(m.furtherBodies) }}
        />
      )}
    </>
  )
}
