import { afterAll, expect, test } from 'vitest'
import { announced, MOVED } from '../../app/testing/announced.ts'
import { openTestHouse } from '../../app/testing/open-test-house.ts'

/** A reader of its own, by RFC 5545: nothing of the library that writes. */
function readCalendar(bytes: string): Map<string, string>[] {
  const lines = bytes.split('\r\n')
  expect(lines.pop()).toBe('')
  for (const line of lines) {
    expect(line).not.toMatch(/[\r\n]/)
    expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
  }
  const unfolded = lines.join('\r\n').replaceAll('\r\n ', '').split('\r\n')
  expect(unfolded.slice(0, 2)).toEqual(['BEGIN:VCALENDAR', 'VERSION:2.0'])
  expect(unfolded.at(-1)).toBe('END:VCALENDAR')
  expect(unfolded.filter((line) => line.startsWith('PRODID:'))).toHaveLength(1)
  const events: Map<string, string>[] = []
  let event: Map<string, string> | null = null
  for (const line of unfolded) {
    if (line === 'BEGIN:VEVENT') event = new Map()
    else if (line === 'END:VEVENT' && event) events.push(event)
    else {
      const [, name = '', value = ''] = /^([A-Z-]+)(?:;[^:]*)?:(.*)$/.exec(line) ?? []
      expect(name).not.toBe('')
      event?.set(name, value)
    }
  }
  for (const each of events)
    for (const needed of ['UID', 'DTSTAMP', 'DTSTART', 'DTEND', 'SUMMARY', 'SEQUENCE', 'STATUS'])
      expect([...each.keys()]).toContain(needed)
  expect(new Set(events.map((each) => each.get('UID'))).size).toBe(events.length)
  return events
}

const plain = (text: string | undefined) => text?.replaceAll('\\n', '\n').replace(/\\([,;\\])/g, '$1')

const house = await openTestHouse()
afterAll(() => house.close())

const calendar = async (path: string) => {
  const reply = await house.visitor().get(path)
  expect(reply.headers['content-type']).toBe('text/calendar; charset=utf-8')
  return readCalendar(reply.body)
}

const TITLE =
  'Damp, mould; and “what the landlord said” \\ بہت لمبا عنوان جو ایک سطر میں نہیں آتا اور کئی سطروں میں بٹتا ہے'

test('a gathering is one event in UTC, folded and escaped, whatever its words', async () => {
  const { path, number } = await announced(house, {
    title: TITLE,
    starts: '2027-06-01T19:00',
    ends: '2027-06-01T20:30',
  })
  const [event] = await calendar(`${path}.ics`)
  expect(event?.get('UID')).toBe(`gathering-${number}@moot.example`)
  expect(event?.get('DTSTART')).toBe('20270601T180000Z')
  expect(event?.get('DTEND')).toBe('20270601T193000Z')
  expect(plain(event?.get('SUMMARY'))).toBe(TITLE)
  expect(plain(event?.get('LOCATION'))).toBe('Mill Hall, 4 Weir Lane, Millbrook')
  expect(event?.get('SEQUENCE')).toBe('0')
  expect(event?.get('STATUS')).toBe('CONFIRMED')
})

test('a change keeps its identifier and raises its sequence; called off it is cancelled', async () => {
  const { path } = await announced(house)
  const idris = await house.as('idris')
  const [before] = await calendar(`${path}.ics`)
  await idris.post(`${path}/details`, { ...MOVED, reason: 'Flood.' })
  const [changed] = await calendar(`${path}.ics`)
  expect(changed?.get('UID')).toBe(before?.get('UID'))
  expect([changed?.get('SEQUENCE'), changed?.get('SUMMARY')]).toEqual(['1', 'Moved'])
  await idris.post(`${path}/cancellation`, { reason: 'No heating.' })
  const [off] = await calendar(`${path}.ics`)
  expect([off?.get('SEQUENCE'), off?.get('STATUS')]).toEqual(['2', 'CANCELLED'])
  expect(plain(off?.get('DESCRIPTION'))).toContain('No heating.')
})

test('the feeds hold what is to come, of all and of one unit', async () => {
  await announced(house, { holder: 'body:housing', title: 'Commission' }, 'noor')
  const titles = async (path: string) => (await calendar(path)).map((event) => event.get('SUMMARY'))
  expect(await titles('/gatherings.ics')).toContain('Commission')
  expect(await titles('/units/northmoor/gatherings.ics')).not.toContain('Commission')
  expect(await titles('/units/northmoor/gatherings.ics')).toContain('Moved')
  expect((await house.visitor().get('/units/nowhere/gatherings.ics')).status).toBe(404)
})
