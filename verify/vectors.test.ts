import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { base64, equal, hashLeaf } from './record/hash.ts'
import { isSignedBy, parseSignedNote, parseVkey } from './record/note.ts'
import { rootFromInclusion, rootsFromConsistency } from './record/tree.ts'

const shared = process.env.FOLKMOOT_SHARED ?? fileURLToPath(new URL('../../shared', import.meta.url))
const vectors = `${shared}/data/merkle`

function readVectors(kind: 'inclusion' | 'consistency') {
  const files = readdirSync(`${vectors}/${kind}`, { recursive: true, encoding: 'utf8' })
  return files
    .filter((file) => file.endsWith('.json'))
    .map((file) => {
      const text = readFileSync(`${vectors}/${kind}/${file}`, 'utf8')
      return JSON.parse(text.replace(/"(leafIdx|treeSize|size1|size2)":\s*(\d+)/g, '"$1":"$2"'))
    })
}

const bytes = (text: string | null) => Buffer.from(text ?? '', 'base64')
const proofOf = (vector: { proof: string[] | null }) => (vector.proof ?? []).map(bytes)

describe.skipIf(!existsSync(vectors))(
  'published vectors (transparency-dev/merkle; ../shared/data/merkle)',
  () => {
    test('98 inclusion proofs are judged as published', () => {
      const judged = readVectors('inclusion').filter((vector) => {
        const leaf = bytes(vector.leafHash)
        const root = rootFromInclusion(BigInt(vector.leafIdx), BigInt(vector.treeSize), leaf, proofOf(vector))
        const holds = leaf.length === 32 && root !== undefined && equal(root, bytes(vector.root))
        return holds !== vector.wantErr
      })
      expect(judged).toHaveLength(98)
    })

    test('98 consistency proofs are judged as published', () => {
      const judged = readVectors('consistency').filter((vector) => {
        const sizes = { old: BigInt(vector.size1), new: BigInt(vector.size2) }
        const roots = rootsFromConsistency(sizes, proofOf(vector), bytes(vector.root1))
        const holds =
          roots !== undefined &&
          equal(roots.old, bytes(vector.root1)) &&
          equal(roots.new, bytes(vector.root2))
        return holds !== vector.wantErr
      })
      expect(judged).toHaveLength(98)
    })
  },
)

describe('published with Go’s sumdb', () => {
  test('the hash of an entry', () => {
    expect(base64(hashLeaf(Buffer.from('hello world')))).toBe('TszzRgjTG6xce+z2AG31kAXYKBgQVtCSCE40HmuwBb0=')
  })

  test('a signed note', () => {
    const key = parseVkey('PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW')
    const text = `If you think cryptography is the answer to your problem,\nthen you don't know what your problem is.\n`
    const line =
      '— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n'
    const [good, bad] = [text, text.replace('answer', 'question')].map((body) =>
      parseSignedNote(`${body}\n${line}`),
    )
    if (!key || !good || !bad) throw new Error('neither key nor notes')
    expect([isSignedBy(good, key), isSignedBy(bad, key)]).toEqual([true, false])
  })
})

describe('independence', () => {
  test('no file but a test takes anything from outside verify/ and Node', () => {
    const folder = fileURLToPath(new URL('.', import.meta.url))
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    const own = files.filter((file) => /\.(ts|mjs)$/.test(file) && !/\.test\.ts$|^testing\//.test(file))
    const outside = own.flatMap((file) => {
      const imports = [
        ...readFileSync(`${folder}/${file}`, 'utf8').matchAll(/(?:from|import\()\s*['"]([^'"]+)['"]/g),
      ]
      const depth = file.split('/').length - 1
      const isOwn = (path: string) =>
        path.startsWith('node:') || (path.startsWith('.') && path.split('../').length - 1 <= depth)
      return imports.map(([, path = '']) => path).filter((path) => !isOwn(path))
    })
    expect(own.length).toBeGreaterThan(15)
    expect(outside).toEqual([])
  })
})
