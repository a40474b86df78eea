/** Rows that wait on this device, each encrypted with a key that the browser keeps and gives to nobody, not even to us. */
export interface WaitingRow {
  sheet: string
  row: number
  /** What holds for the whole sheet: consent, day, place, language. */
  circumstances: Record<string, string>
  cells: Record<string, string>
}

interface Kept {
  id: string
  call: string
  iv: Uint8Array<ArrayBuffer>
  locked: ArrayBuffer
}

const NAME = 'folkmoot-sheets'

export async function keepRow(call: string, row: WaitingRow): Promise<void> {
  const database = await open()
  const iv = crypto.getRandomValues(new Uint8Array(12))
  const plain = new TextEncoder().encode(JSON.stringify(row))
  const locked = await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, await keyIn(database), plain)
  const kept: Kept = { id: idOf(row), call, iv, locked }
  await done(rowsIn(database, 'readwrite').put(kept))
  database.close()
}

export async function waitingRows(call: string): Promise<WaitingRow[]> {
  const database = await open()
  const all: Kept[] = await done(rowsIn(database, 'readonly').getAll())
  const key = await keyIn(database)
  database.close()
  const rows = await Promise.all(
    all
      .filter((kept) => kept.call === call)
      .map(async ({ iv, locked }) => {
        const plain = await crypto.subtle.decrypt({ name: 'AES-GCM', iv }, key, locked)
        return JSON.parse(new TextDecoder().decode(plain)) as WaitingRow
      }),
  )
  return rows.sort((a, b) => a.row - b.row)
}

export async function forgetRow(row: Pick<WaitingRow, 'sheet' | 'row'>): Promise<void> {
  const database = await open()
  await done(rowsIn(database, 'readwrite').delete(idOf(row)))
  database.close()
}

export function forgetAll(): void {
  indexedDB.deleteDatabase(NAME)
}

const idOf = ({ sheet, row }: Pick<WaitingRow, 'sheet' | 'row'>) => `${sheet}/${row}`

const rowsIn = (database: IDBDatabase, mode: IDBTransactionMode) =>
  database.transaction('rows', mode).objectStore('rows')

async function keyIn(database: IDBDatabase): Promise<CryptoKey> {
  const keys = () => database.transaction('keys', 'readwrite').objectStore('keys')
  const known: CryptoKey | undefined = await done(keys().get('key'))
  if (known) return known
  const key = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt'])
  await done(keys().put(key, 'key'))
  return key
}

function open(): Promise<IDBDatabase> {
  const request = indexedDB.open(NAME, 1)
  request.addEventListener('upgradeneeded', () => {
    request.result.createObjectStore('rows', { keyPath: 'id' })
    request.result.createObjectStore('keys')
  })
  return done(request)
}

function done<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.addEventListener('success', () => resolve(request.result))
    request.addEventListener('error', () => reject(request.error))
  })
}
