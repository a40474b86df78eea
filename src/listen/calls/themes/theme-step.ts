import { sql } from 'kysely'
import type { Db, Tx } from '#core/db/connect.ts'
import { type DoneOnce, doOnce, type Once } from '#core/db/once.ts'
import { inTransaction } from '#core/db/transaction.ts'
import { orderedId } from '#core/ids/ids.ts'
import { appendEntry } from '#ground/record/append-entry.ts'
import { linkAnswers } from './link-answers.ts'
import type { Theme } from './themes-of.ts'

/** Who changes which theme, as they last saw it. */
export interface Changing {
  theme: Pick<Theme, 'id' | 'number' | 'questionId'>
  /** The version their page showed. */
  version: number
  bodyId: string
  by: { id: string; name: string }
  once: Once
}

export type StepRefusal =
  | 'changed-meanwhile'
  | 'no-such-theme'
  | 'other-question'
  | 'itself'
  | 'answers-not-there'
  | 'no-answers'
  | 'nothing-to-undo'
  | 'not-the-last'
  | 'not-a-part'
  | 'not-a-passage'
  | 'not-shown'
  | 'already-quoted'

export type StepOutcome = { ok: true; number: number } | { ok: false; why: StepRefusal }

export type StepKind = 'named' | 'merged' | 'split' | 'answers-moved' | 'raised' | 'undone'

/** The entry of each kind of step. */
const ENTRIES: Readonly<Record<StepKind, string>> = {
  named: 'theme.named',
  merged: 'theme.merged',
  split: 'theme.split',
  'answers-moved': 'theme.answers-moved',
  raised: 'theme.raised',
  undone: 'theme.undone',
}

/** What a step did, for whoever undoes it (`before`) and for its entry (`words`). */
export interface Step {
  otherId?: string
  before?: Record<string, unknown>
  answers?: number
  words?: Record<string, unknown>
}

/**
 * One change of people to a theme, in one transaction with its step, its entry and its links. Of two at once the second is told
 * that the theme changed meanwhile. `work` answers what was done, or why not; where it refuses, nothing is kept.
 */
export async function changeTheme(
  db: Db,
  changing: Changing & { kind: StepKind },
  work: (tx: Tx, stepId: string) => Promise<Step | StepRefusal>,
): Promise<DoneOnce<StepOutcome>> {
  const refusal: { why: StepRefusal | null } = { why: null }
  try {
    return await inTransaction(db, (tx) =>
      doOnce(tx, changing.once, async (): Promise<StepOutcome> => {
        if (!(await isAsSeen(tx, changing))) return { ok: false, why: 'changed-meanwhile' }
        const stepId = orderedId(changing.once.now)
        await beginStep(tx, changing, stepId)
        const done = await work(tx, stepId)
        if (typeof done === 'string') {
          refusal.why = done
          throw new Refused()
        }
        await noteStep(tx, changing, { stepId, step: done })
        return { ok: true, number: changing.theme.number }
      }),
    )
  } catch (error) {
    if (!(error instanceof Refused) || refusal.why === null) throw error
    return { ok: true, result: { ok: false, why: refusal.why }, isRepeat: false }
  }
}

/** Takes back what a refused change had begun to write; it never leaves this file. */
class Refused extends Error {}

async function isAsSeen(tx: Tx, { theme, version }: Changing): Promise<boolean> {
  // A run that is being stored, and every other step of this question, waits its turn.
  await sql`select pg_advisory_xact_lock(hashtextextended(${`themes of ${theme.questionId}`}, 7))`.execute(tx)
  const changed = await tx
    .updateTable('callThemes')
    .set({ version: version + 1 })
    .where('id', '=', theme.id)
    .where('version', '=', version)
    .where('mergedInto', 'is', null)
    .where('endedAt', 'is', null)
    .returning('id')
    .executeTakeFirst()
  return changed !== undefined
}

/** The row comes first: what it changes refers to it. */
async function beginStep(
  tx: Tx,
  { theme, kind, by, once }: Changing & { kind: StepKind },
  id: string,
): Promise<void> {
  await tx
    .insertInto('themeSteps')
    .values({ id, questionId: theme.questionId, themeId: theme.id, kind, madeBy: by.id, madeAt: once.now })
    .execute()
}

interface Done {
  stepId: string
  step: Step
}

async function noteStep(
  tx: Tx,
  changing: Changing & { kind: StepKind },
  { stepId, step }: Done,
): Promise<void> {
  const { theme, by, bodyId, once, kind } = changing
  await tx
    .updateTable('themeSteps')
    .set({
      otherId: step.otherId ?? null,
      before: JSON.stringify(step.before ?? {}),
      answers: step.answers ?? 0,
    })
    .where('id', '=', stepId)
    .execute()
  const publicWords = { ...step.words, by: by.name }
  await appendEntry(tx, { kind: ENTRIES[kind], at: once.now, workId: theme.id, bodyId, publicWords })
  const touched = [theme.id, ...(step.otherId ? [step.otherId] : [])]
  await linkAnswers(tx, { questionId: theme.questionId, themeIds: touched, at: once.now })
}
