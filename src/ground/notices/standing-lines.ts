import { sql } from 'kysely'
import type { Db } from '#core/db/connect.ts'

/** The one line of a notice that stands at a form. */
export interface NoticeOfForm {
  slug: string
  version: number
  summary: string
  /** That of the text, where the reader's was not there. */
  language: string
}

interface Row extends NoticeOfForm {
  form: string
  isOriginal: boolean
}

/** So long a line may be older than its notice: every page would ask the database otherwise. */
const KEPT_MS = 10_000

/** The notices of the standing forms, kept at hand for every page that has a form. */
export class StandingLines {
  readonly #db: Db
  #rows: readonly Row[] = []
  #readAt: number | null = null

  constructor(db: Db) {
    this.#db = db
  }

  /** Reads them anew where they are too old; called before a page is made. */
  async freshen(now: Date): Promise<void> {
    const age = this.#readAt === null ? null : now.getTime() - this.#readAt
    if (this.#rows.length > 0 && age !== null && age >= 0 && age < KEPT_MS) return
    this.#readAt = now.getTime()
    this.#rows = await standingLines(this.#db, now)
  }

  /** The line of a form, in the reader's language or as it was written; null for a form that stands under no notice. */
  lineOf(form: string, language: string): NoticeOfForm | null {
    const lines = this.#rows.filter((row) => row.form === form)
    return lines.find((line) => line.language === language) ?? lines.find((line) => line.isOriginal) ?? null
  }
}

async function standingLines(db: Db, now: Date): Promise<Row[]> {
  const { rows } = await sql<Row>`
    select
      standing_forms.name as form, notices.slug, newest.version, texts.summary, texts.language,
      texts.is_original as "isOriginal"
    from standing_forms
    join notices on notices.id = standing_forms.notice_id
    cross join lateral (
      select max(version) as version
      from notice_versions
      where notice_versions.notice_id = notices.id and from_at <= ${now}
    ) as newest
    join notice_texts as texts on texts.notice_id = notices.id and texts.version = newest.version`.execute(db)
  return rows
}
