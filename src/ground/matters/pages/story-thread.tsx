import type { ComponentChildren } from 'preact'
import { directionOf } from '#core/i18n/languages.ts'
import type { Translate } from '#core/i18n/translate.ts'
import { daysBetween } from '#core/time/days.ts'
import type { IconName } from '#ui/icon/icon.tsx'
import { Step as Knot, Thread } from '#ui/thread/thread.tsx'
import { pathTo } from '../kinds.ts'
import { m } from '../messages.ts'
import type { OpenCustody, Step } from '../story-of.ts'
import { stepTitle } from './step-title.ts'

export interface StoryThreadProps {
  t: Translate
  now: Date
  steps: readonly Step[]
  custody: OpenCustody | null
  /** A reason in the reader's own language, where somebody translated it, and what is to be said of that. */
  translated?: (step: Step) => TranslatedReason | null
}

export interface TranslatedReason {
  words: string
  language: string
  note: ComponentChildren
}

/** The custody as one unbroken line: what is to come, where it is, and every step behind it. */
export function StoryThread({ t, now, steps, custody, translated }: StoryThreadProps) {
  return (
    <Thread label={t(m.steps)}>
      {custody && (
        <Knot
          standing="next"
          icon="calendar"
          title={t(m.decisionToCome)}
          facts={[t(custody.dueAt < now ? m.wasDueBy : m.byDay, { day: t.day(custody.dueAt) })]}
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
        <StoryStep t={t} step={step} translated={translated?.(step) ?? null} />
      ))}
    </Thread>
  )
}

interface StoryStepProps {
  t: Translate
  step: Step
  translated: TranslatedReason | null
}

function StoryStep({ t, step, translated }: StoryStepProps) {
  const isGone = step.words === null && step.leaf.sealed !== undefined
  return (
    <Knot
      id={`entry-${step.entryId}`}
      icon={iconOf(step.kind)}
      standing={step.held && step.held.over > 0 ? 'overran' : 'done'}
      title={stepTitle(t, step)}
      facts={factsOf(t, step)}
      reason={reasonOf(step, translated)}
    >
      {translated?.note}
      {step.other && <Other {...step.other} />}
      {isGone && <p class="quiet">{t(m.wordsGone)}</p>}
    </Knot>
  )
}

function reasonOf({ words }: Step, translated: TranslatedReason | null) {
  const language = translated?.language ?? (typeof words?.language === 'string' ? words.language : undefined)
  const reason = translated?.words ?? words?.reason
  if (typeof reason !== 'string' || reason === '') return undefined
  return { words: reason, lang: language, dir: language ? directionOf(language) : undefined }
}

/** The matter it was merged into, or that was merged into it. */
function Other({ number, kind, title, language }: NonNullable<Step['other']>) {
  return (
    <p class="small">
      <a href={pathTo({ kind, number })}>
        {number}
        {title !== null && (
          <>
            {': '}
            <span lang={language} dir={directionOf(language)}>
              {title}
            </span>
          </>
        )}
      </a>
    </p>
  )
}

function factsOf(t: Translate, { at, held, leafIndex }: Step) {
  return [
    <time dateTime={at.toISOString()}>{t.day(at)}</time>,
    held && t(m.heldFor, { days: held.days }),
    held && held.over > 0 && t(m.overItsPromise, { days: held.over }),
    leafIndex === null ? t(m.notYetInTheRecord) : t(m.inTheRecord, { index: leafIndex }),
  ].filter((fact) => fact !== null && fact !== false)
}

const ICONS: Readonly<Record<string, IconName>> = {
  'matter.considered': 'considered',
  'matter.accepted': 'accepted',
  'matter.answered': 'answered',
  'matter.refused': 'refused',
  'matter.merged': 'merged',
  'matter.joined': 'merged',
  'matter.deferred': 'deferred',
  'matter.passed-on': 'passed-on',
  'matter.withdrawn': 'withdrawn',
  'matter.review-asked': 'review',
  'matter.return-asked': 'back',
  'matter.return-agreed': 'tick',
  'matter.judged': 'speech',
  'author.erased': 'erase',
  'author.name-erased': 'erase',
}

const iconOf = (kind: string): IconName => ICONS[kind] ?? 'received'
