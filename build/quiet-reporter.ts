import type { TestCase, TestModule, TestSpecification } from 'vitest/node'
import { MinimalReporter } from 'vitest/node'
import { type Progress, progress } from '../src/core/cli/progress.ts'
import { ownTerminal } from '../src/core/cli/terminal.ts'

interface Counts {
  passed: number
  failed: number
  skipped: number
}

/** Quiet unless red: failures in full, what was left out in a line each, and as the last line how many passed and failed. */
export default class QuietReporter extends MinimalReporter {
  #bar: Progress | undefined
  #ended = 0

  override onTestRunStart(specifications: readonly TestSpecification[]): void {
    super.onTestRunStart([...specifications])
    this.#bar = progress(ownTerminal(), 'Testing', { total: specifications.length })
  }

  override onTestModuleEnd(testModule: TestModule): void {
    this.#bar?.finish()
    super.onTestModuleEnd(testModule)
    this.#ended += 1
    this.#bar?.update(this.#ended, testModule.relativeModuleId)
  }

  override onTestRunEnd(
    testModules: readonly TestModule[],
    errors: Parameters<MinimalReporter['onTestRunEnd']>[1],
    reason: Parameters<MinimalReporter['onTestRunEnd']>[2],
  ): void {
    this.#bar?.finish()
    super.onTestRunEnd([...testModules], errors, reason)
    const { passed, failed, skipped } = counted(testModules)
    if (skipped > 0) this.log(`${skipped} skipped: ${modulesWithSkipped(testModules).join(', ')}`)
    this.log(`${passed} passed, ${failed + errors.length} failed`)
  }

  override reportTestSummary(): void {
    // The last line says it.
  }
}

/** A file that could not even be loaded counts as one failure. */
function counted(testModules: readonly TestModule[]): Counts {
  const counts = { passed: 0, failed: 0, skipped: 0 }
  for (const testModule of testModules) {
    if (testModule.errors().length > 0) counts.failed += 1
    for (const test of testModule.children.allTests()) counts[stateOf(test)] += 1
  }
  return counts
}

function stateOf(test: TestCase): keyof Counts {
  const { state } = test.result()
  return state === 'passed' || state === 'skipped' ? state : 'failed'
}

function modulesWithSkipped(testModules: readonly TestModule[]): string[] {
  const hasSkipped = (testModule: TestModule) => [...testModule.children.allTests('skipped')].length > 0
  return testModules.filter(hasSkipped).map((testModule) => testModule.relativeModuleId)
}
