import type { FieldProblem } from '#core/http/answer.ts'
import type { Exchange } from '#core/http/exchange.ts'
import { unorderedId } from '#core/ids/ids.ts'
import { addDays } from '#core/time/days.ts'
import { bodiesToOffer } from '#ground/bodies/queries.ts'
import { decisionLetter } from '#ground/matters/decision-letter.ts'
import type { Targets } from '#ground/matters/decision-targets.ts'
import { deskMessages } from '#ground/matters/desk-messages.ts'
import type { DecisionInput } from '#ground/matters/input.ts'
import type { MatterInHand } from '#ground/matters/matter-in-hand.ts'
import { DecisionPage } from '#ground/matters/pages/decision-page.tsx'
import { dueOn } from '#ground/matters/rules.ts'
import { translationsOf } from '#ground/translations/translations-of.ts'

export interface Redo {
  matter: MatterInHand
  problems: FieldProblem[]
  preview: { input: DecisionInput; targets: Targets } | null
}

/** The page of one decision, with everything that was typed. */
export async function decisionPage(x: Exchange, { matter, problems, preview }: Redo): Promise<string> {
  const { custody, number } = matter
  const [others, translated] = await Promise.all([
    bodiesToOffer(x.db, { now: x.now, except: custody.bodyId }),
    translationsOf(x.db, { textId: matter.id, language: x.language }),
  ])
  return x.page({
    title: x.t(deskMessages.decideTitle, { number }),
    section: 'desk',
    isUnlisted: true,
    children: DecisionPage({
      t: x.t,
      now: x.now,
      action: `${matter.path}/decision`,
      once: typeof x.form.once === 'string' ? x.form.once : unorderedId(),
      body: custody.bodyName,
      others,
      typed: x.form,
      problems,
      matter,
      translated: translated.matter,
      preview: preview && letterToRead(x, matter, preview),
      deskHref: `/bodies/${custody.bodySlug}/desk?matter=${number}`,
    }),
  })
}

function letterToRead(x: Exchange, matter: MatterInHand, { input, targets }: NonNullable<Redo['preview']>) {
  const { outcome, until } = input
  return decisionLetter(x.t, {
    outcome,
    reason: input.reason ?? null,
    untilOn: until ?? null,
    matter,
    body: { name: matter.custody.bodyName },
    to: targets.passTo,
    into: targets.mergeInto,
    dueAt: nextDue(x.now, { until, days: targets.passTo?.promiseDays }),
    url: `${x.house.baseUrl}${matter.path}`,
  })
}

function nextDue(now: Date, { until, days }: { until: string | undefined; days: number | undefined }) {
  if (days !== undefined) return addDays(now, days)
  return until === undefined ? undefined : dueOn(until)
}
