import { directionOf } from '#core/i18n/languages.ts'
import type { Translate } from '#core/i18n/translate.ts'
import { Mark } from '#ui/mark/mark.tsx'
import { Item } from '#ui/ruled-list/ruled-list.tsx'
import type { Gathering } from '../find-gathering.ts'
import { KIND_WORDS } from '../gathering-kinds.ts'
import { whenWords } from '../local-time.ts'
import { m } from '../messages.ts'

/** "Listening event"; the kind itself for one that a later slice made. */
export function kindWords(t: Translate, kind: string): string {
  return Object.hasOwn(KIND_WORDS, kind) ? t(KIND_WORDS[kind as keyof typeof KIND_WORDS]) : kind
}

/** One gathering in a list. */
export function GatheringItem({ t, gathering }: { t: Translate; gathering: Gathering }) {
  const { number, kind, title, language, unitName, address, peopleThere, cancelledReason } = gathering
  const where = address.split('\n')[0] || t(m.online)
  return (
    <Item
      kind={kindWords(t, kind)}
      title={{ words: title, href: `/gatherings/${number}`, lang: language, dir: directionOf(language) }}
      mark={cancelledReason === null ? undefined : <Mark status="withdrawn">{t(m.calledOff)}</Mark>}
      facts={[
        whenWords(t, gathering),
        <bdi>{where}</bdi>,
        unitName,
        ...(peopleThere === null ? [] : [t(m.peopleThere, { count: peopleThere })]),
      ]}
    />
  )
}
