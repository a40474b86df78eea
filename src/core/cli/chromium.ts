import { execFile } from 'node:child_process'
import { access, constants } from 'node:fs/promises'
import { delimiter, join } from 'node:path'
import { promisify } from 'node:util'
import { OperatorError } from '../operator-error.ts'

const NAMES = ['chromium', 'chromium-browser', 'google-chrome']

/** Path of the Chromium that browser tests drive: `CHROMIUM`, or the first found on the PATH; undefined if there is none. */
export async function findChromium(
  environment: NodeJS.ProcessEnv = process.env,
): Promise<string | undefined> {
  const folders = (environment.PATH ?? '').split(delimiter).concat('/usr/bin')
  const paths = folders.flatMap((folder) => NAMES.map((name) => join(folder, name)))
  for (const path of environment.CHROMIUM ? [environment.CHROMIUM] : paths) {
    if (await isRunnable(path)) return path
  }
  return undefined
}

/** Installs Debian's Chromium. Throws `OperatorError` with the command to run by hand where it cannot. */
export async function installChromium(): Promise<void> {
  const asRoot = process.getuid?.() === 0 ? [] : ['sudo', '-n']
  const run = promisify(execFile)
  const apt = async (...words: string[]) => {
    const [program = 'apt-get', ...args] = [...asRoot, 'apt-get', '-qq', ...words]
    await run(program, args, { env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } })
  }
  try {
    await apt('update')
    await apt('install', '-y', '--no-install-recommends', 'chromium')
  } catch (error) {
    const words =
      error instanceof Error ? error.message.trim().split('\n').slice(-2).join(' ') : String(error)
    throw new OperatorError(`Chromium could not be installed. ${HOW_TO_INSTALL} (${words})`)
  }
}

export const HOW_TO_INSTALL =
  'Install it with: sudo apt-get install chromium. On other systems set CHROMIUM to its path.'

async function isRunnable(path: string): Promise<boolean> {
  return await access(path, constants.X_OK).then(
    () => true,
    () => false,
  )
}
