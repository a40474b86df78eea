import type { Translate } from '#core/i18n/translate.ts'
import { Mark } from '#ui/mark/mark.tsx'
import { Section } from '#ui/section/section.tsx'
import { Table } from '#ui/table/table.tsx'
import type { BodyOfUnit } from '../bodies-of.ts'
import type { FactsOfUnit } from '../facts-of-unit.ts'
import { m } from '../messages.ts'

/** Its bodies with their promise and what waits; where there are none, the nearest above. */
export function UnitBodies({ t, facts }: { t: Translate; facts: FactsOfUnit }) {
  const { bodies, nearest } = facts
  return (
    <Section heading={t(m.bodies)} note={t(m.bodiesNote)}>
      {bodies.length > 0 && <BodiesTable t={t} bodies={bodies} />}
      {bodies.length === 0 && (
        <p class="quiet">
          {t(m.noBodies)}
          {nearest && (
            <>
              {' '}
              <a href={`/units/${nearest.unit.slug}`}>{t(m.nearestBodies, { unit: nearest.unit.name })}</a>
            </>
          )}
        </p>
      )}
      {nearest && <BodiesTable t={t} bodies={nearest.bodies} />}
    </Section>
  )
}

function BodiesTable({ t, bodies }: { t: Translate; bodies: readonly BodyOfUnit[] }) {
  return (
    <Table
      folds
      hideCaption
      caption={t(m.bodies)}
      columns={[
        { heading: t(m.bodyColumn) },
        { heading: t(m.promiseColumn), numeric: true },
        { heading: t(m.openColumn), numeric: true },
        { heading: t(m.overdueColumn), numeric: true },
      ]}
      rows={bodies.map(({ slug, name, promiseDays, open, overdue }) => ({
        cells: [
          <a href={`/bodies/${slug}`}>{name}</a>,
          t(m.daysFigure, { days: promiseDays }),
          t.number(open),
          overdue === 0 ? '0' : <Mark status="overdue">{t.number(overdue)}</Mark>,
        ],
      }))}
    />
  )
}
