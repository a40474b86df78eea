import { execFileSync, spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { appendFile, cp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { afterEach, expect, test, vi } from 'vitest'
import { projectRoot } from '../src/core/config/project-root.ts'
import { HIDDEN_LOCK } from './dependencies.ts'
import { type Clone, endOf, makeClone, moot, startMoot } from './try-clone.ts'

// Most of it is programs starting, which a busy machine makes slow.
vi.setConfig({ testTimeout: 180_000 })

const NOTHING = ''
const fails = (words: string) => `console.error(${JSON.stringify(words)}); process.exit(1)`

let clone: Clone

afterEach(async () => await clone.remove())

test('it builds, runs the verb and passes its exit code on, in a path with spaces', async () => {
  clone = await makeClone(NOTHING)
  const help = await moot(clone, ['help'])
  expect(help).toMatchObject({ code: 0, err: '' })
  expect(help.out).toContain('config')
  expect(await moot(clone, ['confg'])).toMatchObject({
    code: 2,
    err: 'There is no verb "confg". Did you mean "config"?\n',
  })
  expect((await moot(clone, ['config'], { env: { PORT: 'x' } })).code).toBe(1)
  expect(await clone.npmCalls()).toEqual([])
})

test('it builds again only when a source has changed', async () => {
  clone = await makeClone(NOTHING)
  await moot(clone, ['help'])
  const built = async () => (await stat(join(clone.root, 'dist/.built-from'))).mtimeMs
  const first = await built()
  await moot(clone, ['help'])
  expect(await built()).toBe(first)
  await appendFile(join(clone.root, 'src/cli.ts'), '\n// Changed.\n')
  expect((await moot(clone, ['help'])).code).toBe(0)
  expect(await built()).not.toBe(first)
})

test('pages find their assets under names that change with the content', async () => {
  clone = await makeClone(NOTHING)
  await moot(clone, ['help'])
  const names: Record<string, string> = JSON.parse(
    await readFile(join(clone.root, 'dist/public/manifest.json'), 'utf8'),
  )
  expect(names['folkmoot.css']).toMatch(/^folkmoot-[0-9a-f]{10}\.css$/)
  for (const path of Object.values(names))
    expect((await stat(join(clone.root, 'dist/public', path))).size).toBeGreaterThan(0)
})

test.each([100, 250, 400])('killed %i ms into building, it builds whole the next time', async (delay) => {
  clone = await makeClone(NOTHING)
  const child = startMoot(clone, ['help'])
  await pause(delay)
  child.kill('SIGKILL')
  await endOf(child)
  expect(await moot(clone, ['help'])).toMatchObject({ code: 0, err: '' })
})

test.each([
  [
    'npm error code ENOTFOUND\nnpm error network request failed',
    'The npm registry is out of reach. Connect to the internet, or to your own registry, and start again.',
  ],
  ['npm error code ENOSPC', 'The disk is full. Free 700 MB and start again.'],
  ['npm error code EINTEGRITY', 'A package is not as it was published.'],
  ['npm error code EROFS', 'cannot be written. Give yourself the right to, or use a clone of your own.'],
  ['npm error odd', 'npm could not install what Folkmoot needs:\nnpm error odd'],
])('npm says %j: one sentence and exit code 1', async (words, sentence) => {
  clone = await makeClone(fails(words), { isInstalled: false })
  const ended = await moot(clone, ['help'])
  expect(ended.code).toBe(1)
  expect(ended.err).toContain(sentence)
  expect(ended.err).not.toMatch(/\n {4}at /)
})

test('killed while npm installs, npm goes too, and the next start installs again', async () => {
  clone = await makeClone(
    `require('fs').writeFileSync('npm.pid', String(process.pid)); setTimeout(() => {}, 60_000)`,
    {
      isInstalled: false,
    },
  )
  for (const call of [1, 2]) {
    const child = startMoot(clone, ['help'])
    const ended = endOf(child)
    await until(
      async () => (await clone.npmCalls()).length === call && existsSync(join(clone.root, 'npm.pid')),
    )
    const npm = await readFile(join(clone.root, 'npm.pid'), 'utf8')
    await rm(join(clone.root, 'npm.pid'))
    child.kill('SIGKILL')
    await ended
    await until(() => !existsSync(`/proc/${npm}/cwd`))
  }
  for (const call of await clone.npmCalls()) expect(call).toMatch(/^ci --ignore-scripts /)
})

const modules = JSON.stringify(join(projectRoot, 'node_modules'))
const installing = `setTimeout(() => require('fs').symlinkSync(${modules}, 'node_modules'), 700)`

test('two starts at once on a bare clone: one installs, the other waits, both run', async () => {
  clone = await makeClone(installing, { isInstalled: false })
  const ends = await Promise.all([moot(clone, ['help']), moot(clone, ['help'])])
  expect(ends.map(({ code }) => code)).toEqual([0, 0])
  expect(await clone.npmCalls()).toHaveLength(1)
  expect(ends.map(({ err }) => err).join('')).toMatch(
    /Another Folkmoot \(process \d+\) is preparing this clone: waiting for it\./,
  )
})

test('a changed lock file is installed', async () => {
  clone = await makeClone(fails('npm error odd'))
  expect((await moot(clone, ['help'])).code).toBe(0)
  const lock = join(clone.root, 'package-lock.json')
  await writeFile(
    lock,
    (await readFile(lock, 'utf8')).replace(/"version": "[^"]+",\n\s+"integrity": "sha512-./, '$&x'),
  )
  await rm(join(clone.root, 'node_modules'))
  await cp(join(projectRoot, HIDDEN_LOCK), join(clone.root, HIDDEN_LOCK))
  expect((await moot(clone, ['help'])).code).toBe(1)
  expect(await clone.npmCalls()).toHaveLength(1)
})

test('a parent that is killed takes it along', async () => {
  clone = await makeClone('setTimeout(() => {}, 60_000)', { isInstalled: false })
  const parent = spawn('/bin/sh', ['-c', '"$0" moot help & echo $!; wait', process.execPath], {
    cwd: clone.root,
    env: { ...process.env, npm_lifecycle_event: 'start', npm_execpath: join(clone.root, '../npm-cli.js') },
  })
  const child = await new Promise<string>((resolve) =>
    parent.stdout.once('data', (text) => resolve(String(text).trim())),
  )
  await until(async () => (await clone.npmCalls()).length === 1)
  parent.kill('SIGKILL')
  await until(() => !existsSync(`/proc/${child}/cwd`))
})

const oldNode = olderNode()

test.runIf(oldNode)('under an older Node it fetches the pinned one, once', async () => {
  clone = await makeClone(`
    const fs = require('fs'), path = require('path')
    const [name] = Object.keys(JSON.parse(fs.readFileSync('package.json')).dependencies)
    fs.mkdirSync(path.join('node_modules', name, 'bin'), { recursive: true })
    fs.symlinkSync(${JSON.stringify(process.execPath)}, path.join('node_modules', name, 'bin/node'))`)
  const first = await moot(clone, ['help'], { node: oldNode })
  if (!first.err.includes('cannot run here')) expect(first).toMatchObject({ code: 0 })
  expect(first.err).toContain('Fetching Node')
  expect(await moot(clone, ['confg'], { node: oldNode })).toMatchObject({ code: 2 })
  expect(await clone.npmCalls()).toHaveLength(1)
})

test.runIf(oldNode)('under an older Node and without the registry it says what to do', async () => {
  clone = await makeClone(fails('npm error code EAI_AGAIN'))
  const ended = await moot(clone, ['help'], { node: oldNode })
  expect(ended.code).toBe(1)
  expect(ended.err).toMatch(/The npm registry is out of reach, .* or install Node 24 yourself\./)
})

/** A Node on this machine that is too old to run us and new enough for the launcher. */
function olderNode(): string | undefined {
  const paths = ['/usr/bin/node', '/usr/local/bin/node'].filter((path) => existsSync(path))
  return paths.find((path) => {
    const major = Number(execFileSync(path, ['-p', 'process.versions.node.split(".")[0]']))
    return major >= 18 && major < 24
  })
}

async function until(holds: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await holds())) await pause(20)
}
