import { z } from 'zod'
import { csvText } from '#core/csv/write-csv.ts'
import { type Answer, show } from '#core/http/answer.ts'
import type { Exchange } from '#core/http/exchange.ts'
import { addDays, isoDate } from '#core/time/days.ts'
import { YEAR_DAYS } from '#ground/gatherings/gatherings-of-unit.ts'
import { kindWords } from '#ground/units/unit-kinds.ts'
import { type ComparedUnit, comparableKinds, compareUnits } from './compare-units.ts'
import { listeningMessages as m } from './messages.ts'
import { ListeningPage } from './pages/listening-page.tsx'
import { BAND_NAMES, bandOf, intoBands } from './size-bands.ts'

export const listeningQuery = z.object({
  kind: z
    .string()
    .regex(/^[a-z-]{1,40}$/)
    .optional()
    .catch(undefined),
  size: z
    .string()
    .refine((text) => BAND_NAMES.includes(text))
    .optional()
    .catch(undefined),
})

export const listeningJson = z.object({
  kind: z.string(),
  from: z.string(),
  to: z.string(),
  units: z.array(
    z.object({
      slug: z.string(),
      name: z.string(),
      size: z.string(),
      held: z.number(),
      people: z.number(),
      heard: z.number(),
      answered: z.number(),
      open: z.number(),
    }),
  ),
})

/** What units of like size held and heard in the last twelve months. */
export async function showListening(x: Exchange): Promise<Answer> {
  const compared = await compared12Months(x)
  const title = x.t(m.title)
  return show(x, {
    html: () =>
      x.page({
        title,
        section: 'gatherings',
        children: ListeningPage({
          t: x.t,
          ...compared,
          bands: intoBands(compared.units),
          kindName: (kind) => kindWords(x.t, kind),
        }),
      }),
    json: () => asJson(compared),
    cache: 'public',
  })
}

/** The same as CSV. */
export async function sendListeningCsv(x: Exchange): Promise<Answer> {
  const { units } = asJson(await compared12Months(x))
  const columns = ['slug', 'name', 'size', 'held', 'people', 'heard', 'answered', 'open'] as const
  const bytes = csvText(
    columns,
    units.map((unit) => columns.map((column) => unit[column])),
  )
  return { kind: 'bytes', status: 200, type: 'text/csv; charset=utf-8', bytes, cache: 'public' }
}

interface Compared {
  kind: string
  kinds: string[]
  size: string | undefined
  from: Date
  to: Date
  units: ComparedUnit[]
}

/** Whole days, so that everybody who asks today gets the same figures. */
async function compared12Months(x: Exchange): Promise<Compared> {
  const { kind: wish, size } = listeningQuery.parse(x.query)
  const kinds = await comparableKinds(x.db)
  const kind = wish !== undefined && kinds.includes(wish) ? wish : (kinds[0] ?? 'branch')
  const to = new Date(`${isoDate(x.now)}T00:00:00Z`)
  const from = addDays(to, -YEAR_DAYS)
  const units = await compareUnits(x.db, { kind, from, to })
  return {
    kind,
    kinds,
    size,
    from,
    to,
    units: units.filter(({ members }) => !size || bandOf(members) === size),
  }
}

function asJson({ kind, from, to, units }: Compared): z.infer<typeof listeningJson> {
  return {
    kind,
    from: isoDate(from),
    to: isoDate(to),
    units: units.map(({ members, ...unit }) => ({ ...unit, size: bandOf(members) })),
  }
}
