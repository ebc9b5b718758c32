/**
 * A whole pipeline in this very process, for tests: files are compiled, evaluated and judged as in the page, and only
 * the engine around the program is missing.
 * @module
 */

import * as hono from 'hono'
import { judgeCheck } from '../check/judge.ts'
import { compile } from '../compile/compile.ts'
import type { Program } from '../compile/program.ts'
import { evaluateModules, type LoadedModule } from '../sandbox/evaluate.ts'
import { LIMITS, type Limits } from '../sandbox/limits.ts'
import type { Sandbox } from '../sandbox/sandbox.ts'
import { LocalApp, type LocalProgram } from './local-app.fixture.ts'
import type { Pipeline } from './run.ts'

export interface LocalPipeline extends Pipeline {
  /** Every app that was started, in order. */
  readonly apps: readonly LocalApp[]
}

export const localPipeline = (limits: Partial<Limits> = {}): LocalPipeline => {
  const apps: LocalApp[] = []
  const sandbox: Sandbox = {
    engine: 'node',
    boot: async report => report('Starting'),
    async start(program, { signal }) {
      const app = new LocalApp(await loaderOf(program), signal)
      apps.push(app)
      return app
    },
    dispose: () => undefined,
  }
  return {
    apps,
    sandbox,
    compile: async files => compile(files, { entry: 'app.ts', packages: { hono: Object.keys(hono) } }),
    judge: async (check, transcript) => judgeCheck(check, transcript),
    limits: { ...LIMITS, ...limits },
  }
}

/** Gives the entry's default export of an evaluation of its own, each time that it is called. */
const loaderOf = async ({ entry, modules }: Program): Promise<() => Promise<LocalProgram>> => {
  const loaded = modules.map(async ({ code, ...module }): Promise<LoadedModule> => {
    const { default: run } = await import(/* @vite-ignore */ `data:text/javascript,${encodeURIComponent(code)}`)
    return { ...module, run }
  })
  const functions = await Promise.all(loaded)
  return async () => {
    const evaluated = await evaluateModules(functions, () => ({ ...hono }))
    const app = evaluated.get(entry)?.default
    if (isProgram(app)) return app
    throw new Error('no app')
  }
}

const isProgram = (value: unknown): value is LocalProgram =>
  typeof value === 'object' && value !== null && 'fetch' in value && typeof value.fetch === 'function'
