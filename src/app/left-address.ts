import { readFile, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { Config } from '#core/config/config.ts'

/*
 * Where a running demonstration is reached, left in its data folder: a verb in another terminal has neither its PORT nor its BASE_URL,
 * and would print links, and write letters, that lead to nobody.
 */
const fileIn = ({ dataFolder }: Config) => path.join(dataFolder, 'address')

/** Answers how to take it away again. With a database of one's own there is no folder that all share: each verb is told BASE_URL. */
export async function leaveAddress(config: Config): Promise<() => Promise<void>> {
  if (config.databaseUrl !== undefined) return async () => {}
  await writeFile(fileIn(config), `${config.baseUrl}\n`)
  return () => rm(fileIn(config), { force: true })
}

/** The same, with the address that the running one left. */
export async function withLeftAddress(config: Config): Promise<Config> {
  if (config.databaseUrl !== undefined) return config
  const left = await readFile(fileIn(config), 'utf8').catch(() => '')
  return URL.canParse(left.trim()) ? { ...config, baseUrl: left.trim() } : config
}
