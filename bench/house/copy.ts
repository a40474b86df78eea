import pg from 'pg'

/** As much of the connection as COPY needs (PostgreSQL's frontend/backend protocol, section 55.2.6). */
interface Wire {
  sendCopyFromChunk(piece: Buffer): void
  endCopyFrom(): void
}

/** One COPY statement, either way: the library speaks the protocol and leaves this part to whoever wants it. */
class Copy {
  readonly #text: string
  readonly #given: readonly Buffer[]
  readonly #settle: { resolve(taken: Buffer[]): void; reject(error: Error): void }
  readonly #taken: Buffer[] = []
  #error: Error | null = null

  constructor(
    { text, given }: { text: string; given: readonly Buffer[] },
    settle: { resolve(taken: Buffer[]): void; reject(error: Error): void },
  ) {
    this.#text = text
    this.#given = given
    this.#settle = settle
  }

  submit(wire: Pick<pg.Connection, 'query'>): void {
    wire.query(this.#text)
  }

  handleCopyInResponse(wire: Wire): void {
    for (const piece of this.#given) wire.sendCopyFromChunk(piece)
    wire.endCopyFrom()
  }

  handleCopyData({ chunk }: { chunk: Buffer }): void {
    this.#taken.push(Buffer.from(chunk))
  }

  handleError(error: Error): void {
    this.#error = error
    this.#settle.reject(error)
  }

  handleCommandComplete(): void {}

  handleReadyForQuery(): void {
    if (!this.#error) this.#settle.resolve(this.#taken)
  }
}

async function run(client: pg.Client, text: string, given: readonly Buffer[] = []): Promise<Buffer[]> {
  return new Promise((resolve, reject) => {
    client.query(new Copy({ text, given }, { resolve, reject }))
  })
}

/** Seconds that COPY takes for these rows into a new table of this shape, which is dropped again. */
export async function copySeconds(
  url: string,
  { rows, table, shape }: { rows: string; table: string; shape: string },
): Promise<number> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    const copied = inPieces(await run(client, `copy (${rows}) to stdout`))
    await client.query(`create table ${table} ${shape}`)
    const begun = performance.now()
    await run(client, `copy ${table} from stdin`, copied)
    const seconds = (performance.now() - begun) / 1000
    await client.query(`drop table ${table}`)
    return seconds
  } finally {
    await client.end()
  }
}

/** The server sends a row a message; 64 kB at a time is how a program would send a file. */
function inPieces(rows: readonly Buffer[]): Buffer[] {
  const whole = Buffer.concat(rows)
  const size = 65_536
  return Array.from({ length: Math.ceil(whole.length / size) }, (_, at) =>
    whole.subarray(at * size, (at + 1) * size),
  )
}
