import { unorderedId } from '#core/ids/ids.ts'
import { announce, handedIn } from './handed-in.ts'
import { inLetterTo } from './letters.ts'
import { CLERK, HEADERS, idOf, MEMBER, STRANGER } from './marked-people.ts'
import type { TestHouse } from './open-test-house.ts'
import type { Visitor } from './visitor.ts'

/** Hands in as somebody at a browser; a mark in the title, one in the words. */
async function handInAs(visitor: Visitor, mark: string, fields: Record<string, string> = {}) {
  const words = { title: `${mark}title stands here`, words: `Then ${mark}words.`, to: 'housing' }
  const reply = await visitor.postJson('/api/v1/submissions', { ...words, authorship: 'named', ...fields })
  const { number, receipt } = reply.json() as { number: number; receipt: { key?: string } }
  return { path: `/submissions/${number}`, number, key: receipt.key ?? '' }
}

async function caseAbout(house: TestHouse, number: number): Promise<string> {
  const { id } = await house.db
    .selectFrom('moderationCases')
    .innerJoin('matters', 'matters.id', 'moderationCases.matterId')
    .select('moderationCases.id')
    .where('matters.number', '=', number)
    .executeTakeFirstOrThrow()
  return id
}

/** What a member does in a year, in every slice, through its routes. `clerk` is clerk and moderator of housing. */
export async function liveAsMember(house: TestHouse, member: Visitor, clerk: Visitor): Promise<void> {
  const { mark, email } = MEMBER
  await member.post('/account/tokens', { name: `${mark}token`, scopes: 'desk:read', days: '7' })
  await member.post('/account/recovery-codes')
  await member.postJson('/account/passkeys/options', {})
  await addPasskey(house)
  await member.post('/submissions/drafts', {
    title: `${mark}draft`,
    words: `${mark}draftwords`,
    email,
    authorship: 'named',
  })
  await handWritten(house, member, clerk)
  await askedAgain(house, member, clerk)
  await removedAndAppealed(house, member, clerk)
  const other = await handedIn(house, {}, 'olga')
  await house.visitor().post('/following', { matter: String(other.number), email })
  const follow = await inLetterTo(house, email, /\/following\/[\w.-]+/)
  await house.visitor().post(`${follow}/confirmation`)
  await member.post('/my-data/correction', { name: `${MEMBER.name} ${mark}corrected`, language: 'en' })
  await member.post('/my-data/objections', { words: `${mark}objection` })
  await member.post('/my-data/address', { email: `${mark}new@example.org` })
  await member.post('/my-data/copy')
  await house.visitor().post('/my-data/codes', { email })
  await house.visitor().post('/sign-in', { email, to: `/${mark}path` })
}

/** A passkey needs a device: its row is written as the route would. */
async function addPasskey(house: TestHouse): Promise<void> {
  const personId = await idOf(house, MEMBER.email)
  const at = house.clock.now()
  await house.db
    .insertInto('passkeys')
    .values({
      id: unorderedId(),
      personId,
      credentialId: `${MEMBER.mark}credential`,
      publicKey: Buffer.from(`${MEMBER.mark}publickey`),
      counter: 0,
      transports: [],
      name: `${MEMBER.mark}passkey`,
      addedAt: at,
    })
    .execute()
}

/** Named and withdrawn with a reason; withheld, with letters both ways. */
async function handWritten(house: TestHouse, member: Visitor, clerk: Visitor): Promise<void> {
  const { mark } = MEMBER
  const withdrawn = await handInAs(member, mark)
  await member.post(`${withdrawn.path}/withdrawal`, { reason: `${mark}withdrawal` })
  await handInAs(member, mark, { title: `${mark}open one` })
  const withheld = await handInAs(member, mark, { authorship: 'withheld' })
  await clerk.post(`${withheld.path}/letters`, { words: `Which street, ${CLERK.mark}letter?` })
  await member.post(`${withheld.path}/letters`, { words: `${mark}letter` })
  await clerk.get(`${withheld.path}/letters`)
  const anothers = await handedIn(house, { authorship: 'withheld', name: 'P.' })
  await clerk.post(`${anothers.path}/letters`, { words: `Ask ${STRANGER.email} about it.` })
}

/** Refused, looked at again by another body, and judged. */
async function askedAgain(house: TestHouse, member: Visitor, clerk: Visitor): Promise<void> {
  const { mark } = MEMBER
  const motion = await handInAs(member, mark)
  await clerk.post(`${motion.path}/decision`, { outcome: 'refused', reason: `${CLERK.mark}reason` })
  await announce(house)
  await member.post(`${motion.path}/review`, { reason: `${mark}review` })
  house.moveOn(1)
  const gwen = await house.as('gwen')
  await gwen.post(`${motion.path}/decision`, { outcome: 'answered', reason: 'So it is.' })
  await announce(house)
  house.moveOn(15)
  await member.post(`${motion.path}/verdict`, { verdict: 'no', words: `${mark}verdict` })
}

async function removedAndAppealed(house: TestHouse, member: Visitor, clerk: Visitor): Promise<void> {
  const { mark } = MEMBER
  const matter = await handInAs(member, mark)
  const report = { matter: String(matter.number), reason: 'insult', remark: 'Look at it.' }
  await house.visitor().post('/moderation/reports', report)
  const id = await caseAbout(house, matter.number)
  const removal = { outcome: 'removed', reason: 'insult', explanation: `${CLERK.mark}explanation` }
  await clerk.post(`/moderation/cases/${id}/decision`, removal)
  await member.post(`/moderation/cases/${id}/appeal`, { words: `${mark}appeal` })
}

/** Somebody without an account: signs, follows, asks for a code. */
export async function liveAsStranger(house: TestHouse): Promise<{ path: string }> {
  const { name, email } = STRANGER
  const signed = await handedIn(house, { name, email, authorship: 'named' })
  await handedIn(house, { name, email, authorship: 'withheld' })
  const draft = { title: 'A lamp', words: 'It is out.', name, email, authorship: 'named' }
  await house.visitor().post('/submissions/drafts', draft, { headers: HEADERS })
  await house.visitor().post('/following', { matter: String(signed.number), email })
  await house.runJobs()
  return signed
}

/** What a clerk, moderator and administrator does beside deciding. */
export async function liveAsClerk(house: TestHouse, clerk: Visitor): Promise<void> {
  const { mark } = CLERK
  const role = {
    email: 'olga@example.org',
    role: 'secretary',
    unit: 'southdown',
    from: '2026-11-02',
    to: '2027-01-01',
  }
  await clerk.post('/roles', { ...role, purpose: `${mark}purpose` })
  const { id } = await house.db
    .selectFrom('grants')
    .select('id')
    .where('purpose', '=', `${mark}purpose`)
    .executeTakeFirstOrThrow()
  await clerk.post(`/roles/${id}/end`, { reason: `${mark}ending` })
  await clerk.post('/my-data/posted-codes', {
    email: STRANGER.email,
    to: `${mark}post`,
    checked: `${mark}checked`,
  })
  const { id: objection } = await house.db.selectFrom('objections').select('id').executeTakeFirstOrThrow()
  await clerk.get(`/my-data/objections/${objection}`)
  await clerk.post(`/my-data/objections/${objection}/answer`, { outcome: 'upheld', reason: `${mark}answer` })
  const open = await handedIn(house, {}, 'olga')
  await clerk.post(`${open.path}/decision`, { outcome: 'refused', reason: `${mark}pending` })
}

/** Words of nobody, that their follow-up key alone opens. */
export async function handInAnonymously(house: TestHouse) {
  return handInAs(house.visitor(), MEMBER.mark, { authorship: 'anonymous' })
}
