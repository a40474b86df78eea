import { z } from 'zod'

/** First line of every backup. docs/formats/backup.md says what follows. */
export const FORMAT = 'folkmoot backup/v1'

/** Ends the rows of a table, alone on its line; no row of PostgreSQL's text format can look like it. */
export const END_OF_ROWS = '\\.\n'

/** Second line: what the backup is of. */
export const headerShape = z.object({
  made_at: z.string(),
  version: z.string(),
  organisation: z.string(),
  migrations: z.array(z.string()),
  record: z.object({ name: z.string(), size: z.number(), root: z.string() }),
})
export type BackupHeader = z.infer<typeof headerShape>

/** After the last table: how many rows each had, and how far each sequence had counted. */
export const endShape = z.object({
  rows: z.record(z.string(), z.number()),
  sequences: z.record(z.string(), z.string()),
})
export type BackupEnd = z.infer<typeof endShape>

export const tableShape = z.object({ table: z.string(), columns: z.array(z.string()) })
