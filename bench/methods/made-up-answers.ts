import { type SeededRandom, seededRandom } from '#methods/themes/seeded-random.ts'

/** Answers of 6 to 18 made-up words: six in ten from one of 60 topics, the rest from the words that all share. */
export function madeUpAnswers(count: number): string[] {
  const random = seededRandom('made up')
  const words = Array.from({ length: 12_000 }, () => madeUpWord(random))
  return Array.from({ length: count }, () => {
    const topic = 300 + 195 * Math.floor(60 * random() ** 1.5)
    const length = 6 + Math.floor(13 * random())
    const one = () => words[random() < 0.6 ? topic + rare(195, random) : rare(300, random)]
    return Array.from({ length }, one).join(' ')
  })
}

/** A number below `limit`, small ones much oftener than large ones, as with words. */
function rare(limit: number, random: SeededRandom): number {
  return Math.floor(limit ** random()) - 1
}

function madeUpWord(random: SeededRandom): string {
  const letter = (letters: string) => letters[Math.floor(random() * letters.length)] ?? ''
  return Array.from(
    { length: 2 + Math.floor(3 * random()) },
    () => letter('bcdfghklmnprstvwz') + letter('aeiou'),
  ).join('')
}
