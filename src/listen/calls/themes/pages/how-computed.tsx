import type { Message, Plain } from '#core/i18n/messages.ts'
import type { Translate } from '#core/i18n/translate.ts'
import { Section } from '#ui/section/section.tsx'
import { codingMessages } from '../coding-messages.ts'
import { m } from '../messages.ts'
import type { Run, RunFigures } from '../runs-of.ts'
import type { Agreement, Sample } from '../samples-of.ts'
import type { Told } from '../stances-of.ts'

interface HowComputedProps {
  t: Translate
  run: Run | null
  samples: readonly Sample[]
  codingHref: string
  callNumber: number
}

/** From what, how, how well it holds, and how far people agree with each other. */
export function HowComputed({ t, run, samples, codingHref, callNumber }: HowComputedProps) {
  if (!run?.figures || !run.endedAt) return null
  const { made, stability, measured } = run.figures
  const day = t.day(run.endedAt)
  return (
    <Section heading={t(m.howComputed)} id="how">
      <p>{t(m.howComputedWords, { answers: made.answers, duplicates: made.duplicates, day })}</p>
      {stability.map(({ language, samples: held, seeds }) => (
        <p>{t(m.stability, { language, samples: held.toFixed(2), seeds: seeds.toFixed(2) })}</p>
      ))}
      <Measured t={t} what={t(m.stance)} measured={measured?.stance ?? []} />
      <Measured t={t} what={t(m.sentiment)} measured={measured?.sentiment ?? []} />
      {samples.map(({ agreement }) => agreement && <AgreementWords t={t} agreement={agreement} />)}
      <p>
        {t.list([
          <a href={codingHref}>{t(codingMessages.coding)}</a>,
          <a href={`/calls/${callNumber}/themes/runs/${run.id}`}>{t(m.runOfDay, { day })}</a>,
        ])}
      </p>
    </Section>
  )
}

type MeasuredName = NonNullable<RunFigures['measured']>['stance'][number]

function Measured({ t, what, measured }: { t: Translate; what: string; measured: readonly MeasuredName[] }) {
  const assessed = measured.filter(({ is_assessed, accuracy }) => is_assessed && accuracy !== undefined)
  if (assessed.length === 0) return <p>{t(m.notAssessed, { what })}</p>
  return (
    <>
      {assessed.map(({ language, accuracy = 0, interval = [0, 0], coded, always }) => (
        <p>
          {t(m.measuredHolds, {
            what,
            language,
            accuracy: t.percent(accuracy),
            from: t.percent(interval[0]),
            to: t.percent(interval[1]),
            coded,
            always: t.percent(always),
          })}
        </p>
      ))}
    </>
  )
}

const WHAT: Readonly<Record<Agreement[number]['what'], Message<Plain>>> = {
  theme: m.theme,
  stance: m.stance,
  sentiment: m.sentiment,
}

/** Alpha with its interval and what it was computed from. */
export function AgreementWords({ t, agreement }: { t: Translate; agreement: Agreement }) {
  return (
    <>
      <ul>
        {agreement.map(({ what, alpha, interval, answers, coders }) => (
          <li>
            {alpha === null || interval === null
              ? t(codingMessages.alphaUnknown, { what: t(WHAT[what]) })
              : t(codingMessages.alphaIs, {
                  what: t(WHAT[what]),
                  alpha: alpha.toFixed(2),
                  from: interval[0].toFixed(2),
                  to: interval[1].toFixed(2),
                  answers,
                  coders,
                })}
          </li>
        ))}
      </ul>
      <p class="small quiet">{t(codingMessages.alphaMeans)}</p>
    </>
  )
}

export const CODE_NAMES: Readonly<Record<string, Message<Plain>>> = {
  for: codingMessages.stanceFor,
  against: codingMessages.stanceAgainst,
  mixed: codingMessages.stanceMixed,
  none: codingMessages.stanceNone,
  positive: codingMessages.positive,
  negative: codingMessages.negative,
  'mixed-feelings': codingMessages.mixed,
  neutral: codingMessages.neutral,
}

/** Stance and sentiment where they were assessed, and how many were not. */
export function Stances({
  t,
  stances,
}: {
  t: Translate
  stances: { stance: readonly Told[]; sentiment: readonly Told[] }
}) {
  const lists = [
    { what: t(m.stance), told: stances.stance },
    { what: t(m.sentiment), told: stances.sentiment },
  ].filter(({ told }) => told.length > 0)
  if (lists.length === 0) return null
  return (
    <Section heading={t.list(lists.map(({ what }) => what)).join('')}>
      {lists.map(({ what, told }) => (
        <>
          <h3>{what}</h3>
          <ul>
            {told.map(({ name, count }) => (
              <li>{t(m.stanceIs, { name: nameIn(t, name), count })}</li>
            ))}
          </ul>
        </>
      ))}
    </Section>
  )
}

function nameIn(t: Translate, name: string): string {
  const known = CODE_NAMES[name]
  return known ? t(known) : t(m.notAssessedName)
}
