import { describe, expect, test } from 'vitest'
import { mergeAnswers } from './merge-answers.ts'
import { readCorrection } from './read-numbered.ts'
import { asked } from './testing/asked-buses.ts'

const BEFORE = {
  words: [{ questionId: 'q1', words: 'More buses.' }],
  marks: [
    { optionId: 'o21', mark: 1 as const },
    { optionId: 'o31', mark: 1 as const },
    { optionId: 'o32', mark: -1 as const },
  ],
  unit: { id: 'u1', name: 'Millbrook' },
}

function corrected(text: string) {
  const later = readCorrection(text, asked)
  return later && mergeAnswers(BEFORE, { ...later, unit: null }, asked)
}

describe('a reply by number', () => {
  test('puts a choice in the place of the choice, and leaves the rest', () => {
    expect(corrected('2: b, c')?.marks).toEqual([
      { optionId: 'o31', mark: 1 },
      { optionId: 'o32', mark: -1 },
      { optionId: 'o22', mark: 1 },
      { optionId: 'o23', mark: 1 },
    ])
    expect(corrected('2: b')).toMatchObject({ words: BEFORE.words, unit: BEFORE.unit })
  })

  test('changes one statement without the others', () => {
    expect(corrected('3b: agree')?.marks).toEqual([
      { optionId: 'o21', mark: 1 },
      { optionId: 'o31', mark: 1 },
      { optionId: 'o32', mark: 1 },
    ])
  })

  test('adds words to the words, so that nothing said before is lost', () => {
    expect(corrected('1: And on Sundays.')?.words).toEqual([
      { questionId: 'q1', words: 'More buses.\n\nAnd on Sundays.' },
    ])
  })

  test.each(['And on Sundays too.', '2: tuesdays', '1: x\n2: tuesdays', 'Thank you!', ''])(
    'is none where it does not answer clearly: %j',
    (text) => {
      expect(corrected(text)).toBeNull()
    },
  )

  test('has its other words beside it', () => {
    expect(readCorrection('Sorry, I was wrong about the time.\n2: b', asked)?.beside).toBe(
      'Sorry, I was wrong about the time.',
    )
  })
})
