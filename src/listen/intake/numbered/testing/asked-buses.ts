import type { Asked, AskedQuestion } from '../asked.ts'
import { fold } from '../fold.ts'
import { readNumbered } from '../read-numbered.ts'

const folded = (...wordings: string[]) => wordings.map((one) => fold(one).text)
const option = (question: number, place: number, wordings: string[]) => ({
  id: `o${question}${place}`,
  place,
  wordings: folded(...wordings),
})
const question = (
  place: number,
  kind: AskedQuestion['kind'],
  wordings: string[],
  options: string[][] = [],
) => ({
  id: `q${place}`,
  place,
  kind,
  mostChoices: 2,
  wordings: folded(...wordings),
  options: options.map((words, at) => option(place, at + 1, words)),
})

const marks = (list: string, mark: -1 | 0 | 1) => folded(...list.split(',')).map((words) => ({ words, mark }))
/** A call of four questions, as it is known in English, Urdu, Welsh and Polish. */
export const asked: Asked = {
  questions: [
    question(1, 'open', ['What is the trouble with buses?', 'بسوں میں کیا مسئلہ ہے؟']),
    question(
      2,
      'choice',
      ['When would you ride?'],
      [
        ['Mornings', 'صبح', 'Boreau', 'Rano'],
        ['Evenings', 'شام', 'Gyda’r nos', 'Wieczorem'],
        ['Sundays', 'اتوار', 'Dydd Sul', 'W niedzielę'],
      ],
    ),
    question(
      3,
      'statements',
      ['Do you agree?'],
      [
        ['Buses should be free', 'بسیں مفت ہوں'],
        ['Buses should run at night', 'بسیں رات کو چلیں'],
      ],
    ),
    question(4, 'place', ['Which place is this about?']),
  ],
  marks: [
    ...marks('do not agree,disagree,no,n,👎,متفق نہیں,nie,nie zgadzam się,anghytuno', -1),
    ...marks('agree,yes,y,+,👍,متفق,ہاں,tak,zgadzam się,cytuno', 1),
    ...marks('pass,no opinion,skip,کوئی رائے نہیں,pomijam', 0),
  ].toSorted((a, b) => b.words.length - a.words.length),
  labels: folded('question', 'q', 'سوال', 'pytanie'),
}

/** By question: words, letters chosen, stances, a place; and what was left. */
export function readShort(text: string) {
  const { words, marks, place, unread, beside } = readNumbered(text, asked)
  return {
    ...(words.length > 0 && { 1: words.map((one) => one.words).join('|') }),
    ...(marks.some(({ optionId }) => optionId.startsWith('o2')) && {
      2: marks
        .filter(({ optionId }) => optionId.startsWith('o2'))
        .map(({ optionId }) => 'abc'[Number(optionId[2]) - 1])
        .toSorted()
        .join(''),
    }),
    ...(marks.some(({ optionId }) => optionId.startsWith('o3')) && {
      3: marks
        .filter(({ optionId }) => optionId.startsWith('o3'))
        .map(
          ({ optionId, mark }) =>
            `${'ab'[Number(optionId[2]) - 1]}${mark === 1 ? '+' : mark === 0 ? '0' : '-'}`,
        )
        .toSorted()
        .join(''),
    }),
    ...(place && { 4: place.name }),
    ...(unread.length > 0 && { unread: unread.map(({ place, why }) => `${place} ${why}`).join() }),
    ...(beside !== '' && { beside }),
  }
}
