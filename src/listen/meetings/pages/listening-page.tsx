import type { Translate } from '#core/i18n/translate.ts'
import { Button } from '#ui/button/button.tsx'
import { Empty } from '#ui/empty/empty.tsx'
import { SelectField } from '#ui/field/fields.tsx'
import { Form, FormActions } from '#ui/form/form.tsx'
import { Head } from '#ui/head/head.tsx'
import { Columns } from '#ui/layout/layout.tsx'
import { Section } from '#ui/section/section.tsx'
import { Table, type TableRow } from '#ui/table/table.tsx'
import type { ComparedUnit } from '../compare-units.ts'
import { listeningMessages as m } from '../messages.ts'
import { BAND_NAMES, type BandOfUnits, bandWords } from '../size-bands.ts'

export interface ListeningPageProps {
  t: Translate
  kind: string
  kinds: readonly string[]
  size: string | undefined
  from: Date
  to: Date
  bands: readonly BandOfUnits[]
  kindName: (kind: string) => string
}

/** Of each size so many, unless one size was asked for. */
const SHOWN = 20

/** Units beside those of like size, and what every figure means. */
export function ListeningPage(props: ListeningPageProps) {
  const { t, kind, size, from, to, bands } = props
  const search = new URLSearchParams({ kind, ...(size ? { size } : {}) })
  return (
    <>
      <Head
        title={t(m.title)}
        lead={t(m.lead, { from: t.day(from), to: t.day(to) })}
        actions={
          <span>
            {t.around(m.asTables, {
              csv: <a href={`/listening.csv?${search}`}>CSV</a>,
              json: <a href={`/api/v1/listening?${search}`}>JSON</a>,
            })}
          </span>
        }
      />
      <Filters {...props} />
      {bands.length === 0 && <Empty title={t(m.noUnits)} />}
      {bands.map((band) => (
        <BandSection {...props} band={band} />
      ))}
      <Definitions t={t} />
    </>
  )
}

function Filters({ t, kind, kinds, size, kindName }: ListeningPageProps) {
  return (
    <Form action="/listening" method="get" role="search">
      <Columns width="slim">
        <SelectField
          name="kind"
          label={t(m.kind)}
          value={kind}
          options={kinds.map((one) => ({ value: one, label: kindName(one) }))}
        />
        <SelectField
          name="size"
          label={t(m.size)}
          value={size ?? ''}
          options={[
            { value: '', label: t(m.all) },
            ...BAND_NAMES.map((name) => ({ value: name, label: bandWords(t, name) })),
          ]}
        />
      </Columns>
      <FormActions>
        <Button kind="second">{t(m.show)}</Button>
      </FormActions>
    </Form>
  )
}

function BandSection({ t, kind, size, band }: ListeningPageProps & { band: BandOfUnits }) {
  const { name, units, middle } = band
  const shown = size ? units : units.slice(0, SHOWN)
  const columns = [m.held, m.people, m.heard, m.answered, m.open]
  return (
    <Section heading={bandWords(t, name)} id={name}>
      {!middle && <p class="quiet">{t(m.tooFew)}</p>}
      <Table
        folds
        hideCaption
        caption={bandWords(t, name)}
        columns={[
          { heading: t(m.unit) },
          ...columns.map((heading) => ({ heading: t(heading), numeric: true })),
        ]}
        rows={[...shown.map((unit) => rowOf(t, unit)), ...(middle ? [middleRow(t, middle)] : [])]}
      />
      {shown.length < units.length && (
        <p class="small">
          {t(m.onlyFirst, { shown: shown.length, of: units.length })}{' '}
          <a href={`/listening?${new URLSearchParams({ kind, size: name })}`}>{t(m.wholeBand)}</a>
        </p>
      )}
    </Section>
  )
}

function rowOf(t: Translate, { slug, name, ...figures }: ComparedUnit): TableRow {
  return {
    cells: [
      <a href={`/units/${slug}`}>{name}</a>,
      <a href={`/units/${slug}/gatherings?when=past`}>{t.number(figures.held)}</a>,
      t.number(figures.people),
      <a href={`/units/${slug}/heard`}>{t.number(figures.heard)}</a>,
      t.number(figures.answered),
      t.number(figures.open),
    ],
  }
}

function middleRow(t: Translate, middle: NonNullable<BandOfUnits['middle']>): TableRow {
  const { held, people, heard, answered } = middle
  return { total: true, cells: [t(m.middle), ...[held, people, heard, answered].map(t.number), '–'] }
}

function Definitions({ t }: { t: Translate }) {
  const lines = [
    m.aboutUnit,
    m.aboutSize,
    m.aboutHeld,
    m.aboutPeople,
    m.aboutHeard,
    m.aboutAnswered,
    m.aboutOpen,
    m.aboutOrder,
  ]
  return (
    <Section heading={t(m.definitions)} id="figures">
      {lines.map((line) => (
        <p>{t(line)}</p>
      ))}
    </Section>
  )
}
