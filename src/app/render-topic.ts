import type { Db } from '#core/db/connect.ts'
import type { Translators } from '#core/i18n/load-catalogues.ts'
import type { RenderTopic } from '#core/live/hub.ts'
import type { Slice } from '#core/slice/define-slice.ts'
import type { Clock } from '#core/time/clock.ts'

interface Parts {
  db: Db
  clock: Clock
  translators: Translators
  slices: readonly Slice[]
}

/** Finds the slice whose live topic it is (`story:2417`) and has it render the fragment for everybody. */
export function renderTopic({ db, clock, translators, slices }: Parts): RenderTopic {
  const renderers = new Map(slices.flatMap((slice) => Object.entries(slice.live ?? {})))
  return async (topic, language) => {
    const [sort = '', key = ''] = topic.split(':')
    const render = renderers.get(sort)
    return render ? render({ db, now: clock.now(), t: translators.for(language), key }) : null
  }
}
