/** Panels by democratic lottery: see README.md. */
export { type BeaconRound, chains, committableRound, isTrueRound } from './beacon.ts'
export { diceFor, numberDecidedBy, numberFromDice } from './deciding-number.ts'
export {
  type Commitment,
  commitmentTo,
  type DecidedBy,
  type DecidingValue,
  hashOf,
  type LotteryDocument,
  lotteryDocument,
  type PoolDocument,
  poolDocument,
  type QuotasDocument,
  quotasDocument,
  type ResultDocument,
} from './documents.ts'
export { type Feasibility, type QuotaBound, type QuotaChange, testFeasibility } from './feasibility.ts'
export { findLottery, type Lottery, type LotteryRequest, type Method } from './find-lottery.ts'
export { decimalOf, type Fraction, wordsOf } from './fraction.ts'
export { drawInvitations, type InvitationDraw, type Invitations } from './invitations.ts'
export { type Person, type PoolColumns, readPool } from './pool.ts'
export { categoriesOf, type Quota, readQuotas } from './quotas.ts'
export { type Vacancies, vacancyDraw } from './replacement.ts'
export type { Row, TableProblem } from './row.ts'
export { loadSolver, type Solver } from './solver.ts'
export { bytesFromHex, type Stream, shuffled, streamFrom } from './stream.ts'
export { type PoolShape, syntheticPool } from './synthetic-pool.ts'
