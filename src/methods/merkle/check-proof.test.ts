import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { isConsistent, isIncluded } from './check-proof.ts'
import { leafHash, nodeHash, rootOf } from './hashing.ts'

const shared = process.env.FOLKMOOT_SHARED ?? fileURLToPath(new URL('../../../../shared', import.meta.url))
const vectors = `${shared}/data/merkle`

interface Vector {
  leafIdx: bigint
  treeSize: bigint
  size1: bigint
  size2: bigint
  root: string
  root1: string
  root2: string
  leafHash: string
  proof: string[] | null
  desc: string
  wantErr: boolean
}

/** The vectors as published: their counts exceed 2^53, so digits become big integers before JSON sees them. */
function readVectors(kind: 'inclusion' | 'consistency'): Vector[] {
  const files = readdirSync(`${vectors}/${kind}`, { recursive: true, encoding: 'utf8' })
  return files
    .filter((file) => file.endsWith('.json'))
    .map((file) => {
      const text = readFileSync(`${vectors}/${kind}/${file}`, 'utf8')
      const quoted = text.replace(/"(leafIdx|treeSize|size1|size2)":\s*(\d+)/g, '"$1":"$2"')
      return JSON.parse(quoted, (name, value) =>
        /Idx$|[sS]ize\d?$/.test(name) ? BigInt(value) : value,
      ) as Vector
    })
}

const bytes = (text: string | null | undefined) => new Uint8Array(Buffer.from(text ?? '', 'base64'))

describe.skipIf(!existsSync(vectors))(
  'published vectors (transparency-dev/merkle; ../shared/data/merkle)',
  () => {
    test('98 inclusion proofs are judged as published', () => {
      const cases = readVectors('inclusion')
      const judged = cases.filter((vector) => {
        const { leafIdx: index, treeSize: size } = vector
        const proof = (vector.proof ?? []).map(bytes)
        const claim = { index, size, proof, leafHash: bytes(vector.leafHash), root: bytes(vector.root) }
        return isIncluded(claim) !== vector.wantErr
      })
      expect([judged.length, cases.length]).toEqual([98, 98])
    })

    test('98 consistency proofs are judged as published, and size zero is refused', () => {
      const cases = readVectors('consistency')
      const judged = cases.filter((vector) => {
        const { size1: oldSize, size2: newSize } = vector
        const proof = (vector.proof ?? []).map(bytes)
        const claim = { oldSize, newSize, proof, oldRoot: bytes(vector.root1), newRoot: bytes(vector.root2) }
        return isConsistent(claim) !== vector.wantErr
      })
      expect([judged.length, cases.length]).toEqual([98, 98])
    })
  },
)

describe('by hand', () => {
  const [a, b, c] = ['a', 'b', 'c'].map((text) => leafHash(new TextEncoder().encode(text)))
  if (!a || !b || !c) throw new Error('three leaves')
  const [root2, root3] = [rootOf([a, b]), rootOf([a, b, c])]

  test('the third of three leaves needs one hash, and only that one', () => {
    expect(root3).toEqual(nodeHash(nodeHash(a, b), c))
    const claim = { index: 2, size: 3, leafHash: c, proof: [root2], root: root3 }
    expect(isIncluded(claim)).toBe(true)
    expect(isIncluded({ ...claim, index: 1 })).toBe(false)
    expect(isIncluded({ ...claim, index: -1 })).toBe(false)
    expect(isIncluded({ ...claim, index: 1.5 })).toBe(false)
    expect(isIncluded({ ...claim, proof: [root2, root2] })).toBe(false)
    expect(isIncluded({ ...claim, proof: [] })).toBe(false)
  })

  test('two leaves begin three; an old size of zero says nothing and is refused', () => {
    const claim = { oldSize: 2, newSize: 3, oldRoot: root2, newRoot: root3, proof: [c] }
    expect(isConsistent(claim)).toBe(true)
    expect(isConsistent({ ...claim, proof: [b] })).toBe(false)
    expect(isConsistent({ ...claim, oldSize: 0, proof: [] })).toBe(false)
    expect(isConsistent({ ...claim, oldSize: 3, newSize: 2 })).toBe(false)
    expect(isConsistent({ ...claim, newSize: 2, newRoot: root2, proof: [] })).toBe(true)
  })
})
