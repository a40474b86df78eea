import { allRoutes } from '../open-house.ts'
import type { Visitor } from './visitor.ts'

/** Fields as forms name them; what a route does not know it leaves alone. */
const FIELDS = [
  'name',
  'title',
  'words',
  'reason',
  'explanation',
  'remark',
  'purpose',
  'about',
  'seat',
  'label',
  'checked',
]
/** These end what the test is about, or belong to a demonstration. */
const LEFT_OUT = /erasure|sign-out|\/demo|\/end$|removal|revocation|withdrawal|visits/

/** Sends marks to every route that takes something, so that a slice nobody thought of here is found too. */
export async function sendMarksEverywhere(visitor: Visitor, mark: string): Promise<void> {
  const posts = allRoutes().filter(({ method, path }) => method === 'POST' && !LEFT_OUT.test(path))
  const fields = Object.fromEntries(FIELDS.map((field) => [field, `${mark}${field}`]))
  const more = {
    authorship: 'named',
    to: 'housing',
    email: `${mark}mail@example.org`,
    kind: 'idea',
    slug: `${mark}slug`,
  }
  for (const { path } of posts)
    await visitor.postJson(path.replace(/:slug/, 'housing').replace(/:[a-z]+/, '2001'), {
      ...fields,
      ...more,
    })
}
