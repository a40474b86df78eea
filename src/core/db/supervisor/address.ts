import { createServer } from 'node:net'
import { join } from 'node:path'
import { SOCKET_NAME } from './leftovers.ts'

/** The kernel's limit for a socket's path. */
const LONGEST_SOCKET_PATH = 107

export interface Address {
  settings: Record<string, string>
  inUrl(database: string): string
}

/** A socket in the folder: nothing to be taken and nobody else's. A port of this machine where the path is too long for one. */
export async function addressIn(folder: string): Promise<Address> {
  const isShort = Buffer.byteLength(join(folder, SOCKET_NAME)) <= LONGEST_SOCKET_PATH
  if (isShort && !/[,"]/.test(folder))
    return {
      settings: { listen_addresses: '', port: '5432', unix_socket_directories: folder },
      // "localhost" keeps the text a URL that programs can take apart; `host` is what holds.
      inUrl: (database) => `localhost/${database}?host=${encodeURIComponent(folder)}`,
    }
  const port = await freePort()
  return {
    settings: { listen_addresses: '127.0.0.1', port: String(port), unix_socket_directories: '' },
    inUrl: (database) => `127.0.0.1:${port}/${database}`,
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(address && typeof address === 'object' ? address.port : 0))
    })
  })
}
