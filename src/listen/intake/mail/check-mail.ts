import { Resolver } from 'node:dns/promises'
import type { authenticate, DNSResolver } from 'mailauth'

/** What the sender's domain says of a mail: kept, shown to clerks, and deciding nothing by itself. */
export interface MailChecks {
  spf?: string
  dkim?: string
  dmarc?: string
  /** The domain of From, where a signature of that very domain (or its parent) holds. */
  aligned?: string
}

export interface Envelope {
  sender: string
  ip: string
  helo: string
  domain: string
}

export type CheckMail = (raw: Buffer, envelope: Envelope) => Promise<MailChecks>

const NAME_SERVER_MS = 3_000
const LONGEST_MS = 10_000

/** Asks no name server: nothing is known. */
export const uncheckedMail: CheckMail = async () => ({})

/** By DNS, as the machine has it; a slow or absent name server leaves the mail unchecked, never refused. */
export function mailChecker(resolve: DNSResolver = ownResolver()): CheckMail {
  return async (raw, { sender, ip, helo, domain }) => {
    // A quarter of a second of every start, for whoever takes in mail alone.
    const mailauth = await import('mailauth')
    const checked = mailauth.authenticate(raw, {
      sender,
      ip,
      helo,
      mta: domain,
      resolver: resolve,
      disableArc: true,
      disableBimi: true,
    })
    const found = await within(checked, LONGEST_MS)
    return found === null ? {} : summary(found)
  }
}

function ownResolver(): DNSResolver {
  const resolver = new Resolver({ timeout: NAME_SERVER_MS, tries: 1 })
  return (name, type) => resolver.resolve(name, type) as Promise<string[][] | string[]>
}

async function within<T>(work: Promise<T>, ms: number): Promise<T | null> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<null>((resolve) => {
    timer = setTimeout(resolve, ms, null)
  })
  try {
    return await Promise.race([work.catch(() => null), late])
  } finally {
    clearTimeout(timer)
  }
}

function summary({ spf, dkim, dmarc }: Awaited<ReturnType<typeof authenticate>>): MailChecks {
  const results = dkim?.results ?? []
  const passed = results.find(({ status }) => status.result === 'pass' && status.aligned)
  const best = passed ?? results.find(({ status }) => status.result === 'pass') ?? results[0]
  return {
    spf: spf ? String(spf.status.result) : 'none',
    dkim: best ? String(best.status.result) : 'none',
    dmarc: dmarc ? String(dmarc.status.result) : 'none',
    aligned: passed && typeof passed.status.aligned === 'string' ? passed.status.aligned : undefined,
  }
}
