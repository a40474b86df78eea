import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:net'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { projectRoot } from '#core/config/project-root.ts'

export interface WebProcess {
  url: string
  pid: number
  /** `kill -9`, and waits until it is gone. */
  kill(): Promise<void>
  /** Asks it to stop, as a service manager does, and waits until it has. */
  stop(): Promise<void>
}

export interface ProcessNeed {
  databaseUrl: string
  only: 'web' | 'worker'
  port: number
  /** Where people reach it; its own port unless a balancer stands before it. */
  baseUrl?: string
  natsUrl?: string
  /** Where the worker's mail door listens, and for which addresses. */
  mailIn?: { port: number; domain: string }
}

/** A real Folkmoot process on a database of its own, as an operator starts it. */
export async function startProcess(need: ProcessNeed): Promise<WebProcess> {
  const { only, port } = need
  const url = `http://127.0.0.1:${port}`
  const child = spawn(
    process.execPath,
    [path.join(projectRoot, 'dist', 'cli.js'), 'start', '--only', only, '--writes-per-minute', '1000000'],
    { env: environmentOf(need, url), stdio: ['ignore', 'ignore', 'pipe'] },
  )
  const endWithUs = () => child.kill('SIGKILL')
  process.once('exit', endWithUs)
  let complaints = ''
  child.stderr?.on('data', (text) => {
    complaints = `${complaints}${text}`.slice(-2_000)
  })
  if (only === 'web') await untilReady(url, child, () => complaints)
  child.on('exit', (code) => {
    process.removeListener('exit', endWithUs)
    if (code) console.error(`${only} ended by itself (${code}): ${complaints}`)
  })
  return { url, pid: child.pid ?? 0, kill: () => end(child, 'SIGKILL'), stop: () => end(child, 'SIGTERM') }
}

function environmentOf({ databaseUrl, port, baseUrl, natsUrl, mailIn }: ProcessNeed, url: string) {
  return {
    ...process.env,
    DATABASE_URL: databaseUrl,
    PORT: String(port),
    BASE_URL: baseUrl ?? url,
    NATS_URL: natsUrl ?? '',
    ...(mailIn && { MAIL_IN_PORT: String(mailIn.port), MAIL_IN_DOMAIN: mailIn.domain, HOST: '127.0.0.1' }),
    FOLKMOOT_LOG: 'silent',
  }
}

async function end(child: ChildProcess, signal: 'SIGKILL' | 'SIGTERM'): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const ended = once(child, 'exit')
  child.kill(signal)
  await ended
}

async function untilReady(url: string, child: ChildProcess, complaints: () => string): Promise<void> {
  while (child.exitCode === null && child.signalCode === null) {
    const isReady = await fetch(`${url}/health/ready`).then(
      (reply) => reply.ok,
      () => false,
    )
    if (isReady) return
    await pause(50)
  }
  throw new Error(`The web process ended before it was ready. ${complaints()}`)
}

export function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}
