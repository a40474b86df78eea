import fc from 'fast-check'
import { afterAll, expect, test } from 'vitest'
import { addressesOf } from './testing/addresses-of.ts'
import { handedIn } from './testing/handed-in.ts'
import { openTestHouse } from './testing/open-test-house.ts'
import type { Visitor } from './testing/visitor.ts'

const SEED = 20_261_122
/** The author last: a withdrawal that is taken ends the matter for the others. */
const PEOPLE = ['nobody', 'noor', 'idris', 'ada', 'nasreen'] as const

const house = await openTestHouse()
afterAll(() => house.close())

const number = (await handedIn(house, {}, 'nasreen')).number

interface Field {
  name: string
  sort: 'line' | 'lines' | 'other'
  value: string
}

interface Form {
  action: string
  fields: Field[]
}

/** Every form that takes words, on every page that this person can open. */
async function formsFor(visitor: Visitor): Promise<Form[]> {
  const found = new Map<string, Form>()
  for (const path of addressesOf('GET', number).filter((address) => !address.startsWith('/api'))) {
    const { status, headers, body } = await visitor.get(path)
    if (status !== 200 || !String(headers['content-type']).startsWith('text/html')) continue
    for (const [, opening = '', inside = ''] of body.matchAll(/<form\b([^>]*)>(.*?)<\/form>/gs)) {
      if (!/method="post"/i.test(opening)) continue
      const form = { action: decoded(attribute(opening, 'action') ?? path), fields: fieldsOf(inside) }
      if (form.fields.some(({ sort }) => sort !== 'other')) found.set(form.action, form)
    }
  }
  return [...found.values()]
}

function fieldsOf(html: string): Field[] {
  const areas = [...html.matchAll(/<textarea\b([^>]*)>/g)].map(([, tag = '']) => ({
    name: attribute(tag, 'name') ?? '',
    sort: 'lines' as const,
    value: '',
  }))
  const inputs = [...html.matchAll(/<input\b([^>]*)>/g)].flatMap(([, tag = '']): Field[] => {
    const [name, type] = [attribute(tag, 'name') ?? '', attribute(tag, 'type') ?? 'text']
    if (['submit', 'file', 'button'].includes(type)) return []
    if (['checkbox', 'radio'].includes(type) && !/\bchecked\b/.test(tag)) return []
    const sort = type === 'text' || type === 'search' ? 'line' : 'other'
    return [{ name, sort, value: decoded(attribute(tag, 'value') ?? '') }]
  })
  return [...areas, ...inputs].filter(({ name }) => name !== '')
}

const attribute = (tag: string, name: string) => new RegExp(`\\b${name}="([^"]*)"`).exec(tag)?.[1]

const decoded = (html: string) =>
  html
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&')

/** Words with everything that markup, forms and alphabets trip over; without blanks at the ends, which may be trimmed. */
const typed = fc
  .tuple(
    fc.constantFrom('Zoë said', 'دیکھیں', '<b>now</b>', '&amp;', '"quoted"', "it's", '</textarea>', '=1+1'),
    fc.constantFrom('\u202Eback', 'e\u0301', '👩‍👩‍👧', '100 %', '\\', 'a < b > c'),
    fc.nat(),
  )
  .map(([first, second, place]) => `${first} ${second} ${place}`)

/** What was typed, with one field left empty or run over: which of it is not on the page that comes back? */
async function missingAfter(
  visitor: Visitor,
  form: Form,
  { spoilt, words }: { spoilt: Field; words: string[] },
) {
  const fields = Object.fromEntries(
    form.fields.map(({ name, sort, value }, at) => [
      name,
      sort === 'other' ? value : sort === 'lines' ? `${words[at]}\n\nand ${words[at]}` : (words[at] ?? ''),
    ]),
  )
  const isOver = spoilt.sort === 'lines' && words[0]?.length !== undefined && words[0].length % 2 === 0
  fields[spoilt.name] = isOver ? `${fields[spoilt.name]}${'x'.repeat(30_000)}` : ''
  const { status, body } = await visitor.post(form.action, fields)
  if (status !== 422) return { status, missing: [] }
  const page = decoded(body).replaceAll('\r\n', '\n')
  const kept = form.fields.filter(({ sort, name }) => sort !== 'other' && !(name === spoilt.name && !isOver))
  return {
    status,
    missing: kept.filter(({ name }) => !page.includes(fields[name] ?? '')).map(({ name }) => name),
  }
}

test.each(PEOPLE)(
  'a form that comes back to %s still holds every word that was typed',
  async (who) => {
    const visitor = who === 'nobody' ? house.visitor() : await house.as(who)
    const forms = await formsFor(visitor)
    const lost: unknown[] = []
    const refused = new Set<string>()
    for (const form of forms) {
      const spoilable = form.fields.filter(({ sort }) => sort !== 'other')
      const samples = fc.sample(fc.array(typed, { minLength: 40, maxLength: 40 }), { numRuns: 4, seed: SEED })
      for (const [at, words] of samples.entries()) {
        const spoilt = spoilable[at % spoilable.length]
        if (!spoilt) continue
        const { status, missing } = await missingAfter(visitor, form, { spoilt, words })
        if (status === 422) refused.add(form.action)
        if (missing.length > 0) lost.push({ action: form.action, spoilt: spoilt.name, missing })
      }
    }
    expect(lost).toEqual([])
    expect(refused.size).toBeGreaterThanOrEqual(3)
    if (who === 'noor') expect([...refused]).toContain(`/submissions/${number}/decision`)
  },
  180_000,
)
