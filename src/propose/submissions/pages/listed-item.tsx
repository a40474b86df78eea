import { directionOf } from '#core/i18n/languages.ts'
import type { Translate } from '#core/i18n/translate.ts'
import { CustodyMark, EndingMark } from '#ground/matters/pages/story-state.tsx'
import { Item } from '#ui/ruled-list/ruled-list.tsx'
import type { Listed } from '../list-submissions.ts'
import { KIND_MESSAGES, m } from '../messages.ts'

/** One submission in a list: its words first, its mark and who has it after. */
export function ListedItem({ t, now, submission }: { t: Translate; now: Date; submission: Listed }) {
  const {
    number,
    kind,
    title,
    language,
    openedAt,
    receivedAt,
    dueAt,
    consideredAt,
    bodyName,
    closingOutcome,
  } = submission
  const kindName = Object.hasOwn(KIND_MESSAGES, kind)
    ? t(KIND_MESSAGES[kind as keyof typeof KIND_MESSAGES].name)
    : kind
  const custody = receivedAt && dueAt ? { receivedAt, dueAt, consideredAt } : null
  return (
    <Item
      kind={t(m.storyNumber, { kind: kindName, number })}
      title={{
        words: title ?? t(m.untitled),
        href: `/submissions/${number}`,
        lang: language,
        dir: directionOf(language),
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
      ].filter((fact) => fact !== null)}
    />
  )
}
