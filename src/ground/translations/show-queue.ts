import { z } from 'zod'
import { type Answer, done, problem, show } from '#core/http/answer.ts'
import type { Exchange } from '#core/http/exchange.ts'
import { languagesOffered } from './languages-offered.ts'
import { m } from './messages.ts'
import { QueuePage } from './pages/queue-page.tsx'
import { pathToText } from './published-text.ts'
import { figuresByLanguage, type Queued, queueFor } from './queue.ts'
import { setLanguages, volunteerOf } from './volunteer.ts'

/** What the API answers for the queue: figures by language, and what there is to do in one (`?to=cy`). */
export const queueJson = z.object({
  languages: z.array(
    z.object({
      language: z.string(),
      wanted: z.number(),
      waiting: z.number(),
      reviewed: z.number(),
      machine: z.number(),
    }),
  ),
  to: z.string().nullable(),
  queue: z.array(
    z.object({
      why: z.string(),
      translation: z.string().nullable(),
      number: z.number().nullable(),
      notice: z.string().nullable(),
      entry: z.string().nullable(),
      url: z.string(),
      title: z.string().nullable(),
      language: z.string(),
      wishes: z.number(),
    }),
  ),
})

export const queueQuery = z.object({ to: z.string().max(20).optional() })

/** What there is in each language, for everybody; and what there is to do, for those who translate. */
export async function showQueue(x: Exchange): Promise<Answer> {
  const [figures, volunteer] = await Promise.all([figuresByLanguage(x.db), volunteerOf(x)])
  const offered = languagesOffered(x.house)
  const wish = queueQuery.safeParse(x.query).data?.to
  const to = offered.find((tag) => tag === wish) ?? volunteer?.languages[0] ?? null
  const queue = to === null ? [] : await queueFor(x.db, { language: to, now: x.now })
  return show(x, {
    html: () =>
      x.page({
        title: x.t(m.title),
        children: QueuePage({
          t: x.t,
          figures,
          volunteer,
          offered,
          to,
          queue,
          machine: x.house.machine ?? null,
        }),
      }),
    json: () => ({ languages: figures, to, queue: queue.map((one) => queuedAsJson(x, one)) }),
    cache: 'public',
  })
}

function queuedAsJson({ house }: Exchange, one: Queued): z.infer<typeof queueJson>['queue'][number] {
  const { why, id, number, slug, entryId, title, originalLanguage, wishes } = one
  return {
    why,
    translation: id,
    number,
    notice: slug,
    entry: entryId,
    url: `${house.baseUrl}${pathToText(one)}`,
    title,
    language: originalLanguage,
    wishes,
  }
}

export const languagesInput = z.object({
  languages: z.preprocess(
    (value) => (value === undefined ? [] : [value].flat()),
    z.array(z.string().max(20)),
  ),
})

/** A translator says into which languages. */
export async function createLanguages(x: Exchange): Promise<Answer> {
  const { person } = x.viewer
  const input = languagesInput.safeParse(x.form)
  if (!person || !input.success) return problem(422, 'translation.languages', x.t(m.notYourLanguage))
  const offered = languagesOffered(x.house)
  const languages = input.data.languages.filter((tag) => offered.includes(tag))
  await setLanguages(x.db, person.id, languages)
  return done(x, { to: '/translations', json: () => ({ languages }) })
}
