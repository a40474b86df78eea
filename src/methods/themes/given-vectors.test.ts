import { createServer } from 'node:http'
import { expect, test } from 'vitest'
import { addressVectors } from './address-vectors.ts'
import { englishVectors } from './english-vectors.ts'
import { findThemes } from './find-themes.ts'
import { plantedAnswers } from './planted-answers.ts'
import type { DenseRows } from './sparse-rows.ts'

function cosine(rows: DenseRows, one: number, other: number): number {
  return rows.values
    .subarray(one * rows.width, (one + 1) * rows.width)
    .reduce((sum, value, k) => sum + value * (rows.values[other * rows.width + k] ?? 0), 0)
}

test('English vectors put like meanings together though they share no word', {
  timeout: 120_000,
}, async () => {
  const english = await englishVectors()
  const texts = [
    'The physician was late',
    'My doctor came too late',
    'Trees shade the park',
    'Woods give cool places',
    '',
  ]
  const rows = await english.vectorsOf(texts, '1')
  expect(cosine(rows, 0, 1)).toBeGreaterThan(cosine(rows, 0, 2))
  expect(cosine(rows, 2, 3)).toBeGreaterThan(cosine(rows, 1, 3))
})

/** A model server in small: a vector counts a few letters, so that the same text always gets the same. */
async function withServer<Result>(
  answer: (input: string[]) => unknown,
  run: (url: string) => Promise<Result>,
) {
  const server = createServer((request, response) => {
    let body = ''
    request.on('data', (piece) => {
      body += piece
    })
    request.on('end', () => response.end(JSON.stringify(answer(JSON.parse(body).input))))
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const address = server.address()
  const port = typeof address === 'object' ? address?.port : undefined
  try {
    return await run(`http://127.0.0.1:${port}/v1/embeddings`)
  } finally {
    server.close()
  }
}

const byLetters = (text: string) => [...'abcdefghijklmnopqrst'].map((letter) => text.split(letter).length - 1)
const inForm = (input: string[]) => ({
  data: input.map((text, index) => ({ index, embedding: byLetters(text) })).reverse(),
})

function themesFrom(url: string) {
  const post = async (body: unknown) =>
    (await fetch(url, { method: 'POST', body: JSON.stringify(body) })).json()
  const texts = plantedAnswers(150).map(({ text }) => text)
  const languages = texts.map((_, at) => (at % 2 ? 'cy' : 'en'))
  return findThemes(texts, {
    vectors: addressVectors({ model: 'letters', post, joinsLanguages: true }),
    languages,
  })
}

test('an address in the OpenAI form gives vectors for all languages at once, whatever the order it answers in', async () => {
  const asked: number[] = []
  const found = await withServer((input) => {
    asked.push(input.length)
    return inForm(input)
  }, themesFrom)
  expect(found.made.vectors).toBe('letters')
  expect(found.stability.map(({ language }) => language)).toEqual(['all'])
  expect(asked.reduce((sum, count) => sum + count, 0)).toBeLessThanOrEqual(150)
})

test('an address that answers something else is refused in words', async () => {
  await expect(withServer(() => ({ error: 'no' }), themesFrom)).rejects.toThrow('something else than')
  const tooFew = (input: string[]) => inForm(input.slice(1))
  await expect(withServer(tooFew, themesFrom)).rejects.toThrow('for 128 texts')
})
