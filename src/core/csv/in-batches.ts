interface Batching<Row, Read> {
  most: number
  /** Null for a row that is refused. */
  read(row: Row): Promise<Read | null> | Read | null
  write(batch: readonly Read[]): Promise<void>
}

/** Writes rows a batch at a time; the next batch is read while one is written. Answers how many rows were refused when they were read. */
export async function inBatches<Row, Read>(
  rows: AsyncIterable<Row>,
  { most, read, write }: Batching<Row, Read>,
): Promise<number> {
  let refused = 0
  let batch: Read[] = []
  let writing = Promise.resolve()
  const begin = async () => {
    await writing
    writing = write(batch)
    // Its failure is thrown by whoever waits for it next, not before.
    writing.catch(() => {})
    batch = []
  }
  for await (const row of rows) {
    const one = await read(row)
    if (one === null) refused += 1
    else batch.push(one)
    if (batch.length === most) await begin()
  }
  if (batch.length > 0) await begin()
  await writing
  return refused
}
