import { z } from 'zod'

/** One environment variable: how it is read, and what `./moot config` and docs/operations.md say of it. */
export interface Variable {
  name: string
  meaning: string
  /** What holds where it is not set, in words. */
  otherwise: string
  /** Whether the value, or part of it, may not be shown. */
  secrecy: 'none' | 'url' | 'all'
  /** What a right value looks like, for the sentence after a wrong one. */
  right: string
  schema: z.ZodType<string>
}

const url = (protocols: readonly string[]) =>
  z.string().refine((text) => URL.canParse(text) && protocols.includes(new URL(text).protocol.slice(0, -1)))

const isOrigin = (text: string) => URL.canParse(text) && new URL(text).origin === text.replace(/\/$/, '')

/** PostgreSQL allows an empty host where a socket's folder stands in the query; `URL` does not. */
const socketUrl = z.string().regex(/^postgres(ql)?:\/\/([^@/?]*@)?\/[^?]*\?(.*&)?host=/)

/** A name or an address without port: letters, digits, dots and hyphens, or the colons of IPv6. */
const host = z.string().regex(/^[A-Za-z0-9.-]+$|^[0-9A-Fa-f:.]+$/)

const port = z.string().regex(/^\d{1,5}$/)

/** 32 bytes in base64, with or without padding, in either alphabet. */
const key = z.string().regex(/^[A-Za-z0-9+/_-]{43}=?$/)

export const variables = {
  port: {
    name: 'PORT',
    meaning: 'Port of the web server; 0 takes any free one.',
    otherwise: '3000',
    secrecy: 'none',
    right: 'a whole number from 0 to 65535, such as 3000',
    schema: port.refine((text) => Number(text) <= 65_535),
  },
  host: {
    name: 'HOST',
    meaning: 'Address the web server listens on; 0.0.0.0 is every one.',
    otherwise: '127.0.0.1',
    secrecy: 'none',
    right: 'a host name or an IP address without port, such as 127.0.0.1',
    schema: host,
  },
  baseUrl: {
    name: 'BASE_URL',
    meaning: 'Address under which people reach it, for links in mail, feeds and receipts.',
    otherwise: 'http://HOST:PORT',
    secrecy: 'none',
    right: 'an address without path, such as https://moot.example.org',
    schema: url(['http', 'https']).refine(isOrigin),
  },
  dataFolder: {
    name: 'FOLKMOOT_DATA',
    meaning: 'Folder for the embedded database, attachments and keys.',
    otherwise: 'data, in the clone',
    secrecy: 'none',
    right: 'the path of a folder, such as /srv/folkmoot',
    schema: z.string().refine((text) => !text.includes('\0')),
  },
  databaseUrl: {
    name: 'DATABASE_URL',
    meaning: 'A PostgreSQL of your own, 15 or later, in place of the embedded one.',
    otherwise: 'embedded PostgreSQL in FOLKMOOT_DATA',
    secrecy: 'url',
    right: 'an address such as postgres://name:password@host:5432/folkmoot',
    schema: url(['postgres', 'postgresql']).or(socketUrl),
  },
  smtpUrl: {
    name: 'SMTP_URL',
    meaning: 'Mail server that sends our mail.',
    otherwise: 'no mail is sent; a demonstration shows it at /demo/mail',
    secrecy: 'url',
    right: 'an address such as smtps://name:password@mail.example.org:465',
    schema: url(['smtp', 'smtps']),
  },
  natsUrl: {
    name: 'NATS_URL',
    meaning: 'NATS server that carries live updates between several processes.',
    otherwise: 'PostgreSQL NOTIFY carries them',
    secrecy: 'url',
    right: 'an address such as nats://nats.example.org:4222',
    schema: url(['nats', 'tls']),
  },
  recordKey: {
    name: 'RECORD_KEY',
    meaning: 'Private Ed25519 key that signs the record: 32 bytes in base64.',
    otherwise: 'made once and kept in FOLKMOOT_DATA',
    secrecy: 'all',
    right: '32 random bytes in base64, as "openssl rand -base64 32" prints them',
    schema: key,
  },
} as const satisfies Record<string, Variable>

export type VariableKey = keyof typeof variables
