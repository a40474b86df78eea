import { pino } from 'pino'

/** The operator's log: lines of JSON with ids and reasons, never words, names, addresses or tokens. */
export interface Log {
  info(facts: LogFacts, message: string): void
  warn(facts: LogFacts, message: string): void
  error(facts: LogFacts, message: string): void
}

type LogFacts = Record<string, string | number | boolean | null | undefined>

export function createLog(level: 'silent' | 'info' | 'warn' = 'info'): Log {
  return pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime })
}

/** What may be logged of a thrown thing: its class, code and place; its message may quote a person's words. */
export function describeError(error: unknown): LogFacts {
  if (!(error instanceof Error)) return { error: typeof error }
  const code = 'code' in error && typeof error.code === 'string' ? error.code : undefined
  const constraint =
    'constraint' in error && typeof error.constraint === 'string' ? error.constraint : undefined
  const frames = error.stack?.split('\n').filter((line) => line.trimStart().startsWith('at ')) ?? []
  return { error: error.name, code, constraint, at: frames.slice(0, 6).join(' ') }
}
