import { z } from 'zod'
import { emailAddress, lineOf, orNothing, words } from '#core/input/text.ts'
import type { Access } from './find-gathering.ts'
import { ACCESS_FACTS, AUDIENCES, GATHERING_KINDS } from './gathering-kinds.ts'
import { LONGEST_DAYS } from './list-gatherings.ts'
import { isTimeZone, momentIn } from './local-time.ts'
import { m } from './messages.ts'
import { MOST_TIMES, occurrencesOf, RHYTHMS, type Rhythm } from './occurrences.ts'

const webAddress = z.url({ protocol: /^https?$/, error: m.notALink.id }).max(500, { error: m.notALink.id })

const fields = z.object({
  title: lineOf(200, m.titleMissing.id),
  about: orNothing(words(10_000)),
  kind: z.enum(GATHERING_KINDS),
  starts: z.string({ error: m.startMissing.id }),
  ends: z.string({ error: m.endMissing.id }),
  zone: z.string().max(60).refine(isTimeZone, { error: m.zoneUnknown.id }),
  address: orNothing(words(500)),
  online_url: orNothing(webAddress),
  audience: z.enum(AUDIENCES),
  places: orNothing(
    z.coerce
      .number({ error: m.placesWrong.id })
      .int({ error: m.placesWrong.id })
      .min(1, { error: m.placesWrong.id })
      .max(100_000, { error: m.placesWrong.id }),
  ),
  contact: lineOf(300, m.contactMissing.id),
  repeats: orNothing(z.enum(RHYTHMS)),
  until: orNothing(z.iso.date({ error: m.untilMissing.id })),
  language: orNothing(z.string().regex(/^[a-zA-Z]{2,3}(-[a-zA-Z0-9]{2,8})*$/)),
})

/** What the form and the API send; times are those of the place, without a zone, with the zone's name beside them. */
export const gatheringInput = fields.transform((typed, context) => {
  const startsAt = momentIn(typed.zone, typed.starts)
  const endsAt = momentIn(typed.zone, typed.ends)
  const wrong = (path: string, message: string) => context.addIssue({ code: 'custom', path: [path], message })
  if (!startsAt) wrong('starts', m.startMissing.id)
  if (!endsAt) wrong('ends', m.endMissing.id)
  if (startsAt && endsAt && endsAt <= startsAt) wrong('ends', m.endsBeforeItBegins.id)
  if (startsAt && endsAt && endsAt.getTime() - startsAt.getTime() > LONGEST_DAYS * 86_400_000)
    wrong('ends', m.tooLong.id)
  if (!typed.address && !typed.online_url) wrong('address', m.nowhere.id)
  const repeats =
    startsAt && endsAt && typed.repeats ? repeatsOf({ ...typed, repeats: typed.repeats }) : undefined
  if (typed.repeats && !typed.until) wrong('until', m.untilMissing.id)
  else if (repeats && repeats.times.length === 0) wrong('until', m.untilTooEarly.id)
  else if (repeats && repeats.times.length >= MOST_TIMES) wrong('until', m.tooManyTimes.id)
  return { ...typed, repeats, startsAt: startsAt ?? new Date(0), endsAt: endsAt ?? new Date(0) }
})

interface Repeating {
  zone: string
  starts: string
  ends: string
  repeats: Rhythm
  until?: string
}

/** Every time after the first, each at the same hour by the clocks of the place. */
function repeatsOf({ zone, starts, ends, repeats: rhythm, until = '' }: Repeating) {
  const [, ...later] = occurrencesOf({ starts, ends }, { rhythm, untilOn: until })
  const times = later.flatMap((local) => {
    const [startsAt, endsAt] = [momentIn(zone, local.starts), momentIn(zone, local.ends)]
    return startsAt && endsAt ? [{ startsAt, endsAt }] : []
  })
  return { rhythm, times }
}

export type GatheringInput = z.infer<typeof gatheringInput>

export const reasonInput = z.object({ reason: words(1_000, m.reasonMissing.id) })

const NEEDS = [
  'wheelchair',
  'interpreter',
  'hearing-loop',
  'quiet-space',
  'child',
  'large-print',
  'food',
] as const

export const NEEDS_NAMED = NEEDS

const list = (value: unknown) => (value === undefined || value === '' ? [] : [value].flat())

export const registrationInput = z.object({
  name: orNothing(lineOf(120)),
  email: orNothing(emailAddress),
  needs: orNothing(words(1_000)),
  need: z.preprocess(list, z.array(z.enum(NEEDS)).max(NEEDS.length)).default([]),
})

/** What was said of access: `access_step-free` yes or no, `access_step-free_detail` in words. Anything else was not said. */
export function accessFrom(form: Readonly<Record<string, unknown>>): Access[] {
  return ACCESS_FACTS.flatMap((fact) => {
    const answer = form[`access_${fact}`]
    if (answer !== 'yes' && answer !== 'no') return []
    const detail = lineOf(200).safeParse(form[`access_${fact}_detail`])
    return [{ fact, isThere: answer === 'yes', detail: detail.success ? detail.data : '' }]
  })
}
