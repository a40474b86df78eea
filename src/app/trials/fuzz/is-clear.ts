export interface Said {
  status: number
  body: string
  retryAfter?: unknown
}

/** Good, or a problem with a title that is a sentence; a busy house says when to come again. */
export function isClear({ status, body, retryAfter }: Said): boolean {
  if (status < 400) return true
  if (status >= 500 && status !== 503 && status !== 507) return false
  if (status === 503 && retryAfter === undefined) return false
  const { title, type } = readProblem(body)
  return /^[\p{Lu}\d].* .{5,}$/su.test(title ?? '') && /\/problems\/[a-z.-]+$/.test(type ?? '')
}

function readProblem(body: string): { title?: string; type?: string } {
  try {
    return JSON.parse(body) as { title?: string; type?: string }
  } catch {
    return {}
  }
}

/** How often each status was answered, and the answers that were not clear. */
export class Tally {
  readonly statuses = new Map<number, number>()
  readonly faults: string[] = []

  take(said: Said, asked: () => string): void {
    this.statuses.set(said.status, (this.statuses.get(said.status) ?? 0) + 1)
    if (!isClear(said))
      this.faults.push(`${said.status} ${said.body.slice(0, 200)} to ${asked().slice(0, 600)}`)
  }

  get count(): number {
    return [...this.statuses.values()].reduce((sum, many) => sum + many, 0)
  }

  /** `{ '2xx': 812, '4xx': 1200 }` */
  get classes(): Record<string, number> {
    const sums: Record<string, number> = {}
    for (const [status, many] of [...this.statuses].sort(([a], [b]) => a - b)) {
      const name = `${Math.floor(status / 100)}xx`
      sums[name] = (sums[name] ?? 0) + many
    }
    return sums
  }
}
