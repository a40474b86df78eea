import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Route } from '#core/http/route.ts'
import { STANDING_NOTICES } from '#ground/notices/standing-notices.ts'
import { collectingOf } from './form-notices.tsx'
import { allRoutes } from './open-house.ts'
import { slices } from './slices.ts'
import { announced } from './testing/announced.ts'
import { giveRole } from './testing/give-role.ts'
import { handedIn } from './testing/handed-in.ts'
import { openTestHouse } from './testing/open-test-house.ts'
import { themedCall } from './testing/themed-call.ts'
import type { Reply, Visitor } from './testing/visitor.ts'

/** At every form that takes something stands the line of its notice: each page is asked for by everybody who may have one. */

const collecting = collectingOf(slices)
const slugs = new Map(STANDING_NOTICES.flatMap(({ slug, forms }) => forms.map((form) => [form, slug])))
const HOLDERS = ['noor', 'femi', 'ada'] as const

const house = await openTestHouse()
afterAll(() => house.close())

const places = new Map<string, string>()
beforeAll(async () => {
  const { call, theme, answer } = await themedCall(house, 'housing')
  const { number } = await handedIn(house, { to: 'housing', authorship: 'withheld' }, 'nasreen')
  const gathering = await announced(house, { holder: 'body:housing' }, 'noor')
  await giveRole(house, 'femi', { role: 'moderator', unit: 'alliance', isDownTheTree: true })
  const numbers = { calls: call, themes: theme, answers: answer, gatherings: gathering.number, forms: number }
  for (const [start, one] of Object.entries(numbers)) places.set(start, String(one))
  places.set('submissions', String(number))
}, 120_000)

/** A stranger and a member look at every page, whoever holds a role at those of holders. */
async function walks(): Promise<[Visitor, string[]][]> {
  const ofAll = pages(() => true)
  const ofHolders = pages(({ policy }) => policy.name.startsWith('holders of'))
  const number = places.get('submissions')
  const led = [`/moderation/reports/new?matter=${number}`, `/following/new?matter=${number}`]
  const holders = await Promise.all(HOLDERS.map((who) => house.as(who)))
  return [
    [house.visitor(), [...ofAll, ...led]],
    [await house.as('nasreen'), ofAll],
    ...holders.map((holder): [Visitor, string[]] => [holder, ofHolders]),
  ]
}

/** Pages of numbers and names; those of ids are led to by the others. */
function pages(isWanted: (route: Route) => boolean): string[] {
  return allRoutes()
    .filter(({ method, path }) => method === 'GET' && !/:id|:token|\*|\.[a-z]+$|^\/api/.test(path))
    .filter(isWanted)
    .map(({ path }) => {
      const [, start = ''] = path.split('/')
      const slug = { units: 'alliance', notices: 'account' }[start] ?? 'housing'
      return path
        .replace(':number', places.get(start) ?? places.get('submissions') ?? '0')
        .replace(':slug', slug)
    })
}

/** The standing forms that a page posts to. */
function formsOn({ body }: Reply): string[] {
  const actions = [...body.matchAll(/<form\b[^>]*method="post"[^>]*>/g)].map(
    ([tag]) => /\baction="([^"]*)"/.exec(tag)?.[1] ?? '',
  )
  return [...new Set(actions.flatMap((action) => collecting(action) ?? []))]
}

test('every page with a form that takes something leads to its notice, once', async () => {
  const seen = new Set<string>()
  const wrong: string[] = []
  for (const [reader, asked] of await walks()) {
    for (const page of asked) {
      const reply = await reader.get(page)
      if (!String(reply.headers['content-type']).startsWith('text/html')) continue
      for (const form of formsOn(reply)) {
        seen.add(form)
        if (!reply.body.includes(`"/notices/${slugs.get(form)}`)) wrong.push(`${page}: ${form}`)
      }
    }
  }
  expect([...new Set(wrong)]).toEqual([])
  expect([...seen].toSorted()).toEqual([...slugs.keys()].toSorted())
}, 240_000)

test('the line stands before the first box, in the language of the reader, with the version that holds', async () => {
  const page = await house.visitor().get('/sign-in?lang=ur')
  const line = page.body.indexOf('"/notices/account?version=1"')
  expect(line).toBeGreaterThan(page.body.indexOf('<form'))
  expect(line).toBeLessThan(page.body.search(/<input(?![^>]*type="hidden")/))
  const account = await house.db
    .selectFrom('noticeTexts')
    .innerJoin('notices', 'notices.id', 'noticeTexts.noticeId')
    .select('summary')
    .where('slug', '=', 'account')
    .where('language', '=', 'ur')
    .executeTakeFirstOrThrow()
  expect(page.text()).toContain(account.summary)
})

test('a form that belongs to a call, and one that takes nothing, have none of the house', () => {
  expect(collecting('/calls/12/answer')).toBeNull()
  expect(collecting('/sign-out')).toBeNull()
  expect(collecting('/submissions/12/letters?x=1')).toBe('letters')
})
