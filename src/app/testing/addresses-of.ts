import { allRoutes } from '../open-house.ts'

/** An address for every route of a method, on its pages and below /api/v1: of one submission, at the Housing Commission. */
export function addressesOf(method: 'GET' | 'POST', number: number): string[] {
  const values: Readonly<Record<string, string>> = {
    ':number': String(number),
    ':slug': 'housing',
    ':id': 'not-found',
    ':token': 'a'.repeat(43),
    '*': '0/000',
  }
  const filled = (path: string) => path.replace(/:[a-z]+|\*/g, (parameter) => values[parameter] ?? parameter)
  return allRoutes()
    .filter((route) => route.method === method)
    .flatMap(({ path, api }) => (api ? [filled(path), `/api/v1${filled(path)}`] : [filled(path)]))
}
