import { addDays } from '#core/time/days.ts'
import { makeForm } from '#ground/forms/make-form.ts'
import type { FormName } from '#ground/forms/messages.ts'
import { requestForm } from '../../listen/form-requests/index.ts'
import type { Play } from './play-timeline.ts'
import { placeOf } from './settled.ts'

/** The story that everybody looks at first, and who reads out what for whom. */
const KEY = 'damp'
const DAMP = 'Give every private tenant a damp inspection within 14 days'

const EASY_READ = `## What this is about

Many rented homes are **damp**. Damp means the wall is wet.

Damp makes people ill. Children cough.

## What Nasreen asks for

The council should come **within 14 days**.

The council should look at the wall.

The council should **write down** what it sees.

## Why

Then it is a fact. Then it is not only one person’s word against another’s.`

const MADE: { form: FormName; day: number; language: string; caption: string; words: string }[] = [
  {
    form: 'easy-read',
    day: -30,
    language: 'en',
    caption: 'Written and tried out by four members of the Access Panel',
    words: EASY_READ,
  },
]

/** One form that was made and stands beside its text, and one that was asked for and is awaited. */
export function formDeeds(play: Play) {
  if (!play.movement.submissions.some(({ key }) => key === KEY)) return []
  const noon = (day: number) => new Date(addDays(play.today, day).getTime() - 3_600_000)
  return [
    ...MADE.map((made) => ({ at: noon(made.day), happen: (at: Date) => add(play, { made, at }) })),
    { at: noon(-3), happen: (at: Date) => ask(play, at) },
  ]
}

async function add({ settled, house }: Play, { made, at }: { made: (typeof MADE)[number]; at: Date }) {
  const { form, language, caption, words } = made
  const matter = await dampIn({ settled, house })
  if (!matter) return
  await makeForm(house.db, {
    form: {
      text: { ...matter, sort: 'matter' },
      form,
      language,
      caption,
      words,
      href: null,
      files: [],
      by: placeOf(settled.people, 'femi').id,
    },
    once: { key: null, asker: 'demonstration', request: null, now: at },
    told: () => ({ reason: `It is there now: /forms/${matter.number}`, language: 'en' }),
  })
}

async function ask({ settled, house }: Play, at: Date): Promise<void> {
  const matter = await dampIn({ settled, house })
  if (!matter) return
  await requestForm(house.db, {
    request: {
      text: { id: matter.id, sort: 'matter' },
      form: 'sign-language',
      language: 'bfi',
      title: `Sign language video, with captions of ${matter.number}`,
      words: `Somebody asks for “${DAMP}” (${matter.number}) in another form: Sign language video, with captions. Language: British Sign Language.`,
      said: 'en',
      body: placeOf(settled.bodies, 'front-desk'),
      author: { authorship: 'anonymous' },
    },
    once: { key: 'demonstration:form-request', asker: 'anyone', request: null, now: at },
    secret: house.house.secret,
  })
}

async function dampIn({ settled, house }: Pick<Play, 'settled' | 'house'>) {
  const number = settled.numbers.get(KEY)
  if (number === undefined) return undefined
  return house.db
    .selectFrom('matters')
    .select(['id', 'number'])
    .where('number', '=', number)
    .executeTakeFirst()
}
