import type { Db, Tx } from '#core/db/connect.ts'
import { inTransaction } from '#core/db/transaction.ts'
import { isLanguage } from '#core/i18n/languages.ts'
import type { Translate } from '#core/i18n/translate.ts'
import { writeLetter } from '#core/mail/letters-out.ts'
import type { JobHouse } from '#core/slice/house.ts'
import { pathToAnswer } from '../call.ts'
import { m as callMessages } from '../messages.ts'
import { OUTCOME_MESSAGES } from '../themes/choice-messages.ts'
import { nameOf } from '../themes/pages/theme-words.tsx'
import {
  type Hearer,
  nextHearers,
  nextToTell,
  type Told,
  type ToTell,
  whatWasChosen,
} from './choices-to-tell.ts'
import { m } from './messages.ts'

/** Letters of one transaction. */
export const BATCH = 200

/** 40,000 letters take some minutes, and no other job waits for all of them. */
const BATCHES_A_RUN = 10

/** Tells authors of what was chosen, one letter a decision, a batch a transaction: cut off anywhere, it goes on behind the last one. */
export async function tellOfChoices(house: JobHouse): Promise<void> {
  for (let batch = 0; batch < BATCHES_A_RUN; batch += 1) {
    if ((await tellNext(house)) === 'nothing-to-tell') return
  }
}

function tellNext(house: JobHouse): Promise<'told' | 'nothing-to-tell'> {
  return inTransaction(house.db, async (tx) => {
    const choice = await nextToTell(tx)
    if (!choice) return 'nothing-to-tell'
    const hearers = await nextHearers(tx, choice, BATCH)
    const told = hearers.length > 0 ? await whatWasChosen(tx, choice) : undefined
    if (told) for (const hearer of hearers) await writeTo(tx, hearer, { told, house })
    await noteTold(tx, choice, hearers)
    return 'told'
  })
}

async function noteTold(tx: Tx, { decisionId }: ToTell, hearers: readonly Hearer[]): Promise<void> {
  const last = hearers.at(-1)
  if (last && hearers.length === BATCH)
    await tx
      .updateTable('choicesToTell')
      .set({ toldUpTo: last.mark })
      .where('decisionId', '=', decisionId)
      .execute()
  else await tx.deleteFrom('choicesToTell').where('decisionId', '=', decisionId).execute()
}

interface Writing {
  told: Told
  house: JobHouse
}

async function writeTo(tx: Tx | Db, hearer: Hearer, { told, house }: Writing): Promise<void> {
  const t = house.translators.for(isLanguage(hearer.language) ? hearer.language : 'en')
  const letter = choiceLetter(t, { told, numbers: hearer.numbers, baseUrl: house.house.baseUrl })
  await writeLetter(tx, { to: hearer.address, ...letter }, house.clock.now())
}

/** So many of one person's answers are named; a helper's account may have given hundreds. */
const MOST_NAMED = 5

interface Telling {
  told: Told
  numbers: readonly number[]
  baseUrl: string
}

function choiceLetter(t: Translate, { told, numbers, baseUrl }: Telling): { subject: string; text: string } {
  const { body, reason, theme } = told
  const call = told.call ?? t(callMessages.untitled)
  const outcome = t(OUTCOME_MESSAGES[told.outcome])
  const urls = numbers.slice(0, MOST_NAMED).map((number) => `${baseUrl}${pathToAnswer(number)}`)
  const hidden = numbers.length - urls.length
  const text = [
    theme
      ? t(m.aboutTheme, { theme: nameOf(t, theme), call, body, outcome })
      : t(m.aboutAnswer, { call, body, outcome }),
    t(m.reason, { body, reason }),
    t(m.yours, { count: numbers.length, urls: urls.join('\n') }),
    hidden > 0 ? t(m.more, { hidden }) : null,
    t(m.why),
  ]
  return { subject: t(m.subject, { call, outcome }), text: text.filter((part) => part !== null).join('\n\n') }
}
