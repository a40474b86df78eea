import { sql } from 'kysely'
import type { Viewer } from '#core/access/viewer.ts'
import type { Db } from '#core/db/connect.ts'
import { inGroups } from '#core/db/in-groups.ts'
import { kept, opaque } from '#core/db/kept-statements.ts'
import { type Attached, attachmentsFrom, attachmentsIn } from '#ground/attachments/attachments-of.ts'
import { formsIn } from '#ground/forms/forms-of.ts'
import { linksIn, type Provenance, provenanceFrom } from '#ground/matters/provenance-of.ts'
import {
  type OpenCustody,
  openCustodyFrom,
  openCustodyIn,
  type Step,
  stepsFrom,
  stepsIn,
} from '#ground/matters/story-of.ts'
import { latestCaseIn } from '#ground/moderation/latest-case-of.ts'
import { type Translated, translatedFrom, translationsIn } from '#ground/translations/translations-of.ts'
import { asSeenBy, isNumber, type Submission, submissions } from './find-submission.ts'

/** A submission with all that its story page tells. */
export interface Story {
  submission: Submission
  steps: Step[]
  custody: OpenCustody | null
  provenance: Provenance
  /** Its files, while its words may be read. */
  attachments: Attached[]
  /** The newest case about its words. */
  caseId: string | null
  /** What of it can be read in the reader's language. */
  translated: Translated
  /** Its further forms, by name with commas between. */
  forms: string
  /** Its author's account, for whom its page says more; told to nobody. */
  authorId: string | null
}

/** The whole story as far as this viewer may see it, in one question: a page is made of it for every reader. */
export async function findVisibleStory(
  db: Db,
  viewer: Viewer,
  { number, language }: { number: string | undefined; language: string },
): Promise<Story | null> {
  if (!isNumber(number)) return null
  const row = await storyRow(db, { number: Number(number), language })
  if (!row) return null
  const { steps, custody, links, attachments, caseId, translations, forms, ...found } = row
  const submission = asSeenBy(found, found.authorId !== null && found.authorId === viewer.person?.id)
  return {
    submission,
    steps: stepsFrom(steps),
    custody: openCustodyFrom(custody),
    provenance: provenanceFrom(links),
    attachments: submission.words === null ? [] : attachmentsFrom(attachments),
    caseId,
    translated: translatedFrom(translations, { language, matter: submission }),
    forms,
    authorId: found.authorId,
  }
}

interface StoryAsked {
  number: number
  language: string
}

type StoryRow = Awaited<ReturnType<typeof storyRows>>[number]

/** Readers who come at once ask together: the plan of so large a question costs more than its rows. */
const storyRow = inGroups(async (db, asks: readonly StoryAsked[]): Promise<(StoryRow | null)[]> => {
  const rows = new Map((await storyRows(db, asks)).map((row) => [row.place, row]))
  return asks.map((_, at) => rows.get(at + 1) ?? null)
})

function storyRows(db: Db, asks: readonly StoryAsked[]) {
  const id = sql.ref('matters.id')
  const language = sql<string>`${opaque(sql`${asks.map((ask) => ask.language)}::text[]`)}[asked.place]`
  return submissions(
    db,
    asks.map(({ number }) => number),
  )
    .select([
      'asked.place',
      stepsIn(id).as('steps'),
      openCustodyIn(id).as('custody'),
      linksIn(id).as('links'),
      attachmentsIn(id).as('attachments'),
      latestCaseIn(id).as('caseId'),
      translationsIn(id, language).as('translations'),
      formsIn(id).as('forms'),
    ])
    .modifyEnd(kept)
    .execute()
}
