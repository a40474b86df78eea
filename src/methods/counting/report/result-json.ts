import type { Result, Stage } from '../result.ts'

/** The stable shape of `./moot count --json`; fields may be added, none changes its meaning. */
export function resultJson(result: Result) {
  return {
    rules: result.rules,
    title: result.title,
    places: result.places,
    papers: {
      valid: result.papers.valid,
      spoiled: result.papers.spoiled,
      spoiled_by: result.papers.spoiledBy,
    },
    candidates: result.candidates,
    withdrawn: result.withdrawn,
    arithmetic: result.arithmetic,
    quota: result.quota,
    stages: result.stages.map(stageJson),
    elected: result.elected,
    lots: result.lots,
    tables: result.tables,
    notes: result.notes,
  }
}

function stageJson(stage: Stage) {
  return {
    n: stage.n,
    action: stage.action,
    totals: stage.totals,
    elected: stage.elected,
    excluded: stage.excluded,
    non_transferable: stage.nonTransferable,
    lost_to_rounding: stage.lostToRounding,
    ...(stage.quota === undefined ? {} : { quota: stage.quota }),
    ...(stage.keepFactors === undefined ? {} : { keep_factors: stage.keepFactors }),
    transfers: stage.transfers.map(({ newValue, nonTransferablePapers, ...transfer }) => ({
      ...transfer,
      new_value: newValue,
      non_transferable_papers: nonTransferablePapers,
    })),
    ties: stage.ties.map(({ decidedBy, ...tie }) => ({ ...tie, decided_by: decidedBy })),
  }
}
