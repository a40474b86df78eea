import { join, resolve } from 'node:path'
import { OperatorError } from '../operator-error.ts'
import { addressesIn } from './addresses-in.ts'
import { projectRoot } from './project-root.ts'
import { type Variable, type VariableKey, variables } from './variables.ts'

/** Everything the environment decides. The only place that reads it. */
export interface Config {
  port: number
  host: string
  /** Without a slash at the end. */
  baseUrl: string
  /** Absolute path. */
  dataFolder: string
  databaseUrl?: string
  smtpUrl?: string
  natsUrl?: string
  /** Of a machine that drafts translations, without a slash at the end. */
  translateUrl?: string
  translateKey?: string
  /** 32 bytes in base64. */
  recordKey?: string
  /** Absent: as the house was founded. */
  rolePasskeys?: boolean
  /** Absent: no mail is taken in. */
  mailInPort?: number
  mailInDomain: string
  /** Paths of PEM files. */
  mailInCertificate?: string
  mailInKey?: string
  mailInChecks: boolean
  /** Addresses of proxies whose word on the sender's address is believed. */
  mailInProxies: readonly string[]
  textsSecret?: string
  textsUrl?: string
  textsNumber?: string
}

export type Environment = Record<string, string | undefined>

/** Reads the environment. Throws `OperatorError`: one sentence for each wrong value, its value not repeated where secret. */
export function readConfig(environment: Environment = process.env): Config {
  const wrong = keys.filter((key) => !isRight(key, environment))
  if (wrong.length > 0)
    throw new OperatorError(wrong.map((key) => complaint(variables[key], environment)).join('\n'))
  const value = (key: VariableKey) => given(key, environment)
  const port = Number(value('port') ?? 3000)
  const host = value('host') ?? '127.0.0.1'
  const folder = value('dataFolder')
  const baseUrl =
    value('baseUrl')?.replace(/\/$/, '') ?? `http://${host.includes(':') ? `[${host}]` : host}:${port}`
  return {
    port,
    host,
    baseUrl,
    dataFolder: folder ? resolve(folder) : join(projectRoot, 'data'),
    databaseUrl: value('databaseUrl'),
    smtpUrl: value('smtpUrl'),
    natsUrl: value('natsUrl'),
    translateUrl: value('translateUrl')?.replace(/\/+$/, ''),
    translateKey: value('translateKey'),
    recordKey: value('recordKey'),
    rolePasskeys: value('rolePasskeys') === undefined ? undefined : value('rolePasskeys') === 'on',
    ...routesIn(value, baseUrl),
  }
}

function routesIn(value: (key: VariableKey) => string | undefined, baseUrl: string) {
  const port = value('mailInPort')
  return {
    mailInPort: port === undefined ? undefined : Number(port),
    mailInDomain: value('mailInDomain')?.toLowerCase() ?? new URL(baseUrl).hostname,
    mailInCertificate: value('mailInCertificate'),
    mailInKey: value('mailInKey'),
    mailInChecks: value('mailInChecks') === 'on',
    mailInProxies: addressesIn(value('mailInProxies') ?? ''),
    textsSecret: value('textsSecret'),
    textsUrl: value('textsUrl'),
    textsNumber: value('textsNumber'),
  }
}

const keys: readonly VariableKey[] = [
  'port',
  'host',
  'baseUrl',
  'dataFolder',
  'databaseUrl',
  'smtpUrl',
  'natsUrl',
  'translateUrl',
  'translateKey',
  'recordKey',
  'rolePasskeys',
  'mailInPort',
  'mailInDomain',
  'mailInCertificate',
  'mailInKey',
  'mailInChecks',
  'mailInProxies',
  'textsSecret',
  'textsUrl',
  'textsNumber',
]

export interface Setting {
  name: string
  meaning: string
  /** What holds now, secrets masked. */
  shown: string
  source: 'environment' | 'default'
}

/** What holds, variable by variable, for people to read: secrets masked, wrong values included as they are. */
export function settingsOf(environment: Environment = process.env): Setting[] {
  return keys.map((key) => {
    const { name, meaning, otherwise, secrecy } = variables[key]
    const text = given(key, environment)
    if (text === undefined) return { name, meaning, shown: otherwise, source: 'default' }
    return { name, meaning, shown: masked(text, secrecy), source: 'environment' }
  })
}

/** An empty variable counts as not set: that is how people switch one off. */
function given(key: VariableKey, environment: Environment): string | undefined {
  return environment[variables[key].name]?.trim() || undefined
}

function isRight(key: VariableKey, environment: Environment): boolean {
  const text = given(key, environment)
  return text === undefined || variables[key].schema.safeParse(text).success
}

function complaint({ name, secrecy, right }: Variable, environment: Environment): string {
  const text = secrecy === 'none' ? `is "${environment[name]}", which` : 'has a value that'
  return `${name} ${text} cannot be used: set it to ${right}, or leave it out.`
}

function masked(text: string, secrecy: Variable['secrecy']): string {
  if (secrecy === 'none') return text
  if (secrecy === 'all' || !URL.canParse(text)) return '•••'
  const url = new URL(text)
  const name = url.password ? url.username : ''
  const login = url.username || url.password ? `${name ? `${name}:` : ''}•••@` : ''
  return `${url.protocol}//${login}${url.host}${url.pathname}${url.search ? '?•••' : ''}`
}
