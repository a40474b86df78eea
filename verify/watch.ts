import { setTimeout as pause } from 'node:timers/promises'
import { equal } from './record/hash.ts'
import type { Head, SignedNote } from './record/note.ts'
import { readCheckpoint } from './record/read-checkpoint.ts'
import { openSource, type Source } from './record/source.ts'
import { GrowingTree } from './record/tree.ts'
import { followKeys, signerOf } from './record/trusted-keys.ts'
import { aboutTheRecord, walkHashes } from './record/walk.ts'
import { complain, Misuse, say } from './say.ts'
import { judgeEpoch } from './watch/judge-epoch.ts'
import { Logbook } from './watch/logbook.ts'
import { keysFrom, readWords } from './words.ts'

const USAGE = `node verify.mjs watch URL --key KEY [--folder FOLDER] [--name NAME] [--every SECONDS] [--once] [--keep-to-myself]

Keeps every checkpoint it sees in FOLDER (default ./folkmoot-witness), checks that the record only grows, and cosigns
(C2SP tlog-cosignature) under NAME with a key made on the first day. The cosignature is sent to the record
(POST /record/cosignatures) unless --keep-to-myself. After the first time the record's key is known from the folder.`

/** Stands watch over a record as a witness. Goes on after an alarm: what comes next is evidence too. */
export async function watch(args: readonly string[]): Promise<number> {
  const words = readWords(args, {
    options: ['key', 'folder', 'name', 'every'],
    flags: ['once', 'keep-to-myself'],
  })
  const [place, ...more] = words.plain
  if (place === undefined || more.length > 0) throw new Misuse(USAGE)
  const every = Number(words.options.get('every')?.[0] ?? 60)
  if (!(every >= 1)) throw new Misuse('--every needs a number of seconds, 1 or more.')
  const logbook = new Logbook(words.options.get('folder')?.[0] ?? './folkmoot-witness')
  logbook.open({ keys: keysFrom(words, 'key'), name: words.options.get('name')?.[0] })
  say(`Watching ${place} as ${logbook.witness.text}`)
  const isSending = !words.flags.has('keep-to-myself') && /^https?:/.test(place)
  let worst = 0
  for (;;) {
    worst = Math.max(worst, await lookOnce(place, { logbook, isSending }))
    if (words.flags.has('once')) return worst
    await pause(every * 1000)
  }
}

interface Post {
  logbook: Logbook
  isSending: boolean
}

/** One look: 0 all well, 1 an alarm, 2 the record could not be read. */
export async function lookOnce(place: string, { logbook, isSending }: Post): Promise<number> {
  try {
    const source = await openSource(place)
    const verdict = await judge(source, logbook)
    if (verdict.alarm !== undefined) {
      complain(`ALARM ${verdict.alarm}\nWhat was seen is kept in ${logbook.folder}.`)
      return 1
    }
    say(`${verdict.head.size} leaves, ${verdict.news}`)
    if (isSending && verdict.cosigned !== undefined) await send(source, verdict.cosigned)
    return 0
  } catch (problem) {
    if (!(problem instanceof Misuse)) throw problem
    complain(problem.message)
    return 2
  }
}

type Verdict = { alarm: string } | { alarm?: undefined; head: Head; news: string; cosigned?: string }

/** Compares what the record says now with all that was seen. Nothing is cosigned before it is written down. */
export async function judge(source: Source, logbook: Logbook): Promise<Verdict> {
  const seen = await readCheckpoint(source)
  if (!seen) throw new Misuse(`${source.name} shows no checkpoint that can be read.`)
  const { note, head } = seen
  if (signerOf(note, head, logbook.keys) === undefined) await learnKeys(source, logbook, head)
  if (signerOf(note, head, logbook.keys) === undefined) {
    return raise(logbook, note, `The checkpoint is not signed by the key of ${logbook.origin}.`)
  }
  const last = logbook.last
  if (last && head.origin !== last.origin) {
    const epoch = await judgeEpoch(source, { head, last, known: logbook.leaves() })
    if (epoch.alarm !== undefined) return raise(logbook, note, epoch.alarm)
    return { head, news: epoch.news, cosigned: logbook.openEpoch(note, { head, ...epoch }) }
  }
  if (last && head.size < last.size) {
    return raise(
      logbook,
      note,
      `ROLLBACK: ${last.size} leaves were seen before, and now there are ${head.size}.`,
    )
  }
  if (last?.size === head.size && equal(last.root, head.root))
    return { head, news: 'as before', cosigned: logbook.cosignAgain(note) }
  if (last?.size === head.size)
    return raise(logbook, note, `FORK: two trees of ${head.size} leaves with different roots.`)
  const fresh = await freshLeaves(source, logbook, head)
  if (!fresh)
    return raise(
      logbook,
      note,
      `FORK: the ${last?.size ?? 0} leaves seen before do not grow into this tree of ${head.size}.`,
    )
  return {
    head,
    news: `${head.size - (last?.size ?? 0)} new, all earlier ones kept`,
    cosigned: logbook.keep(note, head, fresh),
  }
}

/** The leaves after those already seen, when all of them together make the new root. */
async function freshLeaves(source: Source, logbook: Logbook, head: Head): Promise<Uint8Array[] | undefined> {
  const tree = new GrowingTree()
  const known = logbook.leaves()
  for (const hash of known) tree.add(hash)
  const fresh: Uint8Array[] = []
  for await (const { start, hashes } of walkHashes(source, head.size, known.length)) {
    for (const hash of hashes.slice(Math.max(0, known.length - start))) {
      tree.add(hash)
      fresh.push(hash)
    }
  }
  return tree.size === head.size && equal(tree.root(), head.root) ? fresh : undefined
}

/** An unknown signature may be a new key: then a new leaf says so, and a key we know vouches for it. */
async function learnKeys(source: Source, logbook: Logbook, head: Head): Promise<void> {
  const from = logbook.last?.origin === head.origin ? logbook.last.size : 0
  const changes = await aboutTheRecord(source, head.size, from)
  logbook.learn(followKeys(changes, logbook.keys, head.origin).keys)
}

function raise(logbook: Logbook, note: SignedNote, alarm: string): Verdict {
  logbook.keepEvidence(note, alarm)
  return { alarm }
}

async function send(source: Source, note: string): Promise<void> {
  const address = `${source.name}cosignatures`
  const headers = { 'content-type': 'text/plain; charset=utf-8', accept: 'application/json' }
  const answer = await fetch(address, { method: 'POST', body: note, headers }).catch(() => undefined)
  if (answer?.ok) return
  if (!answer) {
    complain(`The cosignature could not be sent to ${address}; it is sent again at the next look.`)
    return
  }
  const said = await answer.json().catch(() => ({}))
  const words = said.detail ?? said.title ?? 'without a reason'
  complain(
    `The record did not take the cosignature (${answer.status}): ${words}\nHave its keepers been given your key?`,
  )
}
