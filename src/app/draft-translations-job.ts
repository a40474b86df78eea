import type { Config } from '#core/config/config.ts'
import type { Job } from '#core/slice/define-slice.ts'
import { draftByMachine } from '#ground/translations/draft-by-machine.ts'

/** Drafts of public words by the machine that is configured; without one nothing leaves the house. */
export function draftTranslationsJob({
  translateUrl,
  translateKey,
}: Pick<Config, 'translateUrl' | 'translateKey'>): Job {
  return {
    name: 'draft-translations',
    everySeconds: 30,
    async run(house) {
      if (translateUrl === undefined) return
      const drafted = await draftByMachine(house, { url: translateUrl, key: translateKey ?? null })
      if (drafted > 0) house.log.info({ drafted }, 'a machine drafted translations')
    },
  }
}
