import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, vi } from 'vitest'
import { main } from '../main.ts'
import type { SmallRecord } from './small-record.ts'

/** Runs a command as a person would, and gives back its exit code and all it said. */
export async function run(...args: string[]): Promise<{ code: number; said: string }> {
  const said: string[] = []
  const take = (text: string | Uint8Array) => said.push(String(text)) > 0
  const spies = [process.stdout, process.stderr].map((stream) =>
    vi.spyOn(stream, 'write').mockImplementation(take),
  )
  try {
    return { code: await main(args), said: said.join('') }
  } finally {
    for (const spy of spies) spy.mockRestore()
  }
}

const folders: string[] = []
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true })
})

/** A new empty folder, gone when the tests of the file are done. */
export function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'folkmoot-verify-'))
  folders.push(folder)
  return folder
}

/** A text in a file of its own. */
export function fileWith(text: string): string {
  const path = join(newFolder(), 'file')
  writeFileSync(path, text)
  return path
}

/** A record written out as the files that a server would serve. */
export function folderOf(record: SmallRecord, folder = newFolder()): string {
  for (const [path, bytes] of record.files) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), bytes)
  }
  return folder
}
