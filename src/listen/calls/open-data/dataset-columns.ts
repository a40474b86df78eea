import type { Question } from '../call.ts'

/** A column of answers.csv, as Table Schema (Frictionless, v1) describes it. */
export interface Column {
  name: string
  type: 'string' | 'integer' | 'boolean'
  description: string
  constraints?: Readonly<Record<string, unknown>>
}

/** Stand in English for programs and researchers everywhere; docs/formats/call-dataset.md says more. */
const ABOUT_THE_ANSWER: readonly Column[] = [
  {
    name: 'row',
    type: 'integer',
    description: 'Place in this dataset; says nothing of when the answer came.',
    constraints: { required: true, unique: true, minimum: 1 },
  },
  {
    name: 'answer',
    type: 'integer',
    description: 'Public number of the answer, where its words are published; empty otherwise.',
  },
  {
    name: 'route',
    type: 'string',
    description: 'How it came; empty where saying so would single somebody out.',
  },
  { name: 'language', type: 'string', description: 'BCP 47; empty likewise.' },
  { name: 'standing', type: 'string', description: 'member, not-member or unknown; empty likewise.' },
  {
    name: 'nation',
    type: 'string',
    description: 'Slug of the nation it was given for; empty where none was, or likewise.',
  },
  { name: 'region', type: 'string', description: 'Slug of the region; empty likewise.' },
  {
    name: 'is_from_office_holder',
    type: 'boolean',
    description: 'Weighs the same; empty where saying so would single somebody out.',
  },
]

/** The columns of one call: what is known of each answer, then question by question. */
export function columnsOf(questions: readonly Question[]): Column[] {
  return [...ABOUT_THE_ANSWER, ...questions.flatMap(columnsOfQuestion)]
}

function columnsOfQuestion({ place, kind, wording, options }: Question): Column[] {
  if (kind === 'open')
    return [
      {
        name: wordsColumn(place),
        type: 'string',
        description: `The words answered to "${wording}", where they are published; parts a person masked stand as their kind in square brackets.`,
      },
      {
        name: themesColumn(place),
        type: 'string',
        description:
          'Public numbers of the themes they are in, with a blank between them; /themes/<number> says more.',
      },
    ]
  return options.map((option) => ({
    name: optionColumn(place, option.place),
    type: 'integer' as const,
    description:
      kind === 'choice'
        ? `"${wording}": 1 where "${option.wording}" was chosen.`
        : `"${option.wording}": 1 agree, -1 disagree, 0 pass; empty where nothing was said.`,
    constraints: { enum: kind === 'choice' ? [1] : [-1, 0, 1] },
  }))
}

export const wordsColumn = (place: number) => `q${place}_words`
export const themesColumn = (place: number) => `q${place}_themes`
export const optionColumn = (place: number, option: number) => `q${place}_option${option}`
