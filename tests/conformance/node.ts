/**
 * The cases in real Node, which is what the other engines are measured by.
 * @module
 */

import packages from 'virtual:package-exports'
import { buildRunner } from '../../build/runner.ts'
import { root } from '../../scripts/commands.mjs'
import { judgeCheck } from '../../src/check/judge.ts'
import { compile } from '../../src/compile/compile.ts'
import { runChecks } from '../../src/run/run.ts'
import { LIMITS } from '../../src/sandbox/limits.ts'
import { NodeSandbox } from '../../src/sandbox/node/node-sandbox.ts'
import { type Batch, checksOf, type Outcomes, outcomesOf } from '../../src/selftest/conformance/batch.ts'
import type { Outcome } from '../../src/selftest/conformance/normalise.ts'

/** All batches in one sandbox, one after the other. */
export const runInNode = async (batches: readonly Batch[]): Promise<Outcomes> => {
  const sandbox = new NodeSandbox({ runner: await buildRunner(root), limits: LIMITS })
  const pipeline = {
    sandbox,
    limits: LIMITS,
    compile: async (files: Batch['files']) => compile(files, { entry: 'app.ts', packages }),
    judge: async (...told: Parameters<typeof judgeCheck>) => judgeCheck(...told),
  }
  const options = { signal: new AbortController().signal, report: () => undefined }
  const outcomes = new Map<string, Outcome>()
  try {
    for (const batch of batches) {
      const job = { exercise: { id: 'conformance', checks: checksOf(batch) }, files: batch.files, seed: 1 }
      for (const [id, outcome] of await outcomesOf(batch, await runChecks(job, pipeline, options)))
        outcomes.set(id, outcome)
    }
    return outcomes
  } finally {
    sandbox.dispose()
  }
}
