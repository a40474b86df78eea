import { createServer } from 'node:http'
import { connect } from 'node:net'
import { createInterface } from 'node:readline'
import type { LoadTask } from './load-task.ts'

type TaskOf<K extends LoadTask['kind']> = Extract<LoadTask, { kind: K }>

/** 200 connections under way at once: a listening socket's queue is not endless. */
const AT_ONCE = 200

/**
 * Opens a reader's connection for each follower, says `ready`, and then, whenever all have heard of a change, prints when
 * the last one had (milliseconds since 1970).
 */
export async function runFollowers({ port, path, followers }: TaskOf<'followers'>): Promise<void> {
  let heard = 0
  const hear = () => {
    heard += 1
    if (heard % followers === 0) process.stdout.write(`${JSON.stringify({ lastAt: Date.now() })}\n`)
  }
  for (let opened = 0; opened < followers; opened += AT_ONCE) {
    const batch = Array.from({ length: Math.min(AT_ONCE, followers - opened) })
    await Promise.all(batch.map(() => follow({ port, path, hear })))
  }
  process.stdout.write(`${JSON.stringify({ ready: followers })}\n`)
  await untilTold(() => process.exit(0))
}

/** A follower has heard when an event's last bytes have come: two line ends after an `event:`. */
function follow({ port, path, hear }: { port: number; path: string; hear(): void }): Promise<void> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1')
    let isGreeted = false
    let isEvent = false
    socket.on('connect', () =>
      socket.write(`GET ${path} HTTP/1.1\r\nhost: 127.0.0.1\r\naccept: text/event-stream\r\n\r\n`),
    )
    socket.on('data', (piece) => {
      if (!isGreeted) {
        isGreeted = true
        resolve()
      }
      if (!isEvent && piece.includes('event:')) isEvent = true
      if (isEvent && (piece.subarray(-4).includes('\n\n') || piece.subarray(-8).includes('\n\n\r\n'))) {
        isEvent = false
        hear()
      }
    })
    socket.on('error', reject)
  })
}

/** Prints its port; on each line of its input it writes the same bytes to every reader. */
export async function runBroadcast({ bytes }: TaskOf<'broadcast'>): Promise<void> {
  const event = `event: changed\ndata: ${'x'.repeat(Math.max(1, bytes - 24))}\n\n`
  const readers = new Set<{ write(text: string): void }>()
  const server = createServer((_, reply) => {
    reply.writeHead(200, { 'content-type': 'text/event-stream' })
    reply.write(':\n\n')
    readers.add(reply)
  })
  server.listen({ port: 0, host: '127.0.0.1', backlog: 1024 }, () => {
    const address = server.address()
    const port = typeof address === 'object' && address ? address.port : 0
    process.stdout.write(`${JSON.stringify({ port })}\n`)
  })
  await untilTold(
    () => process.exit(0),
    () => {
      for (const reader of readers) reader.write(event)
    },
  )
}

function untilTold(onEnd: () => void, onLine: () => void = () => {}): Promise<void> {
  return new Promise(() => {
    const lines = createInterface({ input: process.stdin })
    lines.on('line', onLine)
    lines.on('close', onEnd)
  })
}
