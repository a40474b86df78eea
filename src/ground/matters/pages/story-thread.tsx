import { directionOf } from '#core/i18n/languages.ts'
import type { Translate } from '#core/i18n/translate.ts'
import { daysBetween } from '#core/time/days.ts'
import { entryGloss } from '#ground/record/entry-types.ts'
import type { IconName } from '#ui/icon/icon.tsx'
import { Step as Knot, Thread } from '#ui/thread/thread.tsx'
import { m } from '../messages.ts'
import type { OpenCustody, Step } from '../story-of.ts'

export interface StoryThreadProps {
  t: Translate
  now: Date
  steps: readonly Step[]
  custody: OpenCustody | null
}

/** The custody as one unbroken line: what is to come, where it is, and every step behind it. */
export function StoryThread({ t, now, steps, custody }: StoryThreadProps) {
  return (
    <Thread label={t(m.steps)}>
      {custody && (
        <Knot
          standing="next"
          icon="calendar"
          title={t(m.decisionToCome)}
          facts={[t(m.byDay, { day: t.day(custody.dueAt) })]}
        >
          <p>{t(m.reasonAlways)}</p>
        </Knot>
      )}
      {custody && (
        <Knot
          standing="now"
          title={t(m.withBody, { body: custody.bodyName })}
          facts={[
            t.day(custody.receivedAt),
            t(m.daysSoFar, { days: Math.max(0, daysBetween(custody.receivedAt, now)) }),
          ]}
        />
      )}
      {steps.toReversed().map((step) => (
        <StoryStep t={t} step={step} />
      ))}
    </Thread>
  )
}

function StoryStep({ t, step }: { t: Translate; step: Step }) {
  const gloss = t(entryGloss(step.kind))
  const reason = step.words?.reason
  const language = typeof step.words?.language === 'string' ? step.words.language : undefined
  const place = step.leafIndex === null ? t(m.notYetInTheRecord) : t(m.inTheRecord, { index: step.leafIndex })
  const isGone = step.words === null && step.leaf.sealed !== undefined
  return (
    <Knot
      id={`entry-${step.entryId}`}
      icon={iconOf(step.kind)}
      title={
        step.bodyName && step.kind !== HANDED_IN
          ? t(m.stepAtBody, { body: step.bodyName, step: gloss })
          : gloss
      }
      facts={[<time dateTime={step.at.toISOString()}>{t.day(step.at)}</time>, place]}
      reason={
        typeof reason === 'string'
          ? { words: reason, lang: language, dir: language ? directionOf(language) : undefined }
          : undefined
      }
    >
      {isGone && <p class="quiet">{t(m.wordsGone)}</p>}
    </Knot>
  )
}

const HANDED_IN = 'submission.handed-in'

const ICONS: Readonly<Record<string, IconName>> = {
  'matter.accepted': 'accepted',
  'matter.answered': 'answered',
  'matter.refused': 'refused',
  'matter.merged': 'merged',
  'matter.deferred': 'deferred',
  'matter.passed-on': 'passed-on',
  'matter.withdrawn': 'withdrawn',
}

const iconOf = (kind: string): IconName => ICONS[kind] ?? 'received'
