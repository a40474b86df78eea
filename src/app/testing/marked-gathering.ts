import { unorderedId } from '#core/ids/ids.ts'
import { CLERK, MEMBER, STRANGER } from './marked-people.ts'
import type { TestHouse } from './open-test-house.ts'
import type { Visitor } from './visitor.ts'

/** A gathering that a clerk announces and calls off, for which a member and a stranger registered. */
export async function liveAtGathering(house: TestHouse, clerk: Visitor, member: Visitor): Promise<void> {
  const { mark } = CLERK
  const reply = await clerk.postJson('/gatherings', {
    title: `${mark}gathering`,
    about: `${mark}about`,
    kind: 'meeting',
    holder: 'body:housing',
    starts: '2028-11-24T19:00',
    ends: '2028-11-24T21:00',
    zone: 'Europe/London',
    address: `${mark}address`,
    online_url: `https://rooms.example/${mark}`,
    audience: 'anyone',
    contact: `${mark}contact`,
  })
  const { number } = reply.json() as { number: number }
  await member.post(`/gatherings/${number}/registration`, { needs: `${MEMBER.mark}needs` })
  const { name, email } = STRANGER
  const registration = { name, email, needs: `${STRANGER.mark}needs`, once: unorderedId() }
  await house.visitor().post(`/gatherings/${number}/registration`, registration)
  await house.runJobs()
  await clerk.post(`/gatherings/${number}/cancellation`, { reason: `${mark}off` })
}
