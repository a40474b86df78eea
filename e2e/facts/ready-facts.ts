import type { DemoHouse } from '../open-demo.ts'
import { post } from './asking.ts'
import { type Calls, callsOf } from './calls.ts'
import { type Cases, casesOf, decideACase } from './cases.ts'
import { announceSeries, type Gatherings, gatheringsOf } from './gatherings.ts'
import { tokenIn } from './letters.ts'
import { handIn, type Stories, storiesOf } from './stories.ts'
import { type Translated, translatedOf } from './translations.ts'

/** Numbers and handles of the demonstration that the scenes are about. */
export interface Facts extends Stories, Cases {
  withheld: number
  mine: { number: number; key: string }
  throttled: number
  unit: string
  gatherings: Gatherings
  /** One that comes again. */
  series: number
  translated: Translated
  calls: Calls
  followToken: string
  signInToken: string
}

/** Finds them in the demonstration, and does what it lacks: a hand-in with its key, letters with their links, a lock. */
export async function readyFacts(house: DemoHouse): Promise<Facts> {
  const { db } = house
  const mine = await handIn(house, 'A roof over every bus stop', 'anonymous')
  const throttled = await handIn(house, 'A clock at every bus stop', 'anonymous')
  for (let tries = 0; tries < 11; tries += 1)
    await post(house, `/receipts/${throttled.number}`, { key: mine.key })
  await post(house, '/sign-in', { email: 'harpreet@example.org' })
  await decideACase(house, (await handIn(house, 'Your bus is a joke and so are you', 'anonymous')).number)
  const stories = await storiesOf(db)
  await post(house, '/following', { matter: String(stories.overdue), email: 'reader@example.org' })
  await house.runJobs()
  return {
    ...stories,
    ...(await casesOf(db)),
    mine,
    throttled: throttled.number,
    withheld: (await handIn(house, 'A bench that is not wet', 'withheld', 'housing')).number,
    unit: 'millbrook',
    gatherings: await gatheringsOf(db),
    series: await announceSeries(house),
    translated: await translatedOf(db),
    calls: await callsOf(house),
    followToken: await tokenIn(db, 'following', 'reader@example.org'),
    signInToken: await tokenIn(db, 'sign-in', 'harpreet@example.org'),
  }
}
