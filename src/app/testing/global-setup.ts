import type { TestProject } from 'vitest/node'
import { migrate } from '#core/db/migrate.ts'
import { startTestDatabase } from '#core/db/supervisor/start-test-database.ts'
import { makeTemplate } from './database-server.ts'

declare module 'vitest' {
  interface ProvidedContext {
    databaseServer: string
  }
}

/** One PostgreSQL for the whole run (or the one named by FOLKMOOT_TEST_DATABASE_URL), with a migrated template to clone. */
export default async function setup(project: TestProject) {
  const given = process.env.FOLKMOOT_TEST_DATABASE_URL
  const server = given ? { url: given, stop: async () => {} } : await startTestDatabase()
  await makeTemplate(server.url, (url) =>
    migrate(url, new URL('../../../db/migrations', import.meta.url).pathname),
  )
  project.provide('databaseServer', server.url)
  return () => server.stop()
}
