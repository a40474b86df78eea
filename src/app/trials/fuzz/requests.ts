import fc from 'fast-check'
import { openApi } from '../../api/open-api.ts'
import { allRoutes } from '../../open-house.ts'
import { NASTY } from './nasty.ts'

/** Short texts of every alphabet, and the nasty ones. */
export const text = fc.oneof(fc.constantFrom(...NASTY), fc.string({ unit: 'binary', maxLength: 40 }))
const value = fc.oneof(
  { weight: 4, arbitrary: text },
  fc.jsonValue({ maxDepth: 2 }),
  fc.array(text, { maxLength: 3 }),
)

type JsonSchema = {
  properties?: Record<string, JsonSchema>
  allOf?: JsonSchema[]
  enum?: string[]
  type?: string
}
interface Operation {
  parameters?: { name: string; in: string }[]
  requestBody?: { content: { 'application/json': { schema: JsonSchema } } }
}

/** Fields as the description says, each right, wrong, or left out; and some that it does not know. */
function bodyOf(schema: JsonSchema | undefined) {
  const known = propertiesOf(schema).map(([name, property]) => [name, fc.oneof(rightFor(property), value)])
  const right = fc.record(Object.fromEntries(known) as Record<string, fc.Arbitrary<unknown>>, {
    requiredKeys: [],
  })
  const more = fc.dictionary(fc.string({ maxLength: 12 }), value, { maxKeys: 2 })
  return fc
    .tuple(right, more)
    .map(([fields, strange]): Record<string, unknown> => ({ ...strange, ...fields }))
}

function propertiesOf(schema: JsonSchema | undefined): [string, JsonSchema][] {
  const own = Object.entries(schema?.properties ?? {})
  return [...own, ...(schema?.allOf ?? []).flatMap(propertiesOf)]
}

function rightFor(schema: JsonSchema): fc.Arbitrary<unknown> {
  if (schema.enum) return fc.constantFrom(...schema.enum)
  if (schema.type === 'integer' || schema.type === 'number') return fc.integer()
  if (schema.type === 'array') return fc.array(fc.integer({ min: 1, max: 3_000 }), { maxLength: 3 })
  return fc.string({ unit: 'grapheme', maxLength: 60 })
}

/** A request to any route: those of the description by its schemas, the pages by anything. */
export function requests(numbers: readonly string[]) {
  const { paths } = openApi(allRoutes(), { name: 'Fuzz', baseUrl: 'https://moot.example' })
  const routes = allRoutes().filter(({ path }) => path !== '/health/live')
  return fc.constantFrom(...routes).chain((route) => {
    const operations = paths[route.path.replace(/:([a-z]+)/gi, '{$1}')]
    const operation = operations?.[route.method.toLowerCase()] as Operation | undefined
    const queries = operation?.parameters?.filter((one) => one.in === 'query').map(({ name }) => name) ?? []
    return fc.record({
      method: fc.constant(route.method),
      path: pathOf(route.path, numbers),
      isApi: route.api ? fc.boolean() : fc.constant(false),
      isForm: fc.boolean(),
      query: fc.dictionary(fc.constantFrom('lang', 'to', 'from', 'matter', 'number', ...queries), text, {
        maxKeys: 3,
      }),
      body: bodyOf(operation?.requestBody?.content['application/json'].schema),
      who: fc.constantFrom('nobody', 'nasreen', 'noor', 'ada'),
    })
  })
}
export type Asked = ReturnType<typeof requests> extends fc.Arbitrary<infer One> ? One : never

function pathOf(path: string, numbers: readonly string[]): fc.Arbitrary<string> {
  const parts = path.split(/(:[a-z]+|\*)/g).map((part) => {
    if (!/^(:|\*)/.test(part)) return fc.constant(part)
    const real = part === ':slug' ? ['housing', 'millbrook-branch'] : numbers
    return fc.oneof(
      { weight: 3, arbitrary: fc.constantFrom(...real) },
      text.map((one) => encodeURIComponent(one.toWellFormed())),
      fc.constantFrom('%00', '%ff', '..%2f..%2f', '%E0%A4%A'),
    )
  })
  return fc.tuple(...parts).map((each) => each.join(''))
}
