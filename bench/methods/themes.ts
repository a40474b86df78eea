import { cld3Detector } from '#methods/themes/cld3-detector.ts'
import { englishVectors } from '#methods/themes/english-vectors.ts'
import { findThemes } from '#methods/themes/find-themes.ts'
import { languagesOf } from '#methods/themes/language-of-answers.ts'
import { measuredNames } from '#methods/themes/measured-names.ts'
import { adjustedMutualInformation } from '#methods/themes/mutual-information.ts'
import { findNearDuplicates } from '#methods/themes/near-duplicates.ts'
import { type Slip, slipOf } from '#methods/themes/planted-answers.ts'
import { seededRandom } from '#methods/themes/seeded-random.ts'
import { f1ByTheme } from '#methods/themes/theme-agreement.ts'
import {
  type CodedAnswer,
  gamblingAnswers,
  hasTexts,
  petitionTitles,
  themefinderAnswers,
} from '#methods/themes/themefinder-set.ts'
import type { ThemesFound } from '#methods/themes/themes-found.ts'
import { corpusVectors, type VectorChoice } from '#methods/themes/vectors.ts'
import { madeUpAnswers } from './made-up-answers.ts'

export interface Measurement {
  task: string
  measured: string
  aim: string
}

/** Answers coded by hand for the slower vectors: enough to compare, few enough to wait for. */
const ANSWERS_FOR_ENGLISH = 200
const SLIPS: readonly Slip[] = ['typing', 'order', 'case']

/** Every figure of the method: on published texts where they are at hand, and on made-up answers for scale. */
export async function measure(): Promise<Measurement[]> {
  const agreement = hasTexts ? [...(await agreements()), stance(), ...(await petitions())] : []
  const memory = `${Math.round(process.resourceUsage().maxRSS / 1024)} MB`
  const task = 'greatest memory of this process so far, with whatever was measured before'
  const greatest = { task, measured: memory, aim: '1.5 GB' }
  return [...agreement, greatest, ...(await scale())]
}

async function agreements(): Promise<Measurement[]> {
  const coded = themefinderAnswers()
  const english = await englishVectors()
  return [
    await agreement('themefinder, 1,000 answers', coded, corpusVectors),
    await agreement(
      `themefinder, first ${ANSWERS_FOR_ENGLISH}`,
      coded.slice(0, ANSWERS_FOR_ENGLISH),
      corpusVectors,
    ),
    await agreement(
      `themefinder, first ${ANSWERS_FOR_ENGLISH}`,
      coded.slice(0, ANSWERS_FOR_ENGLISH),
      english,
    ),
    await agreement('gambling XS, question 1', gamblingAnswers(1), corpusVectors),
    await agreement('gambling XS, question 1', gamblingAnswers(1), english),
    await agreement('gambling XS, question 2', gamblingAnswers(2), corpusVectors),
    await agreement('gambling XS, question 2', gamblingAnswers(2), english),
  ]
}

async function agreement(
  name: string,
  coded: readonly CodedAnswer[],
  vectors: VectorChoice,
): Promise<Measurement> {
  const found = await findThemes(
    coded.map(({ text }) => text),
    { vectors },
  )
  const first = found.answers.map(({ themes }) => themes[0])
  const alone = [...coded.keys()].filter((at) => coded[at]?.labels.length === 1)
  const information = adjustedMutualInformation(
    alone.map((at) => coded[at]?.labels[0]),
    alone.map((at) => first[at]),
  )
  const { macro, micro } = f1ByTheme(
    coded.map(({ labels }) => labels),
    found.answers.map(({ themes }) => themes),
  )
  const figures = `AMI ${information.toFixed(3)} (${alone.length} with one theme), F1 ${macro.toFixed(3)}, micro ${micro.toFixed(3)}`
  return {
    task: `${name}, ${vectors.name} vectors`,
    measured: `${figures}; ${story(found)}`,
    aim: 'reported',
  }
}

function story({ stability }: ThemesFound): string {
  const [{ seeds, samples } = { seeds: 1, samples: 1 }] = stability
  return `started elsewhere ${seeds}, four in five ${samples}`
}

function stance(): Measurement {
  const coded = themefinderAnswers()
  const { measured } = measuredNames(
    coded.map(({ text }) => text),
    coded.map(({ position }) => position),
    coded.map(() => 'en'),
  )
  const [{ accuracy, interval, always } = { accuracy: 0, interval: [0, 0], always: 0 }] = measured
  const figures = `${accuracy} (${interval?.join(' to ')}), always the commonest ${always}`
  return { task: 'themefinder, stance, ten folds', measured: figures, aim: 'reported' }
}

async function petitions(): Promise<Measurement[]> {
  const titles = petitionTitles()
  const detect = await cld3Detector()
  const all = stopwatch()
  const languages = languagesOf(titles, detect)
  const told = all()
  const found = await findThemes(titles, { languages })
  const done = all()
  const english = languages.filter((language) => language === 'en').length
  const name = `${titles.length.toLocaleString('en')} petition titles`
  return [
    {
      task: `${name}: languages (${english} told as English)`,
      measured: shown(told),
      aim: '',
    },
    { task: `${name}: languages, duplicates, themes`, measured: shown(done), aim: '60 s' },
    { task: `${name}: does the story hold`, measured: story(found), aim: 'reported' },
    await afresh(name, titles, found),
    planted(titles),
  ]
}

/** The same of four titles in five, everything anew: duplicates, words, vectors, themes; and with another seed. */
async function afresh(
  name: string,
  titles: readonly string[],
  { answers }: ThemesFound,
): Promise<Measurement> {
  const rows = [...titles.keys()].filter((row) => row % 5 !== 2)
  const part = await findThemes(
    rows.map((row) => titles[row] ?? ''),
    { seed: 'another' },
  )
  const agreed = adjustedMutualInformation(
    part.answers.map(({ themes }) => themes[0]),
    rows.map((row) => answers[row]?.themes[0]),
  )
  return { task: `${name}: four in five, everything anew`, measured: agreed.toFixed(3), aim: 'reported' }
}

function planted(titles: readonly string[]): Measurement {
  const random = seededRandom('slips')
  const own = findNearDuplicates(titles)
  const base = titles.filter((_, at) => own[at] === at)
  const from = Array.from({ length: 3_000 }, () => Math.floor(random() * base.length))
  const copies = from.map((at, n) => slipOf(base[at] ?? '', SLIPS[n % SLIPS.length] ?? 'case', random))
  const leaders = findNearDuplicates([...base, ...copies])
  const source = [...base.keys(), ...from]
  const joined = [...leaders.keys()].filter((at) => leaders[at] !== at)
  const right = joined.filter((at) => source[at] === source[leaders[at] ?? 0]).length
  const recall = from.filter((at, n) => leaders[base.length + n] === leaders[at]).length / from.length
  const figures = `recall ${recall.toFixed(3)}, precision ${(right / joined.length).toFixed(4)}`
  return { task: '3,000 planted near-duplicates among the titles', measured: figures, aim: '0.95, 0.99' }
}

async function scale(): Promise<Measurement[]> {
  const small = await timeThemes(40_000)
  const large = await timeThemes(400_000)
  const times = (large.processor / small.processor).toFixed(1)
  return [
    { task: '40,000 made-up answers', measured: shown(small), aim: '' },
    { task: '400,000 made-up answers', measured: `${shown(large)}, ${times} times`, aim: '12 times' },
  ]
}

async function timeThemes(count: number): Promise<Timing> {
  const texts = madeUpAnswers(count)
  const end = stopwatch()
  await findThemes(texts)
  return end()
}

interface Timing {
  processor: number
  wall: number
}

function stopwatch(): () => Timing {
  const [startedAt, before] = [performance.now(), process.cpuUsage()]
  return () => {
    const { user, system } = process.cpuUsage(before)
    return { processor: (user + system) / 1e6, wall: (performance.now() - startedAt) / 1000 }
  }
}

function shown({ processor, wall }: Timing): string {
  return `${processor.toFixed(1)} s of processor (${wall.toFixed(1)} s by the clock)`
}

if (import.meta.main) {
  for (const { task, measured, aim } of await measure())
    console.log(`${task}\n    ${measured}${aim ? `   (aim ${aim})` : ''}`)
}
