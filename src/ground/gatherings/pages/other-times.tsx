import type { Translate } from '#core/i18n/translate.ts'
import { Mark } from '#ui/mark/mark.tsx'
import { Section } from '#ui/section/section.tsx'
import { whenWords } from '../local-time.ts'
import { m } from '../messages.ts'
import { RHYTHM_WORDS } from '../rhythm-words.ts'
import type { Series } from '../series.ts'

const SHOWN = 6

/** Of a gathering that comes again: how, and its other times; each has its own places. */
export function OtherTimes({ t, series }: { t: Translate; series: Series | null }) {
  if (!series) return null
  const { rhythm, next } = series
  const words = Object.hasOwn(RHYTHM_WORDS, rhythm)
    ? t(RHYTHM_WORDS[rhythm as keyof typeof RHYTHM_WORDS])
    : rhythm
  return (
    <Section heading={t(m.otherTimes)} note={words} id="times">
      {next.length === 0 && <p class="quiet">{t(m.noOtherTimes)}</p>}
      <Times t={t} times={next.slice(0, SHOWN)} />
      {next.length > SHOWN && (
        <details>
          <summary>{t(m.moreTimes, { count: next.length - SHOWN })}</summary>
          <Times t={t} times={next.slice(SHOWN)} />
        </details>
      )}
      <p class="small quiet">{t(m.eachTimeItself)}</p>
    </Section>
  )
}

function Times({ t, times }: { t: Translate; times: Series['next'] }) {
  return (
    <ul>
      {times.map((gathering) => (
        <li>
          <a href={`/gatherings/${gathering.number}`}>{whenWords(t, gathering)}</a>{' '}
          {gathering.cancelledReason !== null && <Mark status="withdrawn">{t(m.calledOff)}</Mark>}
        </li>
      ))}
    </ul>
  )
}
