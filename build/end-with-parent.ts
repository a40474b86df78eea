const LOOK_AFTER_MS = 500
const PATIENCE_MS = 15_000

/**
 * Under npm, or under the older Node that started us, we are somebody's child: if that one is killed the hard way we would
 * stay behind with the port and the database. So we look, and stop ourselves as a signal would. Called from a shell, we leave
 * it alone: people do close the shell and let a server run.
 */
export function endWithParent(): void {
  if (!process.env.MOOT_OUTER && !process.env.npm_lifecycle_event) return
  delete process.env.MOOT_OUTER
  const parent = process.ppid
  const timer = setInterval(() => {
    if (process.ppid === parent) return
    clearInterval(timer)
    setTimeout(() => process.exit(1), PATIENCE_MS).unref()
    process.kill(process.pid, 'SIGTERM')
  }, LOOK_AFTER_MS)
  timer.unref()
}
