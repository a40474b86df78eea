import loadHighs, { type Highs, type Model } from 'highs'

/** HiGHS compiled to WebAssembly: the same arithmetic on every machine. */
export type Solver = Highs

/** Loads the solver once; everything here takes it as an argument. It reads its own .wasm file and nothing else. */
export function loadSolver(): Promise<Solver> {
  return loadHighs()
}

/** A linear programme column by column: `rows[j]` and `weights[j]` are the entries of column j. */
export interface Program {
  costs: readonly number[]
  lower: readonly number[]
  upper: readonly number[]
  rowLower: readonly number[]
  rowUpper: readonly number[]
  rows: readonly (readonly number[])[]
  weights: readonly (readonly number[])[]
  isInteger?: boolean
}

/** Tolerances far below any chance we state; no clock (a time limit would make answers depend on the machine). */
const options = {
  output_flag: false,
  random_seed: 0,
  primal_feasibility_tolerance: 1e-9,
  dual_feasibility_tolerance: 1e-9,
  mip_feasibility_tolerance: 1e-9,
  mip_rel_gap: 0,
  mip_abs_gap: 1e-9,
}

/** A model that maximises, to be disposed of by the caller. */
export function modelOf(solver: Solver, program: Program): Model {
  const starts = [0]
  for (const rows of program.rows) starts.push((starts.at(-1) ?? 0) + rows.length)
  const model = solver.createModel({
    numCols: program.costs.length,
    numRows: program.rowLower.length,
    sense: solver.constants.objectiveSense.maximize,
    colCost: [...program.costs],
    colLower: [...program.lower],
    colUpper: [...program.upper],
    rowLower: [...program.rowLower],
    rowUpper: [...program.rowUpper],
    matrix: {
      format: 'csc',
      numRows: program.rowLower.length,
      numCols: program.costs.length,
      starts: Int32Array.from(starts),
      indices: Int32Array.from(program.rows.flat()),
      values: Float64Array.from(program.weights.flat()),
    },
    ...(program.isInteger ? { integrality: Int32Array.from(program.costs, () => 1) } : {}),
  })
  model.options.set(options)
  return model
}

/** Runs the model; false where no solution exists; where the solver gives up, false if it `mayStop`, else an error. */
export function solves(solver: Solver, model: Model, { mayStop = false } = {}): boolean {
  model.run()
  const status = model.getModelStatus()
  const { optimal, infeasible, unboundedOrInfeasible } = solver.constants.modelStatus
  if (status === optimal) return true
  if (status === infeasible || status === unboundedOrInfeasible || mayStop) return false
  throw new Error(`The solver stopped with status ${status}.`)
}
