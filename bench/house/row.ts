/** One line of the table: what it is, what came out, and what stands beside it from the same run. */
export interface Row {
  work: string
  measured: string
  aim: string
  /** The peer, measured in the same run, and what it did. */
  peer: string
  ratio: string
  /** The ratio that must hold. */
  must: string
  isHeld: boolean
}

export const COLUMNS = ['work', 'measured', 'aim', 'peer, same run', 'ratio', 'must hold', 'holds']

export function cellsOf(row: Row): string[] {
  return [row.work, row.measured, row.aim, row.peer, row.ratio, row.must, row.isHeld ? 'yes' : 'no']
}

export const count = (value: number) => Math.round(value).toLocaleString('en')
export const ms = (value: number) => `${value < 10 ? value.toFixed(1) : Math.round(value)} ms`
export const millis = (value: number) => `${value.toFixed(3)} ms`
export const times = (value: number) => `${value < 10 ? value.toFixed(2) : value.toFixed(1)} ×`
