/** One verb of the launcher: `./moot <name> …`. It answers the process's exit code: 0 well, 1 refused, 2 wrong words. */
export interface Command {
  name: string
  /** One line for the list that `./moot help` prints. */
  summary: string
  /** What `./moot <name> --help` prints. */
  usage: string
  run(args: readonly string[], terminal: Terminal): Promise<number>
}

/**
 * Where a command speaks: results to `out`, progress and complaints to `err`. Each text is written as a line of its own
 * (a line end is added where it has none); a text that begins with a carriage return redraws the line instead.
 */
export interface Terminal {
  out(text: string): void
  err(text: string): void
  /** True when a person watches `err`, so that progress may redraw its line. */
  isWatched: boolean
}
