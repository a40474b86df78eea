import pg from 'pg'

/** A statement by the database's owner: bare tables beside ours, and what autovacuum does, are not the application's to do. */
export async function asOwner(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}
