import { z } from 'zod'
import { areAddresses } from './addresses-in.ts'

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

const path = z.string().refine((text) => !text.includes('\0'))

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
  translateUrl: {
    name: 'TRANSLATE_URL',
    meaning: 'LibreTranslate or what speaks like it: drafts translations of public words, marked as such.',
    otherwise: 'volunteers alone translate',
    secrecy: 'url',
    right: 'an address such as https://translate.example.org',
    schema: url(['http', 'https']),
  },
  translateKey: {
    name: 'TRANSLATE_KEY',
    meaning: 'Key that the machine of TRANSLATE_URL asks for.',
    otherwise: 'none is sent',
    secrecy: 'all',
    right: 'the key as its operator gave it',
    schema: z.string().regex(/^\S{1,500}$/),
  },
  recordKey: {
    name: 'RECORD_KEY',
    meaning: 'Private Ed25519 key that signs the record: 32 bytes in base64.',
    otherwise: 'made once and kept in FOLKMOOT_DATA',
    secrecy: 'all',
    right: '32 random bytes in base64, as "openssl rand -base64 32" prints them',
    schema: key,
  },
  rolePasskeys: {
    name: 'ROLE_PASSKEYS',
    meaning: 'Whether administrators, moderators and data officers have to show a passkey to act as such.',
    otherwise:
      'on where it was founded since this exists and browsers have passkeys at BASE_URL; off in demonstrations',
    secrecy: 'none',
    right: '“on” or “off”',
    schema: z.enum(['on', 'off']),
  },
  mailInPort: {
    name: 'MAIL_IN_PORT',
    meaning: 'Port on which the worker takes mail in, at HOST; 0 takes any free one.',
    otherwise: 'no mail is taken in; a demonstration takes it from this machine alone, at a free port',
    secrecy: 'none',
    right: 'a whole number from 0 to 65535, such as 25 or 2525',
    schema: port.refine((text) => Number(text) <= 65_535),
  },
  mailInDomain: {
    name: 'MAIL_IN_DOMAIN',
    meaning: 'Domain whose mail comes here: answers go to call-2417@ it.',
    otherwise: 'the host of BASE_URL',
    secrecy: 'none',
    right: 'a domain, such as answers.example.org',
    schema: z.string().regex(/^[A-Za-z0-9]([A-Za-z0-9.-]*[A-Za-z0-9])?$/),
  },
  mailInCertificate: {
    name: 'MAIL_IN_CERTIFICATE',
    meaning: 'Certificate for STARTTLS, a PEM file with its chain.',
    otherwise: 'mail comes in without TLS',
    secrecy: 'none',
    right: 'the path of a file, such as /etc/folkmoot/mail.pem',
    schema: path,
  },
  mailInKey: {
    name: 'MAIL_IN_KEY',
    meaning: 'Private key of that certificate, a PEM file.',
    otherwise: 'mail comes in without TLS',
    secrecy: 'none',
    right: 'the path of a file, such as /etc/folkmoot/mail.key',
    schema: path,
  },
  mailInChecks: {
    name: 'MAIL_IN_CHECKS',
    meaning: 'Whether SPF, DKIM and DMARC are asked for by DNS, for clerks to see.',
    otherwise: 'off',
    secrecy: 'none',
    right: '“on” or “off”',
    schema: z.enum(['on', 'off']),
  },
  mailInProxies: {
    name: 'MAIL_IN_PROXIES',
    meaning:
      'Proxies before the mail door that say by the PROXY protocol (version 1) from whom each connection comes.',
    otherwise: 'each connection comes from the mail server itself',
    secrecy: 'none',
    right: 'IP addresses divided by commas, such as 10.0.0.5,10.0.0.6',
    schema: z.string().refine(areAddresses),
  },
  textsSecret: {
    name: 'TEXTS_SECRET',
    meaning: 'Secret shared with the provider of text messages; it signs both ways.',
    otherwise: 'no text messages are taken in',
    secrecy: 'all',
    right: 'at least 32 characters without blanks',
    schema: z.string().regex(/^[\x21-\x7e]{32,200}$/),
  },
  textsUrl: {
    name: 'TEXTS_URL',
    meaning: 'Where the provider takes text messages to send.',
    otherwise: 'answers to text messages wait; a demonstration shows them at the terminal',
    secrecy: 'url',
    right: 'an address such as https://texts.example.org/messages',
    schema: url(['http', 'https']),
  },
  textsNumber: {
    name: 'TEXTS_NUMBER',
    meaning: 'Number to which people write, as it is shown to them.',
    otherwise: 'pages do not name a number',
    secrecy: 'none',
    right: 'a telephone number, such as +44 7700 900123',
    schema: z.string().regex(/^\+?[0-9 ()-]{3,24}$/),
  },
} as const satisfies Record<string, Variable>

export type VariableKey = keyof typeof variables
