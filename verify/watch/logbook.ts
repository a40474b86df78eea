import { createPrivateKey, createPublicKey, randomBytes, sign } from 'node:crypto'
import {
  appendFileSync,
  closeSync,
  copyFileSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { type Bytes, hex } from '../record/hash.ts'
import {
  cosignedAt,
  type Head,
  parseHead,
  parseSignedNote,
  parseVkey,
  type SignedNote,
  type Vkey,
  vkeyOf,
} from '../record/note.ts'
import { hashesIn } from '../record/walk.ts'
import { Misuse } from '../say.ts'

const PRIVATE_WRAPPING = Buffer.from('302e020100300506032b657004220420', 'hex')

/**
 * A witness's folder. `last.checkpoint` is the newest tree cosigned, `leaves.bin` its leaf hashes, 32 bytes each, `seen/`
 * every checkpoint, `alarms/` what did not fit, `epochs/` what restores left behind, `witness.key` the secret seed, `witness.vkey` and `record.vkey` the keys.
 */
export class Logbook {
  readonly folder: string
  keys: Vkey[] = []
  #seed: Buffer = Buffer.alloc(0)
  #witness: Vkey | undefined

  constructor(folder: string) {
    this.folder = folder
  }

  /** Reads the folder, or makes it on the first day. */
  open({ keys, name }: { keys: readonly Vkey[]; name?: string }): void {
    for (const part of ['seen', 'alarms', 'epochs'])
      mkdirSync(join(this.folder, part), { recursive: true, mode: 0o700 })
    this.learn(keys)
    if (this.keys.length === 0) {
      throw new Misuse('Say which record you trust: --key KEY. It is kept in the folder from then on.')
    }
    const isNew = !existsSync(this.#path('witness.key'))
    if (isNew) this.#write('witness.key', randomBytes(32).toString('hex'))
    this.#seed = Buffer.from(this.#read('witness.key'), 'hex')
    const named = isNew
      ? (name ?? `witness-${hex(randomBytes(4))}`)
      : this.#read('witness.vkey').split('+')[0]
    if (!named || /[\s+]/u.test(named))
      throw new Misuse('--name: a witness needs a name without spaces and plus signs.')
    if (!isNew && name !== undefined && name !== named)
      throw new Misuse(`This folder belongs to the witness ${named}.`)
    this.#witness = vkeyOf(named, 4, publicKeyOf(this.#seed))
    if (isNew) this.#write('witness.vkey', `${this.#witness.text}\n`)
  }

  /** Trusts these keys of the record from now on, beside those it trusts already. */
  learn(keys: readonly Vkey[]): void {
    const file = this.#path('record.vkey')
    const kept = existsSync(file) ? this.#read('record.vkey').trim().split('\n').map(parseVkey) : []
    const known = kept.filter((key) => key !== undefined)
    this.keys = [...known, ...keys.filter((key) => !known.some(({ text }) => text === key.text))]
    if (this.keys.length > known.length)
      this.#write('record.vkey', this.keys.map(({ text }) => `${text}\n`).join(''))
  }

  get witness(): Vkey {
    if (!this.#witness) throw new Error('the logbook is not open')
    return this.#witness
  }

  get origin(): string {
    return this.keys[0]?.name ?? 'the record'
  }

  /** The newest head cosigned, if any. */
  get last(): Head | undefined {
    if (!existsSync(this.#path('last.checkpoint'))) return undefined
    const note = parseSignedNote(this.#read('last.checkpoint'))
    const head = note && parseHead(note.body)
    if (!head)
      throw new Misuse(`${this.#path('last.checkpoint')} is damaged; restore it from ${this.#path('seen')}.`)
    return head
  }

  /** Hashes of all leaves seen. What a power cut left after the last checkpoint is cut off. */
  leaves(): Uint8Array[] {
    const file = this.#path('leaves.bin')
    const size = this.last?.size ?? 0
    if (existsSync(file)) truncateSync(file, Math.min(32 * size, readFileSync(file).length))
    return hashesIn(existsSync(file) ? readFileSync(file) : undefined, size)
  }

  /** Writes down new leaves and the checkpoint, then cosigns; the other way round a crash could make us sign twice. */
  keep(note: SignedNote, head: Head, fresh: readonly Uint8Array[]): string {
    appendFileSync(this.#path('leaves.bin'), Buffer.concat([...fresh]), { flush: true })
    this.#write(join('seen', `${head.size}-${hex(head.root).slice(0, 16)}.checkpoint`), note.text)
    this.#write('last.checkpoint', note.text)
    return this.#cosign(note)
  }

  /** Goes on in a declared epoch. What was seen of the one before stays, with its leaves: nobody else may have them now. */
  openEpoch(note: SignedNote, { head, hashes, news }: { head: Head; hashes: Bytes[]; news: string }): string {
    const count = readdirSync(join(this.folder, 'epochs')).filter((name) => name.endsWith('.txt')).length
    const name = join('epochs', String(count + 1).padStart(4, '0'))
    if (existsSync(this.#path('leaves.bin')))
      copyFileSync(this.#path('leaves.bin'), this.#path(`${name}-leaves.bin`))
    this.#writeEvidence(`${name}.txt`, { sentence: news, note })
    this.#write('leaves.bin', Buffer.concat(hashes))
    return this.keep(note, head, [])
  }

  /** The cosignature for a checkpoint seen before, when the record does not carry it yet. */
  cosignAgain(note: SignedNote): string | undefined {
    return cosignedAt(note, this.witness) === undefined ? this.#cosign(note) : undefined
  }

  keepEvidence(note: SignedNote, alarm: string): void {
    const count = readdirSync(join(this.folder, 'alarms')).length
    this.#writeEvidence(join('alarms', `${String(count + 1).padStart(4, '0')}.txt`), {
      sentence: alarm,
      note,
    })
  }

  #writeEvidence(name: string, { sentence, note }: { sentence: string; note: SignedNote }): void {
    const last = existsSync(this.#path('last.checkpoint')) ? this.#read('last.checkpoint') : 'nothing\n'
    this.#write(name, `${sentence}\n\nSeen before:\n${last}\nSeen now:\n${note.text}`)
  }

  #cosign(note: SignedNote): string {
    const time = Buffer.alloc(8)
    const seconds = BigInt(Math.floor(Date.now() / 1000))
    time.writeBigUInt64BE(seconds)
    const message = Buffer.from(`cosignature/v1\ntime ${seconds}\n${note.body}`)
    const bytes = Buffer.concat([this.witness.id, time, sign(null, message, privateKeyOf(this.#seed))])
    return `${note.text}— ${this.witness.name} ${bytes.toString('base64')}\n`
  }

  #read(name: string): string {
    return readFileSync(this.#path(name), 'utf8')
  }

  /** Whole or not at all, and on the disk before we go on. */
  #write(name: string, text: string | Uint8Array): void {
    const file = openSync(this.#path(`${name}.new`), 'w', 0o600)
    writeFileSync(file, text)
    fsyncSync(file)
    closeSync(file)
    renameSync(this.#path(`${name}.new`), this.#path(name))
  }

  #path(name: string): string {
    return join(this.folder, name)
  }
}

function privateKeyOf(seed: Buffer) {
  return createPrivateKey({ key: Buffer.concat([PRIVATE_WRAPPING, seed]), format: 'der', type: 'pkcs8' })
}

function publicKeyOf(seed: Buffer): Buffer {
  return createPublicKey(privateKeyOf(seed)).export({ format: 'der', type: 'spki' }).subarray(-32)
}
