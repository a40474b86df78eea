import { type SeededRandom, seededRandom } from './seeded-random.ts'

/** An answer made for trials, with what it is about. */
export interface PlantedAnswer {
  text: string
  topic: string
}

/** What people might say of six matters, in pieces that go together in any combination. */
const TOPICS: Readonly<Record<string, readonly [readonly string[], readonly string[]]>> = {
  buses: [
    [
      'The last bus leaves at six',
      'Our village has no bus on Sundays',
      'Bus fares went up again',
      'The timetable changes every month',
    ],
    [
      'so night workers walk home',
      'and older people miss the surgery',
      'while the drivers are blamed',
      'and nobody asks the passengers',
    ],
  ],
  housing: [
    [
      'Rents rise faster than wages',
      'Young families cannot find a flat',
      'Landlords leave mould in the bedrooms',
      'Empty houses stand in every street',
    ],
    [
      'so build council homes',
      'and tenants are afraid to complain',
      'while developers sit on land',
      'and the deposit takes ten years to save',
    ],
  ],
  dentists: [
    [
      'No dentist here takes new patients',
      'I pulled out my own tooth',
      'Children wait two years for a check-up',
      'The dental practice went private',
    ],
    [
      'so people drive to another county',
      'and the pain keeps us from work',
      'while fillings cost a week of pay',
      'and the emergency clinic is full',
    ],
  ],
  rivers: [
    [
      'Sewage pours into the river',
      'The water company dumps waste at night',
      'We used to swim below the weir',
      'Fish are dying by the bridge',
    ],
    [
      'so fine the directors',
      'and anglers have stopped coming',
      'while bills for water climb',
      'and the pollution is never measured',
    ],
  ],
  schools: [
    [
      'Teachers leave after two years',
      'Classes of thirty-five are too large',
      'The classroom roof leaks',
      'Pupils with special needs wait for help',
    ],
    [
      'so pay school staff properly',
      'and parents buy the pencils',
      'while inspectors count paper',
      'and lessons are given by agency people',
    ],
  ],
  shops: [
    [
      'Half the high street is boarded up',
      'Business rates kill small shops',
      'The post office closed in spring',
      'The bank left the market square',
    ],
    [
      'so let start-ups have them cheaply',
      'and the bakery is next',
      'while warehouses pay nothing',
      'and cash is hard to get',
    ],
  ],
}

/** `count` answers, about each topic in turn, the same for the same seed. Wordings repeat only by chance. */
export function plantedAnswers(count: number, seed = '1'): PlantedAnswer[] {
  const random = seededRandom(`planted ${seed}`)
  const names = Object.keys(TOPICS)
  return Array.from({ length: count }, (_, at) => {
    const topic = names[at % names.length] ?? ''
    const [openings, endings] = TOPICS[topic] ?? [[], []]
    const place = `${pick(NAMES, random)}${pick(ENDINGS, random)}`
    return { topic, text: `${pick(openings, random)} in ${place} ${pick(endings, random)}.` }
  })
}

const NAMES = [
  'Ash',
  'Birk',
  'Carl',
  'Dun',
  'Elm',
  'Farn',
  'Glen',
  'Hart',
  'Kirk',
  'Lang',
  'Mill',
  'Nor',
  'Oak',
  'Pen',
  'Rush',
  'Stan',
  'Thorn',
  'Wood',
]
const ENDINGS = [
  'bourne',
  'bury',
  'by',
  'combe',
  'dale',
  'ey',
  'field',
  'ford',
  'ham',
  'hurst',
  'ley',
  'mere',
  'stead',
  'thorpe',
  'ton',
  'wick',
  'worth',
]

function pick<Item>(items: readonly [Item, ...Item[]] | readonly Item[], random: SeededRandom): Item {
  const item = items[Math.floor(random() * items.length)]
  if (item === undefined) throw new RangeError('Nothing to pick from.')
  return item
}

export type Slip = 'typing' | 'order' | 'case'

/** The same answer as a hurried person might send it again. */
export function slipOf(text: string, slip: Slip, random: SeededRandom): string {
  if (slip === 'case') return random() < 0.5 ? text.toUpperCase() : text.toLowerCase()
  if (slip === 'typing') return mistyped(text, 1 + Math.floor(random() * 2), random)
  const words = text.split(' ')
  for (let at = words.length - 1; at > 0; at--) {
    const other = Math.floor(random() * (at + 1))
    const [one, two] = [words[at] ?? '', words[other] ?? '']
    words[at] = two
    words[other] = one
  }
  return words.join(' ')
}

function mistyped(text: string, errors: number, random: SeededRandom): string {
  const letters = [...text]
  for (let error = 0; error < errors; error++) {
    const places = [...letters.keys()].filter((at) => /[a-z]/i.test(letters[at] ?? ''))
    const at = pick(places, random)
    const letter = String.fromCharCode(97 + Math.floor(random() * 26))
    const kind = Math.floor(random() * 4)
    if (kind === 0) letters[at] = letter
    else if (kind === 1) letters.splice(at, 1)
    else if (kind === 2) letters.splice(at, 0, letter)
    else letters.splice(at, 2, letters[at + 1] ?? '', letters[at] ?? '')
  }
  return letters.join('')
}
