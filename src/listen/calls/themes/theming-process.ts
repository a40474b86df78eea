import { setPriority } from 'node:os'
import { cld3Detector } from '#methods/themes/cld3-detector.ts'
import { findThemes } from '#methods/themes/find-themes.ts'
import { languagesOf } from '#methods/themes/language-of-answers.ts'
import { packSpace } from '#methods/themes/theme-space.ts'
import { withCodes } from '#methods/themes/with-codes.ts'
import type { ToBeThemed, Told } from './theming-messages.ts'

/**
 * Run as a process of its own, so that neither the pages nor the other jobs wait for it or share its memory: takes texts, tells
 * how far it is, gives themes, and ends. It ends with its parent, too.
 */
// Pages and other jobs come first where processors are few.
setPriority(5)
process.once('disconnect', () => process.exit(1))
process.once('message', (asked: ToBeThemed) => {
  theme(asked).then(
    (told) => process.send?.(told, () => process.exit(0)),
    (error: unknown) => {
      const why = error instanceof Error ? (error.stack ?? error.message) : String(error)
      process.send?.({ kind: 'failed', why } satisfies Told, () => process.exit(0))
    },
  )
})

async function theme({ texts, languages: given, stances, sentiments, seed }: ToBeThemed): Promise<Told> {
  const languages = await toldLanguages(texts, given)
  const found = await findThemes(texts, { seed, languages, describe: true, onStage: tell })
  tell('coded', 0.94)
  const coded = withCodes(found, { texts, languages, stances, sentiments, coders: [] })
  const { described = [], ...rest } = coded
  const spaces = described.map(({ space, ...part }) => ({ ...part, space: packSpace(space) }))
  const { user, system } = process.cpuUsage()
  return { kind: 'found', found: rest, spaces, processor: Math.round((user + system) / 1e5) / 10 }
}

function tell(stage: string, share: number): void {
  process.send?.({ kind: 'stage', stage, share } satisfies Told)
}

/** What people said of their words' language counts; where they said nothing it is told from the words. */
async function toldLanguages(texts: string[], given: string[]): Promise<string[]> {
  if (given.every((language) => language !== '' && language !== 'und')) return given
  const detected = languagesOf(texts, await cld3Detector())
  return given.map((language, at) => (language && language !== 'und' ? language : (detected[at] ?? 'und')))
}
