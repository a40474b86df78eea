import { connect, type NatsConnection } from '@nats-io/transport-node'
import { describeError, type Log } from '../log/log.ts'
import type { Bus } from './announce.ts'

export interface BusParts {
  /** `nats://name:password@host:4222`; `tls:` insists on TLS. */
  url: string
  /** What all processes of one house share and no other house has. */
  room: string
  log: Log
  hear(topic: string): void
  /** Called when the line is back: news may have been missed. */
  hearAll(): void
}

const RETRY_MS = 1_000

/**
 * Joins the house's room on a NATS server and stays in it: where there is none yet, or it goes away, it is looked for again
 * while PostgreSQL carries the news.
 */
export function joinBus(parts: BusParts): Bus {
  let line: NatsConnection | null = null
  let isClosed = false
  let isUp = false
  void connectTo(parts.url).then(
    async (connection) => {
      if (isClosed) return connection.close()
      line = connection
      isUp = true
      connection.subscribe(parts.room, { callback: (_, news) => parts.hear(news.string()) })
      for await (const { type } of connection.status()) {
        if (type === 'disconnect') isUp = false
        if (type === 'reconnect') {
          isUp = true
          parts.hearAll()
        }
      }
    },
    (error: unknown) =>
      parts.log.warn(describeError(error), 'NATS could not be joined; PostgreSQL carries live updates'),
  )
  return {
    isUp: () => isUp,
    publish: (topic) => line?.publish(parts.room, topic),
    close: async () => {
      isClosed = true
      isUp = false
      await line?.close()
    },
  }
}

function connectTo(address: string): Promise<NatsConnection> {
  const url = new URL(address)
  const user = decodeURIComponent(url.username)
  const pass = decodeURIComponent(url.password)
  return connect({
    servers: `${url.hostname}:${url.port || 4222}`,
    name: 'folkmoot',
    ...(pass ? { user, pass } : user ? { token: user } : {}),
    ...(url.protocol === 'tls:' ? { tls: {} } : {}),
    maxReconnectAttempts: -1,
    reconnectTimeWait: RETRY_MS,
    waitOnFirstConnect: true,
  })
}
