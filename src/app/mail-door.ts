import { readFile } from 'node:fs/promises'
import type { Config } from '#core/config/config.ts'
import type { Log } from '#core/log/log.ts'
import { OperatorError } from '#core/operator-error.ts'
import { listenForMail, mailChecker, uncheckedMail } from '../listen/intake/index.ts'
import type { OpenHouse } from './open-house.ts'

interface Opening {
  open: OpenHouse
  isPublic: boolean
  log: Log
}

/** Opens the door for mail where it is configured; a demonstration opens one for this machine alone. Null where there is none. */
export async function openMailDoor(
  config: Config,
  { open, isPublic, log }: Opening,
): Promise<{ welcome: string; close(): Promise<void> } | null> {
  const { db, clock, house } = open.jobHouse
  const domain = house.routesIn?.mailDomain
  if (domain === undefined) return null
  const isConfigured = config.mailInPort !== undefined
  const host = isConfigured && (isPublic || !house.isDemo) ? config.host : '127.0.0.1'
  const tls = await tlsOf(config)
  const check = config.mailInChecks ? mailChecker() : uncheckedMail
  const secret = house.secret
  const port = config.mailInPort ?? 0
  const proxies = config.mailInProxies
  const door = { db, clock, log, secret, domain, host, port, tls, check, proxies }
  const listening = await listenForMail(door).catch((error: unknown) => {
    throw explained(error, config)
  })
  return {
    welcome: `Mail to call-<number>@${domain} is taken in at ${host}, port ${listening.port}`,
    close: listening.close,
  }
}

async function tlsOf({ mailInCertificate, mailInKey }: Config) {
  if (mailInCertificate === undefined || mailInKey === undefined) return undefined
  try {
    const [cert, key] = await Promise.all([readFile(mailInCertificate), readFile(mailInKey)])
    return { cert, key }
  } catch {
    throw new OperatorError(
      'The files of MAIL_IN_CERTIFICATE and MAIL_IN_KEY cannot be read. Give their paths, and this user the right to read them.',
    )
  }
}

function explained(error: unknown, { mailInPort = 0 }: Config): unknown {
  const code = error instanceof Error && 'code' in error ? error.code : ''
  if (code === 'EADDRINUSE')
    return new OperatorError(
      `Port ${mailInPort} is taken by another mail server. Set MAIL_IN_PORT to another.`,
    )
  if (code === 'EACCES')
    return new OperatorError(
      `This user may not listen on port ${mailInPort}. Set MAIL_IN_PORT to one above 1023, and let port 25 lead there.`,
    )
  return error
}
