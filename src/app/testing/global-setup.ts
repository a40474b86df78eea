import { fileURLToPath } from 'node:url'
import type { TestProject } from 'vitest/node'
import { migrate } from '#core/db/migrate.ts'
import { startTestDatabase } from '#core/db/supervisor/start-test-database.ts'
import { dropTemplate, makeTemplate, type Template } from './database-server.ts'
import { openRunFolder } from './run-folder.ts'

declare module 'vitest' {
  interface ProvidedContext {
    databaseTemplate: Template
  }
}

/** One PostgreSQL for the whole run (or the one named by FOLKMOOT_TEST_DATABASE_URL), with a migrated template to clone. */
export default async function setup(project: TestProject) {
  const removeRunFolder = openRunFolder()
  const given = process.env.FOLKMOOT_TEST_DATABASE_URL
  const server = given ? { url: given, stop: async () => {} } : await startTestDatabase()
  const template = await makeTemplate(server.url, (url) =>
    migrate(url, fileURLToPath(new URL('../../../db/migrations', import.meta.url))),
  )
  project.provide('databaseTemplate', template)
  return async () => {
    await dropTemplate(template)
    await server.stop()
    removeRunFolder()
  }
}
