import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestHouse } from '../../testing/open-test-house.ts'
import type { Visitor } from '../../testing/visitor.ts'
import { hardCodedIn, isHardCoded } from './hard-coded-text.ts'

/** What people and places are called; it stands on pages as it is in every language. */
const NAMES = [
  'The Commons Alliance',
  'Northmoor',
  'Millbrook branch meeting',
  'Millbrook',
  'Southdown',
  'Front desk',
  'Housing and Land Commission',
  'Executive',
  'Nasreen Akhtar',
  'Noor Haddad',
  'Ada Novak',
  'Idris Bello',
  'Gwen Rees',
  'Femi Adeyemi',
  'to do the work of the role',
  'Count the damp walls',
  'Mine are three.',
  // The device of a session in a test.
  /^test$/,
  // Formats and addresses that are said in every language as they are.
  /https?:\S+|moot\.example\S*|\/[\w:/{}.-]+|[\w.+/-]+@example\.org|\b(JSON|GET|POST|PDF)\b/,
  /\b[\w-]+:(write|read)\b/,
]
const house = await openTestHouse()
afterAll(() => house.close())

let number: string

beforeAll(async () => {
  const nasreen = await house.as('nasreen')
  const handedIn = await nasreen.post('/submissions', {
    title: 'Count the damp walls',
    words: 'Mine are three.',
    kind: 'idea',
    to: 'housing',
    authorship: 'withheld',
  })
  number = handedIn.location.replace('/receipts/', '')
  await house.runJobs()
})

/** Texts of a page that nobody can translate. */
async function hardCoded(visitor: Visitor, path: string): Promise<string[]> {
  const page = await visitor.get(`${path}${path.includes('?') ? '&' : '?'}lang=en-XA`)
  expect([path, page.status]).toEqual([path, 200])
  return hardCodedIn(page.body, NAMES)
}

test('a stranger’s pages say nothing that was hard-coded', async () => {
  const paths = [
    '/',
    '/submissions',
    '/submissions?q=xyzzy',
    '/submissions/new',
    `/submissions/${number}`,
    '/bodies',
    '/bodies/housing',
    '/overdue',
    '/receipts',
    `/receipts/${number}`,
    '/record',
    '/sign-in',
    '/sign-in/sent',
    '/sign-in/recovery',
    '/demo/mail',
    '/moderation',
    '/roles',
    `/moderation/reports/new?matter=${number}`,
    `/following/new?matter=${number}`,
    '/following/asked',
  ]
  for (const path of paths) expect([path, await hardCoded(house.visitor(), path)]).toEqual([path, []])
})

test('a member’s and a clerk’s pages say nothing that was hard-coded', async () => {
  const nasreen = await house.as('nasreen')
  for (const path of ['/account', '/account/tokens/new', '/submissions/drafts', `/submissions/${number}`])
    expect([path, await hardCoded(nasreen, path)]).toEqual([path, []])
  const noor = await house.as('noor')
  for (const path of [
    '/desks',
    '/bodies/housing/desk',
    `/submissions/${number}/decision`,
    `/submissions/${number}/letters`,
  ])
    expect([path, await hardCoded(noor, path)]).toEqual([path, []])
})

test('a form that comes back says nothing that was hard-coded', async () => {
  const back = await house.visitor().post('/submissions?lang=en-XA', { title: '', words: '' })
  expect(back.status).toBe(422)
  expect(hardCodedIn(back.body, NAMES)).toEqual([])
})

test('a text that was hard-coded would be found', () => {
  expect(isHardCoded('⟦Háñd ít íñ⟧ today', NAMES)).toBe(true)
  expect(isHardCoded('⟦Háñd ít íñ⟧.', NAMES)).toBe(true)
  expect(isHardCoded('⟦⟦Háñdéd íñ⟧: 2001⟧', NAMES)).toBe(false)
  expect(isHardCoded('⟦Wíth Housing and Land Commission⟧', NAMES)).toBe(false)
})
