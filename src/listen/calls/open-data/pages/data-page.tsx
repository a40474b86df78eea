import type { Message, Plain } from '#core/i18n/messages.ts'
import type { Translate } from '#core/i18n/translate.ts'
import { Empty } from '#ui/empty/empty.tsx'
import { Head } from '#ui/head/head.tsx'
import { Section } from '#ui/section/section.tsx'
import { Lines } from '#ui/sideways/sideways.tsx'
import { Table } from '#ui/table/table.tsx'
import type { Call } from '../../call.ts'
import type { ResultState } from '../../result/find-result.ts'
import { m as result } from '../../result/messages.ts'
import { isolated } from '../../result/words-of.ts'
import type { EditionInList } from '../editions-of.ts'
import { m } from '../messages.ts'
import type { SamplesForViewer } from '../samples-of.ts'
import type { Withheld, WithheldWhat } from '../withheld.ts'
import { SamplesPart } from './samples-part.tsx'

export type DataPageProps = {
  t: Translate
  call: Call
  state: ResultState
  editions: readonly EditionInList[]
  withheld: readonly Withheld[]
  samples: SamplesForViewer
  baseUrl: string
}

export function DataPage(props: DataPageProps) {
  const { t, call, state, editions, withheld, samples } = props
  return (
    <>
      <Head title={t(m.title, { title: isolated(call.title ?? t(result.untitled)) })} lead={t(m.lead)} />
      {state.edition ? <Files {...props} /> : <Empty title={t(m.notYet)} />}
      {withheld.length > 0 && <NotPublished t={t} withheld={withheld} />}
      {editions.length > 0 && <Editions t={t} editions={editions} />}
      {state.edition && <SamplesPart t={t} call={call} samples={samples} />}
    </>
  )
}

const FILES = [
  ['answers.csv', m.csv],
  ['answers.json', m.json],
  ['figures.json', m.figures],
  ['datapackage.json', m.package],
  ['package.zip', m.zip],
] as const

function Files({ t, call, state, baseUrl }: DataPageProps) {
  const at = `/calls/${call.number}/data`
  return (
    <Section heading={t(m.files)} note={t(m.rows, { count: state.edition?.datasetRows ?? 0 })}>
      <ul>
        {FILES.map(([name, label]) => (
          <li>
            <a href={`${at}/${name}`}>{t(label)}</a>
          </li>
        ))}
      </ul>
      <h3>{t(m.licence)}</h3>
      <p>{t(m.licenceSays)}</p>
      <h3>{t(m.check)}</h3>
      <p>{t(m.checkSays)}</p>
      <Lines>{`curl -O ${baseUrl}${at}/package.zip && unzip package.zip -d call\nnode verify/verify.mjs dataset call --record ${baseUrl}`}</Lines>
    </Section>
  )
}

const SAYS: Readonly<Record<WithheldWhat, readonly [Message<Plain>, Message<Plain>]>> = {
  words: [m.wordsWhat, m.wordsWhy],
  screened: [m.screenedWhat, m.screenedWhy],
  held: [m.heldWhat, m.heldWhy],
  withdrawn: [m.withdrawnWhat, m.withdrawnWhy],
  twins: [m.twinsWhat, m.twinsWhy],
  'small-cells': [m.smallWhat, m.smallWhy],
  names: [m.namesWhat, m.namesWhy],
  times: [m.timesWhat, m.timesWhy],
}

function NotPublished({ t, withheld }: Pick<DataPageProps, 't' | 'withheld'>) {
  return (
    <Section heading={t(m.withheld)}>
      <Table
        caption={t(m.withheld)}
        hideCaption
        folds
        columns={[
          { heading: t(m.what) },
          { heading: t(m.why) },
          { heading: t(m.howMany), numeric: true },
          { heading: t(m.reviewOn) },
        ]}
        rows={withheld.map(({ what, count, reviewOn }) => ({
          cells: [t(SAYS[what][0]), t(SAYS[what][1]), t.number(count), t.day(new Date(reviewOn))],
        }))}
      />
    </Section>
  )
}

function Editions({ t, editions }: Pick<DataPageProps, 't' | 'editions'>) {
  return (
    <Section heading={t(m.editions)}>
      <Table
        caption={t(m.editions)}
        hideCaption
        folds
        columns={[
          { heading: t(m.edition) },
          { heading: t(m.publishedOn) },
          { heading: t(m.changed) },
          { heading: t(m.hash) },
        ]}
        rows={editions.map(({ number, publishedAt, changes, sha256 }) => ({
          cells: [
            t.number(number),
            t.moment(publishedAt),
            number === 1 ? t(m.firstEdition) : changesInWords(t, changes),
            <code dir="ltr">{sha256}</code>,
          ],
        }))}
      />
    </Section>
  )
}

const CHANGES = {
  withdrawn: m.changedWithdrawn,
  erased: m.changedErased,
  held: m.changedHeld,
  screened: m.changedScreened,
} as const

function changesInWords(t: Translate, changes: Readonly<Record<string, number>>): string {
  return Object.entries(CHANGES)
    .flatMap(([what, message]) =>
      (changes[what] ?? 0) > 0 ? [t(message, { count: changes[what] ?? 0 })] : [],
    )
    .join(', ')
}
