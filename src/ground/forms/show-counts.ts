import { z } from 'zod'
import { type Answer, show } from '#core/http/answer.ts'
import type { Exchange } from '#core/http/exchange.ts'
import { formCounts, newestForms } from './forms-of.ts'
import { m } from './messages.ts'
import { CountsPage } from './pages/counts-page.tsx'

/** What the API answers for how many forms were asked for and made. */
export const countsJson = z.object({
  forms: z.array(
    z.object({
      form: z.string(),
      asked: z.number(),
      open: z.number(),
      overdue: z.number(),
      made: z.number(),
    }),
  ),
})

/** How many of each form were asked for, wait, and were made. */
export async function showCounts(x: Exchange): Promise<Answer> {
  const [counts, newest] = await Promise.all([formCounts(x.db, x.now), newestForms(x.db)])
  return show(x, {
    html: () => x.page({ title: x.t(m.title), children: CountsPage({ t: x.t, counts, newest }) }),
    json: (): z.infer<typeof countsJson> => ({ forms: counts }),
    cache: 'public',
  })
}
