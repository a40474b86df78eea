import { directionOf } from '#core/i18n/languages.ts'
import type { Translate } from '#core/i18n/translate.ts'
import { CustodyMark, EndingMark } from '#ground/matters/pages/story-state.tsx'
import { titleFact } from '#ground/translations/pages/translated.tsx'
import type { TranslatedTitle } from '#ground/translations/translations-of.ts'
import { Item } from '#ui/ruled-list/ruled-list.tsx'
import type { Listed } from '../asked-submissions.ts'
import { KIND_MESSAGES, m } from '../messages.ts'

export interface ListedItemProps {
  t: Translate
  now: Date
  submission: Listed
  /** Its title in the reader's language, where there is one. */
  translated?: TranslatedTitle
}

/** One submission in a list: its words first, its mark and who has it after. */
export function ListedItem({ t, now, submission, translated }: ListedItemProps) {
  const { number, title, language, openedAt, receivedAt, dueAt, consideredAt, bodyName, closingOutcome } =
    submission
  const custody = receivedAt && dueAt ? { receivedAt, dueAt, consideredAt } : null
  return (
    <Item
      kind={kindAndNumber(t, submission)}
      title={{
        words: translated?.title ?? title ?? t(m.untitled),
        href: `/submissions/${number}`,
        lang: translated ? t.language : language,
        dir: directionOf(translated ? t.language : language),
      }}
      mark={
        custody ? (
          <CustodyMark t={t} now={now} custody={custody} />
        ) : (
          <EndingMark t={t} closingOutcome={closingOutcome} />
        )
      }
      facts={[
        bodyName && t(m.withTheBody, { body: bodyName }),
        t(m.handedInOn, { day: t.day(openedAt) }),
        translated ? titleFact(t, translated, language) : null,
      ].filter((fact) => fact !== null)}
    />
  )
}

/** "Motion 2417". */
export function kindAndNumber(t: Translate, { kind, number }: Pick<Listed, 'kind' | 'number'>): string {
  const isKnown = Object.hasOwn(KIND_MESSAGES, kind)
  return t(m.storyNumber, {
    kind: isKnown ? t(KIND_MESSAGES[kind as keyof typeof KIND_MESSAGES].name) : kind,
    number,
  })
}
