import { setTimeout as pause } from 'node:timers/promises'
import { clearLeftovers } from './leftovers.ts'
import { type Server, type ServerNeed, startServer } from './server.ts'

export interface Keeper {
  server(): Server
  stop(): Promise<void>
}

const LONGEST_PAUSE_MS = 30_000

/** Starts the server and, each time it ends unasked, starts it again: at once, then after ever longer pauses. */
export async function keepRunning(need: ServerNeed): Promise<Keeper> {
  const stopping = new AbortController()
  let server = await start(need)
  const watch = async () => {
    while (!stopping.signal.aborted) {
      await server.ended
      if (stopping.signal.aborted) return
      need.log('The database was ended from outside; it is started again.')
      server = (await startAgain(need, stopping.signal)) ?? server
    }
  }
  const watching = watch()
  return {
    server: () => server,
    stop: async () => {
      stopping.abort()
      await server.stop()
      await watching
      // A new server may have come up while we were asked to stop.
      await server.stop()
    },
  }
}

async function start(need: ServerNeed): Promise<Server> {
  await clearLeftovers(need)
  return await startServer(need)
}

/** Undefined when asked to stop before a start succeeded. */
async function startAgain(need: ServerNeed, signal: AbortSignal): Promise<Server | undefined> {
  for (let failures = 0; !signal.aborted; failures += 1) {
    try {
      return await start(need)
    } catch (error) {
      need.log(error instanceof Error ? error.message : String(error))
      await pause(Math.min(LONGEST_PAUSE_MS, 500 * 2 ** failures), undefined, { signal }).catch(() => {})
    }
  }
  return undefined
}
