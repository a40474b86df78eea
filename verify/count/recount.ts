/** What a recount found, in the words that `./moot count --json` uses. */
export interface Recount {
  quota: string | null
  /** Votes by name at the end of each stage. */
  stages: Record<string, string>[]
  elected: string[]
}
