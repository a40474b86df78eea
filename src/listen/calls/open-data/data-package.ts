import { isoSecond } from '#core/time/days.ts'
import type { Call } from '../call.ts'
import type { CallFigures } from '../result/figures.ts'
import type { Edition } from '../result/find-result.ts'
import { columnsOf } from './dataset-columns.ts'
import type { EntryOfEdition } from './editions-of.ts'
import type { Withheld } from './withheld.ts'

interface Packing {
  call: Call
  edition: Edition
  withheld: readonly Withheld[]
  entry: EntryOfEdition | null
  baseUrl: string
  house: string
}

/** In English, for programs and researchers everywhere; the page says the same in the reader's language. */
const WHY: Readonly<Record<Withheld['what'], string>> = {
  words: 'The notice the answers were given under publishes no words; their themes are here.',
  screened:
    'Phone numbers, addresses or names were found in the words, and a person has not decided or has decided against.',
  held: 'Held or removed by the rules of moderation.',
  withdrawn: 'Taken back by their authors.',
  twins: 'The same answer by a second route; it counts once.',
  'small-cells': 'However coarsely described, fewer than five rows would look the same.',
  names: 'Who answered is not published.',
  times: 'When each answer came is not published.',
}

/** A Tabular Data Package (Frictionless Data Package v1 with Table Schema): what stands in the files, under which licence, with which hash. */
export function dataPackage({ call, edition, withheld, entry, baseUrl, house }: Packing) {
  const url = `${baseUrl}/calls/${call.number}`
  return {
    profile: 'tabular-data-package',
    name: `call-${call.number}`,
    id: `${url}/data`,
    title: call.title,
    description: call.about,
    version: `${edition.number}.0.0`,
    created: isoSecond(edition.publishedAt),
    homepage: `${url}/result`,
    licenses: [
      {
        name: 'ODC-By-1.0',
        path: 'https://opendatacommons.org/licenses/by/1-0/',
        title: 'Open Data Commons Attribution License 1.0',
      },
    ],
    sources: [{ title: `Answers to the call "${call.title}" of ${call.body.name}, ${house}`, path: url }],
    contributors: [{ title: `${call.body.name}, ${house}`, role: 'publisher' }],
    resources: [
      {
        profile: 'tabular-data-resource',
        name: 'answers',
        path: 'answers.csv',
        format: 'csv',
        mediatype: 'text/csv',
        encoding: 'utf-8',
        dialect: { delimiter: ',', lineTerminator: '\r\n', header: true },
        bytes: edition.datasetBytes,
        hash: `sha256:${edition.datasetSha256}`,
        schema: { fields: columnsOf(call.questions), primaryKey: 'row', missingValues: [''] },
      },
    ],
    folkmoot: {
      format: 'call-dataset/1',
      call: call.number,
      edition: edition.number,
      rows: edition.datasetRows,
      entry,
      receipt: `${baseUrl}/receipts/${call.number}.json`,
      questions: call.questions.map(({ place, kind, wording, options }) => ({
        place,
        kind,
        wording,
        options: options.map((option) => ({ place: option.place, wording: option.wording })),
      })),
      withheld: withheld.map(({ what, count, reviewOn }) => ({
        what,
        answers: count,
        why: WHY[what],
        review_on: reviewOn,
      })),
    },
  }
}

/** figures.json: what the result page says, with the edition it belongs to. */
export function resultFile({
  call,
  edition,
  figures,
}: {
  call: Call
  edition: Edition
  figures: CallFigures | null
}) {
  return {
    format: 'call-figures/1',
    call: call.number,
    edition: edition.number,
    dataset_sha256: edition.datasetSha256,
    dataset_rows: edition.datasetRows,
    figures,
  }
}
