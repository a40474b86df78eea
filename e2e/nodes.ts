import { type ProcessNeed, startProcess, type WebProcess } from '../src/app/trials/web-process.ts'

export interface Nodes {
  webs: WebProcess[]
  needs: ProcessNeed[]
  workers: WebProcess[]
}

/** Two web processes and two workers on one database, as on several machines. */
export async function startNodes(
  databaseUrl: string,
  more: { baseUrl?: string; ports: number[]; natsUrl?: string },
) {
  const { ports, ...rest } = more
  const needs = ports.map((port): ProcessNeed => ({ databaseUrl, only: 'web', port, ...rest }))
  const nodes: Nodes = { needs, webs: [], workers: [] }
  for (const need of needs) nodes.webs.push(await startProcess(need))
  for (let at = 0; at < 2; at += 1)
    nodes.workers.push(await startProcess({ databaseUrl, only: 'worker', port: 0, ...rest }))
  return nodes
}

export async function endNodes({ webs, workers }: Nodes): Promise<void> {
  await Promise.all([...webs, ...workers].map((part) => part.kill()))
}
