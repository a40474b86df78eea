import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'

export interface Program {
  url: string
  stop(): Promise<void>
}

const FOLDERS = ['/usr/sbin', '/usr/local/sbin', '/usr/bin', '/usr/local/bin']

/** Where a program of Debian's packages stands; undefined, and said aloud, where it is not installed. */
export function findProgram(name: string): string | undefined {
  const found = FOLDERS.map((folder) => path.join(folder, name)).find((file) => existsSync(file))
  if (!found)
    console.warn(`${name} is not installed (apt-get install ${name}): the tests behind it are skipped.`)
  return found
}

interface Need {
  program: string
  port: number
  webPorts: readonly number[]
}

/** HAProxy before several web processes, set as docs/operations.md says; each answer also names who gave it. */
export function startHaproxy({ program, port, webPorts }: Need): Promise<Program> {
  const servers = webPorts.map((web, at) => `  server web${at + 1} 127.0.0.1:${web}`)
  return run({ program, port, args: (file) => ['-db', '-f', file] }, () =>
    [
      'defaults',
      '  mode http',
      '  timeout connect 2s',
      '  timeout client 1m',
      '  timeout server 1m',
      '  timeout check 5s',
      '  timeout tunnel 1h',
      '  option http-server-close',
      '  option redispatch',
      '  retries 3',
      '  retry-on conn-failure',
      '  option forwardfor',
      'frontend people',
      `  bind 127.0.0.1:${port}`,
      '  default_backend folkmoot',
      'backend folkmoot',
      '  balance leastconn',
      '  option httpchk GET /health/ready',
      '  default-server check inter 500ms fall 2 rise 1',
      '  http-response set-header x-served-by %si:%sp',
      ...servers,
    ].join('\n'),
  )
}

/** Nginx before several web processes, set as docs/operations.md says; each answer also names who gave it. */
export function startNginx({ program, port, webPorts }: Need): Promise<Program> {
  const servers = webPorts.map((web) => `    server 127.0.0.1:${web} max_fails=1 fail_timeout=1s;`)
  return run({ program, port, args: (file) => ['-c', file, '-e', 'stderr'] }, (folder) =>
    [
      'daemon off;',
      `pid ${folder}/nginx.pid;`,
      'events {}',
      'http {',
      '  access_log off;',
      ...['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(
        (sort) => `  ${sort}_temp_path ${folder}/${sort};`,
      ),
      '  upstream folkmoot {',
      '    least_conn;',
      ...servers,
      '  }',
      '  server {',
      `    listen 127.0.0.1:${port};`,
      '    client_max_body_size 50m;',
      '    location / {',
      '      proxy_pass http://folkmoot;',
      '      proxy_set_header Host $http_host;',
      '      proxy_set_header X-Forwarded-For $proxy_add_x_forwarded_for;',
      '      proxy_set_header X-Forwarded-Proto $scheme;',
      '      proxy_next_upstream error timeout http_503 non_idempotent;',
      '      proxy_read_timeout 1h;',
      '      add_header x-served-by $upstream_addr always;',
      '    }',
      '  }',
      '}',
    ].join('\n'),
  )
}

export function startNats({ program, port, monitorPort }: NatsNeed): Promise<Program> {
  const args = ['-a', '127.0.0.1', '-p', String(port), '-m', String(monitorPort)]
  return run({ program, port, args: () => args }, () => '')
}

interface NatsNeed {
  program: string
  port: number
  /** Where it says over HTTP who is connected. */
  monitorPort: number
}

interface Running {
  program: string
  port: number
  args(file: string): string[]
}

async function run({ program, port, args }: Running, settings: (folder: string) => string): Promise<Program> {
  const folder = await mkdtemp(path.join(tmpdir(), 'folkmoot-balancer-'))
  const file = path.join(folder, 'settings.conf')
  await writeFile(file, `${settings(folder)}\n`)
  const child = spawn(program, args(file), { stdio: ['ignore', 'ignore', 'pipe'] })
  let said = ''
  child.stderr.on('data', (text) => {
    said += text
  })
  await untilListening(port, child, () => said)
  return {
    url: `http://127.0.0.1:${port}`,
    stop: async () => {
      const ended = once(child, 'exit')
      child.kill('SIGTERM')
      await ended
      await rm(folder, { recursive: true, force: true })
    },
  }
}

/** Any answer will do: a balancer says 503 until there is somebody behind it. */
async function untilListening(port: number, child: ChildProcess, said: () => string): Promise<void> {
  while (child.exitCode === null) {
    const isThere = await fetch(`http://127.0.0.1:${port}/health/live`).then(
      () => true,
      (error: Error) => !String(error.cause).includes('ECONNREFUSED'),
    )
    if (isThere) return
    await pause(50)
  }
  throw new Error(`It did not start: ${said()}`)
}
