import { createHash, generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto'
import { BASE_URL } from './open-world.ts'
import type { Visitor } from './visitor.ts'

/** WebAuthn level 3, section 6.1: somebody is there; they proved who they are; a key comes with it. */
const PRESENT = 0x01
const KNOWN = 0x04
const WITH_KEY = 0x40

const sha256 = (bytes: string | Buffer) => createHash('sha256').update(bytes).digest()

/** A passkey in software: it makes itself on the account page and answers challenges, whether or not it knows its owner. */
export class SoftPasskey {
  readonly #id = randomBytes(16)
  readonly #private: KeyObject
  readonly #public: Buffer
  #counter = 0

  constructor() {
    const pair = generateKeyPairSync('ed25519')
    this.#private = pair.privateKey
    this.#public = pair.publicKey.export({ format: 'der', type: 'spki' }).subarray(-32)
  }

  /** Asks for what it takes to make one, and makes it; answers the status. */
  async makeFor(visitor: Visitor): Promise<number> {
    const asked = await visitor.postJson('/account/passkeys/options', {})
    if (asked.status !== 200) return asked.status
    const { challenge, options } = asked.json() as Asked
    const attestation = Buffer.concat([
      Buffer.from('a363666d74646e6f6e656761747453746d74a068617574684461746158', 'hex'),
      withLength(this.#authenticatorData(PRESENT | KNOWN | WITH_KEY, this.#ownKey())),
    ])
    const response = {
      clientDataJSON: clientData('webauthn.create', options.challenge).toString('base64url'),
      attestationObject: attestation.toString('base64url'),
    }
    return (await visitor.postJson('/account/passkeys', { challenge, response: this.#wrapped(response) }))
      .status
  }

  /** Answers the challenge of the page that asks for it. */
  async show(visitor: Visitor, { knowsOwner = true, at = '/sign-in/passkey/proof' } = {}): Promise<number> {
    const asked = await visitor.postJson(at.endsWith('proof') ? `${at}/options` : `${at}/challenge`, {})
    const { challenge, options } = asked.json() as Asked
    const client = clientData('webauthn.get', options.challenge)
    const data = this.#authenticatorData(knowsOwner ? PRESENT | KNOWN : PRESENT)
    const response = {
      clientDataJSON: client.toString('base64url'),
      authenticatorData: data.toString('base64url'),
      signature: sign(null, Buffer.concat([data, sha256(client)]), this.#private).toString('base64url'),
    }
    return (await visitor.postJson(at, { challenge, response: this.#wrapped(response) })).status
  }

  #authenticatorData(flags: number, key: Buffer = Buffer.alloc(0)): Buffer {
    this.#counter += 1
    const counter = Buffer.alloc(4)
    counter.writeUInt32BE(this.#counter)
    return Buffer.concat([sha256(new URL(BASE_URL).hostname), Buffer.from([flags]), counter, key])
  }

  /** No maker, the id with its length, and the key as COSE writes an Ed25519 one (RFC 9053). */
  #ownKey(): Buffer {
    const cose = Buffer.concat([Buffer.from('a4010103272006215820', 'hex'), this.#public])
    return Buffer.concat([Buffer.alloc(16), Buffer.from([0, this.#id.length]), this.#id, cose])
  }

  #wrapped(response: object) {
    const id = this.#id.toString('base64url')
    return { id, rawId: id, type: 'public-key', clientExtensionResults: {}, response }
  }
}

interface Asked {
  challenge: string
  options: { challenge: string }
}

const clientData = (type: string, challenge: string) =>
  Buffer.from(JSON.stringify({ type, challenge, origin: BASE_URL, crossOrigin: false }))

const withLength = (bytes: Buffer) => Buffer.concat([Buffer.from([bytes.length]), bytes])
