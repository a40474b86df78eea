import { execFileSync, spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PDFDocument } from '@cantoo/pdf-lib'
import { afterAll, describe, expect, test } from 'vitest'
import { makePdf } from '#core/pdf/make-pdf.ts'
import { openTestCall } from '../../../app/testing/open-test-call.ts'
import { openTestHouse } from '../../../app/testing/open-test-house.ts'
import { makeHelper } from '../testing/make-helper.ts'
import { slipData } from './slip-data.ts'

const house = await openTestHouse()
afterAll(() => house.close())
await makeHelper(house, 'olga', 'helper')

const hasReader = spawnSync('pdftotext', ['-v']).status === 0

function wordsOf(pdf: Buffer): string {
  const folder = mkdtempSync(join(tmpdir(), 'slips '))
  writeFileSync(join(folder, 'a.pdf'), pdf)
  const words = execFileSync('pdftotext', ['-layout', join(folder, 'a.pdf'), '-'], { encoding: 'utf8' })
  rmSync(folder, { recursive: true })
  return words
}

async function print(who: 'olga' | 'noor', path: string, fields: Record<string, string>) {
  const visitor = await house.as(who)
  return visitor.post(path, { language: 'en', size: 'usual', count: '2', ...fields })
}

describe('the page about the paper way', () => {
  test('is for everybody, and gives a form without a number in each language and size', async () => {
    const call = await openTestCall(house)
    const page = await house.visitor().get(`/calls/${call.number}/paper`)
    expect(page.status).toBe(200)
    expect((await house.visitor().get(`/calls/${call.number}`)).body).toContain(`/calls/${call.number}/paper`)
    expect(page.text()).toContain('Answer on paper')
    expect(page.text()).not.toContain('Make the forms')
    const form = await house.visitor().get(`/calls/${call.number}/paper/form.pdf?language=ur&size=large`)
    expect(form.headers['content-type']).toBe('application/pdf')
  })

  test('tells where forms go once a clerk of the body has said so, and nobody else may say it', async () => {
    const call = await openTestCall(house)
    const ways = { bringTo: '12 Mill Road, Millbrook', phone: '0161 496 0000' }
    expect((await (await house.as('olga')).post(`/calls/${call.number}/ways`, ways)).status).toBe(403)
    expect((await (await house.as('noor')).post(`/calls/${call.number}/ways`, ways)).status).toBe(303)
    expect((await house.visitor().get(`/calls/${call.number}/paper`)).text()).toContain(
      '12 Mill Road, Millbrook',
    )
  })
})

describe('numbered slips', () => {
  test('are made for a helper: numbers of their own, of key and code the hash alone', async () => {
    const call = await openTestCall(house)
    const reply = await print('olga', `/calls/${call.number}/slips`, { count: '3' })
    expect(reply.status).toBe(200)
    expect(reply.headers['cache-control']).toBe('no-store')
    const slips = await house.db
      .selectFrom('slips')
      .innerJoin('slipBatches', 'slipBatches.id', 'slips.batchId')
      .select(['slips.number', 'slips.keyHash', 'slipBatches.unitId'])
      .where('slipBatches.callId', '=', call.id)
      .execute()
    expect(slips.map(({ keyHash }) => keyHash.length)).toEqual([32, 32, 32])
    expect(slips[0]?.unitId).toBe(house.world.units.southdown.id)
    expect(new Set(slips.map(({ number }) => number)).size).toBe(3)
  })

  test.each([
    ['nobody', 401],
    ['nasreen', 403],
    // A clerk, but of another body.
    ['idris', 403],
    ['noor', 200],
  ] as const)('asked for by %s: %i', async (who, status) => {
    const call = await openTestCall(house)
    const visitor = who === 'nobody' ? house.visitor() : await house.as(who)
    const fields = { language: 'en', size: 'usual', count: '1' }
    const reply = await visitor.post(`/calls/${call.number}/slips`, fields, {
      headers: { accept: 'application/json' },
    })
    expect(reply.status).toBe(status)
  })

  test('how many is a number, and what was typed comes back', async () => {
    const call = await openTestCall(house)
    const reply = await print('olga', `/calls/${call.number}/slips`, { count: '10001', size: 'large' })
    expect(reply.status).toBe(422)
    expect(reply.text()).toContain('Give a number from 1 to')
    expect(reply.body).toContain('value="10001"')
  })

  test('more than a hundred come as a folder of files', async () => {
    const call = await openTestCall(house)
    const reply = await print('olga', `/calls/${call.number}/slips`, { count: '101' })
    expect(reply.headers['content-type']).toBe('application/zip')
    expect(reply.body.startsWith('PK')).toBe(true)
  })
})

const facts = (call: Awaited<ReturnType<typeof openTestCall>>, language: string, isLargePrint: boolean) => ({
  t: house.jobHouse.translators.for(language),
  call,
  organisation: 'The Commons Alliance',
  baseUrl: 'https://example.org',
  isLargePrint,
  notice: { slug: 'answers', summary: 'Your words are published, your name is not. #panic("no")' },
  ways: { bringTo: '12 Mill Road, Millbrook', phone: '0161 496 0000' },
})
const SLIP = { number: 2417, code: 'K7WM2FQX', key: 'lusab-babad-gutih-tugad-tobog-lugav' }

test.skipIf(!hasReader).each(['en', 'ur', 'cy', 'pl'])(
  'in %s a slip has its code, number and key, and every question',
  async (language) => {
    const call = await openTestCall(house)
    for (const isLargePrint of [false, true]) {
      const data = slipData(facts(call, language, isLargePrint), [SLIP, { ...SLIP, number: 2418 }])
      const pdf = await makePdf({ template: new URL('./slip.typ', import.meta.url), data })
      keepPicture(`${language}-${isLargePrint ? 'large' : 'usual'}`, pdf)
      const words = wordsOf(pdf)
      for (const part of ['2417-K7WM-2FQX', 'lusab-babad-gutih', 'tugad-tobog-lugav', 'example.org/follow'])
        expect(words).toContain(part)
      for (const question of call.questions) expect(words).toContain(question.options[0]?.wording ?? '')
      expect(words).toContain('#panic')
      expect((await PDFDocument.load(pdf)).getPageCount()).toBeLessThanOrEqual(isLargePrint ? 6 : 4)
    }
  },
)

/** To look at: `PICTURES=folder`. */
function keepPicture(name: string, pdf: Buffer): void {
  const folder = process.env.PICTURES
  if (!folder) return
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, `slip-${name}.pdf`), pdf)
}
