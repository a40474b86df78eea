import type { Db } from '#core/db/connect.ts'
import { insertRows } from '#core/db/insert-rows.ts'
import { brokenConstraint, inTransaction } from '#core/db/transaction.ts'
import { orderedId } from '#core/ids/ids.ts'
import { appendEntry } from '#ground/record/append-entry.ts'
import { newestCheckpoint } from '#ground/record/checkpoints.ts'
import { sampleIndices, seededRandom } from '#methods/themes/seeded-random.ts'
import { readableAnswers } from './readable-answers.ts'

interface Drawing {
  questionId: string
  call: { id: string; number: number; body: { id: string } }
  size: number
  by: { id: string; name: string }
  now: Date
}

export type Drawn = { ok: true; sampleId: string } | { ok: false; why: 'sample-open' | 'too-few-answers' }

const FEWEST = 10

/**
 * Draws the answers that people will code: by a seed from the record's newest checkpoint, which nobody can choose, from the readable
 * answers in the order of their numbers. Seed and draw are published, so that anybody can draw again.
 */
export async function drawSample(db: Db, { questionId, call, size, by, now }: Drawing): Promise<Drawn> {
  const id = orderedId(now)
  try {
    return await inTransaction(db, async (tx): Promise<Drawn> => {
      const answers = await readableAnswers(tx, questionId)
      if (answers.length < FEWEST) return { ok: false, why: 'too-few-answers' }
      const seed = await publicSeed(tx, questionId)
      const chosen = sampleIndices(
        answers.length,
        Math.min(size, answers.length),
        seededRandom(`sample ${seed}`),
      )
      await tx
        .insertInto('codingSamples')
        .values({ id, questionId, seed, drawnAt: now, drawnBy: by.id, drawnFrom: answers.length })
        .execute()
      const rows = Array.from(chosen, (at, place) => ({
        sampleId: id,
        place: place + 1,
        answerId: answers[at]?.id ?? '',
      }))
      await insertRows(tx, 'codingSampleAnswers', rows)
      const publicWords = { sample: id, seed, answers: rows.length, from: answers.length, by: by.name }
      await appendEntry(tx, {
        kind: 'call.sample-drawn',
        at: now,
        matter: call,
        bodyId: call.body.id,
        publicWords,
      })
      return { ok: true, sampleId: id }
    })
  } catch (error) {
    if (brokenConstraint(error) !== 'one_open_sample') throw error
    return { ok: false, why: 'sample-open' }
  }
}

/** The second and third line of the signed note (size and root) with the question: the record's, and not anybody's choice. */
async function publicSeed(db: Parameters<typeof newestCheckpoint>[0], questionId: string): Promise<string> {
  const checkpoint = await newestCheckpoint(db)
  const [, size = '0', root = ''] = checkpoint?.note.split('\n') ?? []
  return [size, root, questionId].filter((part) => part !== '').join(' ')
}
