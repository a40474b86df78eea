import { createServer, type Server, type Socket } from 'node:net'
import { mailJob } from '../mail-job.ts'
import type { WorldHouse } from '../testing/open-world.ts'
import { inWorld } from './ground.ts'
import { faultsWhere, type Trial, type TrialReport } from './trial.ts'

export const trial: Trial = {
  name: 'mail',
  about: 'The mail server hangs: nobody waits for it, and each letter goes later, once.',
  run: ({ isQuick }) => inWorld((house) => hangMail(house, isQuick ? 10 : 200)),
}

/** Letters fall due while the mail server takes the call and says nothing; people go on; then it comes back. */
export async function hangMail(house: WorldHouse, handIns: number): Promise<TrialReport> {
  const hanging = await PostOffice.open({ isHanging: true })
  await writeLetters(house)
  const letters = await lettersWaiting(house)
  const sending = mailJob(hanging.url).run(house.jobHouse)
  await hanging.called
  // The server hangs from here until `close`: whatever is answered now has not waited for it.
  const taken = await handInMany(house, handIns)
  await hanging.close()
  await sending
  const kept = await lettersWaiting(house)
  const mending = await PostOffice.open({ isHanging: false })
  for (let round = 0; round < 20 && (await lettersWaiting(house)) > 0; round += 1) {
    house.clock.moveOn(120_000)
    await mailJob(mending.url).run(house.jobHouse)
  }
  await mailJob(mending.url).run(house.jobHouse)
  await mending.close()
  const arrived = mending.letters.length
  const different = new Set(mending.letters).size
  return {
    counts: { letters, 'handed in meanwhile': taken, kept, arrived, different },
    faults: faultsWhere({
      'Somebody could not hand in while the mail server hung.': taken !== handIns,
      'No letter was due: the trial met no work.': letters === 0,
      'A letter was thought sent that the server never took.': kept !== letters,
      'A letter never arrived.': different < letters,
      'A letter arrived twice.': arrived !== different,
    }),
  }
}

async function writeLetters(house: WorldHouse): Promise<void> {
  for (const person of ['nasreen', 'noor', 'idris', 'femi', 'gwen', 'ada', 'olga'])
    await house.visitor().post('/sign-in', { email: `${person}@example.org` })
  await house.runJobs()
}

async function lettersWaiting({ db }: WorldHouse): Promise<number> {
  const waiting = await db.selectFrom('lettersOut').select('id').where('sentAt', 'is', null).execute()
  return waiting.length
}

async function handInMany(house: WorldHouse, many: number): Promise<number> {
  let taken = 0
  for (let at = 0; at < many; at += 1) {
    const reply = await house.visitor().postJson('/api/v1/submissions', {
      title: `Mail trial ${at}`,
      words: 'Handed in while no letter goes out.',
      authorship: 'anonymous',
      to: 'housing',
    })
    if (reply.status === 201) taken += 1
  }
  return taken
}

/** A mail server of a few lines (RFC 5321), or one that answers the telephone and says nothing. */
class PostOffice {
  /** The id of each letter taken, in order. */
  readonly letters: string[] = []
  readonly url: string
  /** Settles when somebody first calls. */
  readonly called: Promise<void>
  readonly #server: Server
  readonly #lines = new Set<Socket>()

  static async open({ isHanging }: { isHanging: boolean }): Promise<PostOffice> {
    const server = createServer()
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    return new PostOffice(server, isHanging)
  }

  private constructor(server: Server, isHanging: boolean) {
    const address = server.address()
    this.#server = server
    this.url = `smtp://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`
    this.called = new Promise((resolve) => server.once('connection', () => resolve()))
    server.on('connection', (line) => {
      this.#lines.add(line)
      line.on('error', () => {})
      if (!isHanging) this.#serve(line)
    })
  }

  async close(): Promise<void> {
    for (const line of this.#lines) line.destroy()
    await new Promise((resolve) => this.#server.close(resolve))
  }

  #serve(line: Socket): void {
    let heard = ''
    let isLetter = false
    line.write('220 here\r\n')
    line.on('data', (bytes) => {
      heard += bytes
      for (;;) {
        const [end, answer] = isLetter ? ['\r\n.\r\n', '250 taken'] : ['\r\n', '250 yes']
        const at = heard.indexOf(end)
        if (at === -1) return
        const said = heard.slice(0, at)
        heard = heard.slice(at + end.length)
        const isData = !isLetter && said.toUpperCase() === 'DATA'
        if (isLetter) this.letters.push(/^message-id: *(.*)$/im.exec(said)?.[1] ?? said)
        isLetter = isData
        line.write(isData ? '354 go on\r\n' : `${answer}\r\n`)
      }
    })
  }
}
