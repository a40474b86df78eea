import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { buffer } from 'node:stream/consumers'
import { openTestHouse } from '../../../../app/testing/open-test-house.ts'
import { signatureProblem, signedHeaders } from '../signature.ts'

export const secret = 'a shared secret of forty characters long'.replaceAll(' ', '-')

interface SentText {
  to: string
  text: string
  id: string
  isSigned: boolean
}

/** A house with a provider of text messages that brings them and takes the answers. */
export async function openTextHouse() {
  const provider = { says: 200, sent: [] as SentText[] }
  const isSigned = (request: IncomingMessage, bytes: Buffer) => {
    const header = (name: string) => String(request.headers[name] ?? '')
    return signatureProblem({ bytes, header }, { secret, now: house.clock.now() }) === null
  }
  const server = createServer(async (request, response) => {
    const bytes = await buffer(request)
    if (provider.says === 200)
      provider.sent.push({ ...JSON.parse(bytes.toString()), isSigned: isSigned(request, bytes) })
    response.writeHead(provider.says).end()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const textsUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}/messages`
  const house = await openTestHouse({ routesIn: { textsSecret: secret, textsUrl } })
  const answers = () =>
    house.db
      .selectFrom('answers')
      .innerJoin('matters', 'matters.id', 'answers.id')
      .innerJoin('answerWords', 'answerWords.answerId', 'answers.id')
      .select(['answers.id', 'matters.number', 'route', 'authorship', 'words'])
      .orderBy('matters.number')
      .execute()
  const send = async (body: Buffer, headers: Record<string, string>) => {
    const json = { 'content-type': 'application/json', accept: 'application/json' }
    const request = { url: '/intake/texts', headers: { ...json, ...headers }, payload: body }
    const reply = await house.server.inject({ method: 'POST', ...request })
    return { status: reply.statusCode, body: reply.json() as Record<string, unknown> }
  }
  return {
    ...house,
    provider,
    answers,
    newest: async () => (await answers()).at(-1),
    /** Brings bytes with these headers. */
    send,
    bring: (text: object, headers: Record<string, string> = {}) => {
      const body = Buffer.from(JSON.stringify(numbered(text)))
      return send(body, { ...signedHeaders(body, { secret, now: house.clock.now() }), ...headers })
    },
    /** What went back since the last look. */
    sentTexts: async () => {
      await house.runJobs()
      return provider.sent.splice(0)
    },
    close: async () => {
      await house.close()
      server.close()
    },
  }
}

let count = 0

/** With an id of its own and a telephone, unless it has them. */
export function numbered(text: object): object {
  count += 1
  return { id: `m${count}`, from: '+447700900123', ...text }
}
