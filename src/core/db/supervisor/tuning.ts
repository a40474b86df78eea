import { totalmem } from 'node:os'

export type Tuning = 'live' | 'test'

const MB = 1_048_576

/** Settings given at every start, so that a new version's advice reaches old folders too. */
export function settingsFor(tuning: Tuning): Record<string, string> {
  return { ...common, ...(tuning === 'live' ? live() : test) }
}

const common: Record<string, string> = {
  timezone: 'UTC',
  log_timezone: 'UTC',
  lc_messages: 'C',
  // Statements and key values may hold people's words: neither goes to the log.
  log_min_error_statement: 'panic',
  log_error_verbosity: 'terse',
  log_checkpoints: 'off',
  // Our statements are short; compiling them costs more than it saves.
  jit: 'off',
  random_page_cost: '1.1',
}

function live(): Record<string, string> {
  const memory = Math.floor(
    Math.min(process.constrainedMemory() || Number.POSITIVE_INFINITY, totalmem()) / MB,
  )
  return {
    // An eighth, not the usual quarter: the web server and the worker live on the same machine.
    shared_buffers: `${between(64, Math.floor(memory / 8), 1_024)}MB`,
    effective_cache_size: `${Math.max(256, Math.floor(memory / 2))}MB`,
    work_mem: '16MB',
    maintenance_work_mem: `${between(64, Math.floor(memory / 16), 512)}MB`,
    max_connections: '100',
    // A page's first change after a checkpoint is logged whole. Its own compression took a third of the database's time in a rush of
    // hand-ins; room for more between two checkpoints saves more of the log than it did, for a few seconds of recovery.
    max_wal_size: '2GB',
    checkpoint_timeout: '10min',
    // Someone who lost the line in the middle of a transaction must not hold locks for ever.
    idle_in_transaction_session_timeout: '5min',
    tcp_keepalives_idle: '60',
  }
}

/** Nothing survives a power cut with these: for tests that do not try durability. */
const test: Record<string, string> = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  wal_level: 'minimal',
  max_wal_senders: '0',
  max_wal_size: '2GB',
  checkpoint_timeout: '1h',
  shared_buffers: '256MB',
  max_connections: '200',
  // Its workers would sit in a template database that a test wants to clone.
  autovacuum: 'off',
}

function between(least: number, wanted: number, most: number): number {
  return Math.max(least, Math.min(wanted, most))
}
