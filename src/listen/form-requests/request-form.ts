import { sql } from 'kysely'
import type { Db } from '#core/db/connect.ts'
import type { Once } from '#core/db/once.ts'
import type { Body } from '#ground/bodies/queries.ts'
import { columnsOf, type PublishedText } from '#ground/translations/published-text.ts'
import { type Author, type HandInOutcome, handInSubmission } from '../../propose/submissions/index.ts'

export interface FormRequest {
  /** The text it is about. */
  text: Pick<PublishedText, 'id' | 'sort'>
  form: string
  /** The language it is wanted in. */
  language: string
  title: string
  words: string
  /** The language of these words: the asker's page. */
  said: string
  body: Pick<Body, 'id' | 'slug' | 'unitId' | 'holdsStrangers'>
  author: Author
}

/**
 * Hands the request in as a question to the front desk, with a receipt, a clock and a story like any other, and notes what it
 * asks for. A retry after a crash between the two notes it then.
 */
export async function requestForm(
  db: Db,
  { request, once, secret }: { request: FormRequest; once: Once; secret: Uint8Array },
): Promise<HandInOutcome> {
  const { text, form, language, title, words, said, body, author } = request
  const { matterId, workId } = columnsOf(text)
  const outcome = await handInSubmission(db, {
    handIn: {
      title,
      words,
      language: said,
      kind: 'question',
      body,
      isWhoeverShould: true,
      onBehalfOf: null,
      author,
      route: 'web',
    },
    once,
    secret,
  })
  if (!outcome.ok) return outcome
  await db
    .insertInto('formRequests')
    .columns(['id', 'matterId', 'workId', 'form', 'language'])
    .expression((eb) =>
      eb
        .selectFrom('matters')
        .select([
          'matters.id',
          sql<string | null>`${matterId}::uuid`.as('matterId'),
          sql<string | null>`${workId}::uuid`.as('workId'),
          eb.val(form).as('form'),
          eb.val(language).as('language'),
        ])
        .where('matters.number', '=', outcome.number),
    )
    .onConflict((conflict) => conflict.column('id').doNothing())
    .execute()
  return outcome
}
