import { once } from 'node:events'
import { connect, type Socket } from 'node:net'

export interface RawReply {
  status: number
  body: string
  etag: string
}

/**
 * One kept-alive HTTP/1.1 connection, a request at a time, as light as can be: the load must not take the processor that it
 * measures. It reads what our server writes (a content length, chunks, or no body) and nothing more.
 */
export class RawClient {
  readonly #socket: Socket
  #waiting: { resolve(reply: RawReply): void; reject(error: Error): void } | null = null
  #pieces: Buffer[] = []
  #length = 0
  #needed = 0

  private constructor(socket: Socket) {
    this.#socket = socket
    socket.setNoDelay(true)
    socket.on('data', (piece) => this.#take(piece))
    socket.on('error', (error) => this.#fail(error))
    socket.on('close', () => this.#fail(new Error('The server closed the connection.')))
  }

  static async open(port: number): Promise<RawClient> {
    const socket = connect(port, '127.0.0.1')
    await once(socket, 'connect')
    return new RawClient(socket)
  }

  /** `text` is the whole request, head and body. */
  send(text: string): Promise<RawReply> {
    return new Promise((resolve, reject) => {
      this.#waiting = { resolve, reject }
      this.#socket.write(text)
    })
  }

  close(): void {
    this.#waiting = null
    this.#socket.destroy()
  }

  #take(piece: Buffer): void {
    this.#pieces.push(piece)
    this.#length += piece.length
    if (this.#length < this.#needed) return
    const whole = this.#pieces.length === 1 ? piece : Buffer.concat(this.#pieces)
    this.#pieces = [whole]
    const headEnd = whole.indexOf('\r\n\r\n')
    if (headEnd === -1) return
    const head = whole.toString('latin1', 0, headEnd)
    const bodyAt = headEnd + 4
    const end = endOf(head, whole, bodyAt)
    if (end > whole.length) {
      this.#needed = end
      return
    }
    const etag = /\r\netag: (\S+)/i.exec(head)?.[1] ?? ''
    this.#answer({ status: Number(head.slice(9, 12)), body: whole.toString('utf8', bodyAt, end), etag })
  }

  #answer(reply: RawReply): void {
    this.#pieces = []
    this.#length = 0
    this.#needed = 0
    const waiting = this.#waiting
    this.#waiting = null
    waiting?.resolve(reply)
  }

  #fail(error: Error): void {
    this.#waiting?.reject(error)
    this.#waiting = null
  }
}

/** Where the reply ends; beyond what is there while it has not come whole. */
function endOf(head: string, whole: Buffer, bodyAt: number): number {
  const length = /\r\ncontent-length: (\d+)/i.exec(head)?.[1]
  if (length !== undefined) return bodyAt + Number(length)
  if (!/\r\ntransfer-encoding: chunked/i.test(head)) return bodyAt
  const last = whole.indexOf('0\r\n\r\n', bodyAt)
  return last === -1 ? whole.length + 1 : last + 5
}

export function getText(path: string, headers: Readonly<Record<string, string>> = {}): string {
  const lines = Object.entries({ host: '127.0.0.1', accept: 'text/html', ...headers })
  return `GET ${path} HTTP/1.1\r\n${lines.map(([name, value]) => `${name}: ${value}\r\n`).join('')}\r\n`
}

export function postText(path: string, body: object, headers: Readonly<Record<string, string>> = {}): string {
  const text = JSON.stringify(body)
  const lines = Object.entries({
    host: '127.0.0.1',
    accept: 'application/json',
    'content-type': 'application/json',
    'content-length': String(Buffer.byteLength(text)),
    ...headers,
  })
  return `POST ${path} HTTP/1.1\r\n${lines.map(([name, value]) => `${name}: ${value}\r\n`).join('')}\r\n${text}`
}
