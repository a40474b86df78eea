import type { DemoHouse } from '../open-demo.ts'

type Fields = Readonly<Record<string, string | Blob>>

/** What a program would send; as somebody of the demonstration, or as a stranger. */
export async function post(house: DemoHouse, path: string, { as, ...fields }: Fields & { as?: string }) {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) form.append(name, value)
  const hasFiles = Object.values(fields).some((value) => typeof value !== 'string')
  const plain = Object.entries(fields).map(([name, value]) => [name, String(value)])
  return fetch(house.baseUrl + path, {
    method: 'POST',
    body: hasFiles ? form : new URLSearchParams(plain),
    headers: { accept: 'application/json', ...(as ? { cookie: await cookieOf(house, as) } : {}) },
    redirect: 'manual',
  })
}

/** The same, where it has to work. */
export async function done(
  house: DemoHouse,
  path: string,
  fields: Fields & { as?: string },
): Promise<unknown> {
  const reply = await post(house, path, fields)
  if (!reply.ok) throw new Error(`${path} answered ${reply.status}: ${await reply.text()}`)
  return reply.json()
}

async function cookieOf(house: DemoHouse, person: string): Promise<string> {
  const signedIn = await post(house, '/demo/sign-in', { person })
  return signedIn.headers.getSetCookie().join('; ').replace(/;.*/, '')
}
