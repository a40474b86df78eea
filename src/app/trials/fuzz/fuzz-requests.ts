import fc from 'fast-check'
import type { WorldHouse } from '../../testing/open-world.ts'
import { Tally } from './is-clear.ts'
import { type Asked, requests } from './requests.ts'

export interface FuzzTask {
  runs: number
  seed: number
  tell?(sentence: string): void
}

const AT_ONCE = 10
/** A sample is held in memory as a whole, so many requests are made in several. */
const SAMPLE = 2_000

/** Requests to every route: those of the API by its schemas, right and wrong; the pages by anything. */
export async function fuzzRequests(house: WorldHouse, { runs, seed, tell }: FuzzTask): Promise<Tally> {
  const numbers = [await handIn(house, 'named'), await handIn(house, 'anonymous')]
  const fuzzer = { house, sessions: new Map(), tally: new Tally() }
  for (let done = 0; done < runs; done += SAMPLE) {
    const asks = fc.sample(requests(numbers), { numRuns: Math.min(SAMPLE, runs - done), seed: seed + done })
    for (let from = 0; from < asks.length; from += AT_ONCE)
      await Promise.all(asks.slice(from, from + AT_ONCE).map((asked) => send(fuzzer, asked)))
    if (runs > SAMPLE) tell?.(`${done + asks.length} of ${runs} requests`)
  }
  return fuzzer.tally
}

async function handIn(house: WorldHouse, authorship: string): Promise<string> {
  const author = authorship === 'named' ? await house.as('nasreen') : house.visitor()
  const reply = await author.postJson('/api/v1/submissions', {
    title: 'Give every private tenant a damp inspection within 14 days',
    words: 'My son coughs all winter, and the landlord sends a man with paint.',
    authorship,
    to: 'housing',
  })
  return String((reply.json() as { number: number }).number)
}

interface Fuzzer {
  house: WorldHouse
  sessions: Map<Asked['who'], Promise<string>>
  tally: Tally
}

async function sessionOf({ server }: WorldHouse, person: Asked['who']): Promise<string> {
  const begun = await server.inject({ method: 'POST', url: '/demo/sign-in', payload: { person } })
  return begun.cookies.map(({ name, value: token }) => `${name}=${token}`).join('; ')
}

async function send({ house, sessions, tally }: Fuzzer, asked: Asked): Promise<void> {
  const { method, path, isApi, isForm, query, body, who } = asked
  const session = sessions.get(who) ?? sessionOf(house, who)
  sessions.set(who, session)
  const search = new URLSearchParams(query).toString()
  const form = new URLSearchParams(
    Object.entries(body).map(([name, one]) => [
      name,
      typeof one === 'object' ? JSON.stringify(one) : String(one),
    ]),
  )
  const type = isForm ? 'application/x-www-form-urlencoded' : 'application/json'
  const answer = await house.server.inject({
    method,
    url: `${isApi ? '/api/v1' : ''}${path}${search && `?${search}`}`,
    headers: {
      accept: 'application/json',
      cookie: await session,
      ...(method === 'POST' ? { 'content-type': type } : {}),
    },
    ...(method === 'POST' ? { payload: isForm ? form.toString() : JSON.stringify(body) } : {}),
  })
  const said = { status: answer.statusCode, body: answer.body, retryAfter: answer.headers['retry-after'] }
  tally.take(said, () => JSON.stringify(asked))
}
