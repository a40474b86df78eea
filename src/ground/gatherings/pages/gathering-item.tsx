import { directionOf } from '#core/i18n/languages.ts'
import type { Translate } from '#core/i18n/translate.ts'
import { titleFact } from '#ground/translations/pages/translated.tsx'
import { Mark } from '#ui/mark/mark.tsx'
import { Item } from '#ui/ruled-list/ruled-list.tsx'
import { FEWEST_TOLD } from '../count-people.ts'
import type { ReadGathering } from '../gathering-in-language.ts'
import { KIND_WORDS } from '../gathering-kinds.ts'
import { whenWords } from '../local-time.ts'
import { m } from '../messages.ts'

/** "Listening event"; the kind itself for one that a later slice made. */
export function kindWords(t: Translate, kind: string): string {
  return Object.hasOwn(KIND_WORDS, kind) ? t(KIND_WORDS[kind as keyof typeof KIND_WORDS]) : kind
}

/** "34 people were there"; of a handful it says no more than that. */
export function headcountWords(t: Translate, people: number): string {
  return people < FEWEST_TOLD ? t(m.fewThere) : t(m.peopleThere, { count: people })
}

/** One gathering in a list. */
export function GatheringItem({ t, gathering }: { t: Translate; gathering: ReadGathering }) {
  const { number, kind, title, language, unitName, address, peopleThere, cancelledReason } = gathering
  const { translatedFrom, moreTimes } = gathering
  const where = address.split('\n')[0] || t(m.online)
  return (
    <Item
      kind={kindWords(t, kind)}
      title={{ words: title, href: `/gatherings/${number}`, lang: language, dir: directionOf(language) }}
      mark={cancelledReason === null ? undefined : <Mark status="withdrawn">{t(m.calledOff)}</Mark>}
      facts={[
        whenWords(t, gathering),
        ...(moreTimes
          ? [<a href={`/gatherings/${number}#times`}>{t(m.moreTimes, { count: moreTimes })}</a>]
          : []),
        <bdi>{where}</bdi>,
        unitName,
        ...(translatedFrom ? [titleFact(t, translatedFrom, translatedFrom.language)] : []),
        ...(peopleThere === null ? [] : [headcountWords(t, peopleThere)]),
      ]}
    />
  )
}
