import { afterAll, expect, test, vi } from 'vitest'
import { KeptPages } from '#core/http/kept-pages.ts'
import { openModeratedHouse } from '#ground/moderation/testing/moderators.ts'
import { handedIn } from './testing/handed-in.ts'

const AN_HOUR_MS = 3_600_000

const house = await openModeratedHouse({ keptPages: new KeptPages({ freshMs: AN_HOUR_MS }) })
afterAll(() => house.close())
await house.hub.listen(house.url)

/** A reader without a cookie, for whom pages are kept ready. */
const read = async (url: string) =>
  (await house.server.inject({ url, headers: { accept: 'text/html' } })).body

test('words that are held are gone at once from pages kept ready for an hour: their story, the list and the feed', async () => {
  const matter = await handedIn(
    house,
    { title: 'We know where', words: 'We know where the clerk lives.' },
    'nasreen',
  )
  const pages = [matter.path, '/submissions', `${matter.path}.atom`]
  for (const url of pages) expect(await read(url)).toContain('We know where')
  await house.visitor().post('/moderation/reports', { matter: String(matter.number), reason: 'threat' })
  // Reporting hides nothing, and what is kept stays.
  expect(await read(matter.path)).toContain('We know where')
  const { id } = await house.caseOf(matter.number)
  await (await house.as('olga')).post(`/moderation/cases/${id}/hold`)
  for (const url of pages)
    await vi.waitFor(async () => expect(await read(url)).not.toContain('We know where'))
})
