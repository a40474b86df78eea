import { directionOf } from '#core/i18n/languages.ts'
import type { Translate } from '#core/i18n/translate.ts'
import { CustodyMark, dueWords, EndingMark } from '#ground/matters/pages/story-state.tsx'
import { Mark } from '#ui/mark/mark.tsx'
import { Item } from '#ui/ruled-list/ruled-list.tsx'
import { authorMessages } from '../author-messages.ts'
import { m } from '../messages.ts'
import type { OwnSubmission } from '../own-submissions.ts'
import { kindAndNumber } from './listed-item.tsx'

interface OwnSubmissionItemProps {
  t: Translate
  now: Date
  submission: OwnSubmission
}

/** One submission in its author's own list: where it is, by when an answer is due, and what its author is asked. */
export function OwnSubmissionItem({ t, now, submission }: OwnSubmissionItemProps) {
  const { number, title, language, openedAt, closedAt, dueAt, bodyName, awaits } = submission
  const path = `/submissions/${number}`
  return (
    <Item
      level={2}
      kind={kindAndNumber(t, submission)}
      title={
        title === null
          ? { words: t(m.untitled), href: path }
          : { words: title, href: path, lang: language, dir: directionOf(language) }
      }
      mark={<StateMark t={t} now={now} submission={submission} />}
      facts={[
        bodyName && t(m.withTheBody, { body: bodyName }),
        dueAt && dueWords(t, dueAt, now),
        t(m.handedInOn, { day: t.day(openedAt) }),
        closedAt && t(authorMessages.endedOn, { day: t.day(closedAt) }),
      ].filter((fact) => fact !== null && fact !== '')}
      action={
        awaits && (
          <p>
            <a href={`${path}#yours`}>{t(AWAITED[awaits])}</a>
          </p>
        )
      }
    />
  )
}

const AWAITED = {
  agreement: authorMessages.awaitsAgreement,
  letter: authorMessages.awaitsLetter,
  verdict: authorMessages.awaitsVerdict,
} as const

function StateMark({ t, now, submission }: OwnSubmissionItemProps) {
  const { visibility, receivedAt, dueAt, consideredAt, closingOutcome } = submission
  if (visibility === 'held') return <Mark status="held">{t(authorMessages.wordsHeld)}</Mark>
  if (visibility === 'removed') return <Mark status="removed">{t(authorMessages.wordsRemoved)}</Mark>
  if (!receivedAt || !dueAt) return <EndingMark t={t} closingOutcome={closingOutcome} />
  return <CustodyMark t={t} now={now} custody={{ receivedAt, dueAt, consideredAt }} />
}
