import { expect, test } from 'vitest'
import { findNearDuplicates } from '#methods/themes/near-duplicates.ts'
import { type Likely, MOST_ALIKE, pairTwins } from './pair-twins.ts'

const LONG = 'Our village has had no bus after six since last winter'
const answer = (id: string, words: string, ...signs: string[]): Likely => ({ id, words, signs })
const pairs = (answers: Likely[]) =>
  pairTwins(answers, [...findNearDuplicates(answers.map(({ words }) => words))]).map(
    ({ earlierId, laterId, likeness }) => `${earlierId}${laterId} ${likeness}`,
  )

test('the same words with a slip, and the same sender, are offered; what is said by chance is not', () => {
  expect(pairs([answer('a', LONG), answer('b', `${LONG.toUpperCase()}!`)])).toEqual(['ab 0.8'])
  expect(pairs([answer('a', 'More buses please'), answer('b', 'more buses, please')])).toEqual([])
  expect(pairs([answer('a', 'More buses', 'x'), answer('b', 'Fewer cars', 'x')])).toEqual(['ab 0.5'])
  expect(pairs([answer('a', LONG, 'x'), answer('b', LONG, 'x')])).toEqual(['ab 1'])
})

test('two different earlier ones are two offers', () => {
  expect(pairs([answer('a', LONG), answer('b', 'Trams', 'x'), answer('c', LONG, 'x')])).toEqual([
    'ac 0.8',
    'bc 0.5',
  ])
})

test('a campaign in one wording is many people', () => {
  const campaign = Array.from({ length: MOST_ALIKE + 1 }, (_, at) => answer(String(at), LONG))
  expect(pairs(campaign)).toEqual([])
  expect(pairs(campaign.slice(1))).toHaveLength(MOST_ALIKE - 1)
})
