import { sql } from 'kysely'
import type { Db, Tx } from '#core/db/connect.ts'
import { inTransaction } from '#core/db/transaction.ts'
import { offeredLanguages } from '#core/i18n/languages.ts'
import type { Translators } from '#core/i18n/load-catalogues.ts'
import type { Translate } from '#core/i18n/translate.ts'
import { makeNotice, type NoticeText } from './make-notice.ts'
import type { StandingNotice } from './standing-notice.ts'
import { STANDING_NOTICES } from './standing-notices.ts'

/**
 * Opens the standing forms of the house under their notices, at its founding and at the first start after an upgrade. What is
 * there already is left as it is: a notice belongs to those who answer for it.
 */
export async function openStandingForms(
  db: Db,
  { translators, now }: { translators: Translators; now: Date },
): Promise<void> {
  const { count } = await db
    .selectFrom('notices')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where(
      'slug',
      'in',
      STANDING_NOTICES.map(({ slug }) => slug),
    )
    .executeTakeFirstOrThrow()
  if (count === STANDING_NOTICES.length) return
  await inTransaction(db, async (tx) => {
    // Two processes may start at once.
    await sql`select pg_advisory_xact_lock(hashtextextended('standing forms', 7))`.execute(tx)
    const root = await tx
      .selectFrom('units')
      .select('id')
      .where('parentId', 'is', null)
      .orderBy('openedOn')
      .orderBy('id')
      .executeTakeFirst()
    if (!root) return
    for (const standing of STANDING_NOTICES)
      await openUnless(tx, standing, { translators, now, unitId: root.id })
  })
}

interface Opening {
  translators: Translators
  now: Date
  unitId: string
}

async function openUnless(
  tx: Tx,
  { slug, forms, terms, texts }: StandingNotice,
  { translators, now, unitId }: Opening,
): Promise<void> {
  const standing = await tx.selectFrom('notices').select('id').where('slug', '=', slug).executeTakeFirst()
  if (standing) return
  const inEach = Object.fromEntries(
    offeredLanguages.map((language) => [language, textIn(translators.for(language), texts)]),
  )
  const version = { ...terms, texts: inEach, original: 'en' }
  const { id } = await makeNotice(tx, { slug, unitId, version, madeBy: null }, now)
  for (const name of forms)
    await tx
      .insertInto('standingForms')
      .values({ name, noticeId: id, openedAt: now })
      .onConflict((conflict) => conflict.doNothing())
      .execute()
}

function textIn(t: Translate, texts: StandingNotice['texts']): NoticeText {
  return {
    title: t(texts.title),
    summary: t(texts.summary),
    purpose: t(texts.purpose),
    kept: t(texts.kept),
    seen: t(texts.seen),
    published: t(texts.published),
    objecting: t(texts.objecting),
  }
}
