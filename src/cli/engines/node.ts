/**
 * The node engine, in this process: programs run in Node processes of this machine.
 * @module
 */

import { availableParallelism } from 'node:os'
import { packageExports } from '../../../build/packages.ts'
import { buildRunner } from '../../../build/runner.ts'
import { judgeCheck } from '../../check/judge.ts'
import { compile } from '../../compile/compile.ts'
import { type Pipeline, runChecks } from '../../run/run.ts'
import { LIMITS } from '../../sandbox/limits.ts'
import { NodeSandbox } from '../../sandbox/node/node-sandbox.ts'
import type { OpenEngine, Tell } from './engine.ts'
import { tryProgram } from './trial.ts'

/** @param root the folder that package.json is in */
export const openNode = async (root: string, tell: Tell): Promise<OpenEngine> => {
  tell('starting Node')
  const [packages, runner] = await Promise.all([packageExports(), buildRunner(root)])
  const sandbox = new NodeSandbox({ runner, limits: LIMITS, reuse: true })
  const pipeline: Pipeline = {
    sandbox,
    compile: async files => compile(files, { entry: 'app.ts', packages }),
    judge: async (check, transcript) => judgeCheck(check, transcript),
    limits: LIMITS,
  }
  return {
    name: 'node',
    // Each has a process to itself; more than a few would be late for what their checks wait for.
    atOnce: Math.min(availableParallelism(), 4),
    try: job => tryProgram(job, pipeline),
    run: job => runChecks(job, pipeline, { signal: new AbortController().signal, report: () => undefined }),
    close: async () => sandbox.dispose(),
  }
}
