import packages from 'virtual:package-exports'
import { afterAll, expect, it } from 'vitest'
import { buildRunner } from '../../build/runner.ts'
import { root } from '../../scripts/commands.mjs'
import { judgeCheck } from '../../src/check/judge.ts'
import { compile } from '../../src/compile/compile.ts'
import type { SourceFiles } from '../../src/compile/program.ts'
import type { Pipeline } from '../../src/run/run.ts'
import { faultOf, selfChecks } from '../../src/run/self-check.ts'
import { LIMITS } from '../../src/sandbox/limits.ts'
import { NodeSandbox } from '../../src/sandbox/node/node-sandbox.ts'

const sandbox = new NodeSandbox({ runner: await buildRunner(root), limits: LIMITS })
afterAll(() => sandbox.dispose())

/** @param change what an engine does to the program that it is given */
const pipeline = (change: (files: SourceFiles) => SourceFiles = files => files): Pipeline => ({
  sandbox,
  limits: LIMITS,
  compile: async files => compile(change(files), { entry: 'app.ts', packages }),
  judge: async (...told) => judgeCheck(...told),
})

it('an engine that answers as it should is used; there are ten requests', async () => {
  expect(selfChecks.length).toBe(10)
  expect(await faultOf(pipeline())).toBeNull()
})

it('one that answers wrongly is not, and the reason says what was wrong', async () => {
  const loses = (files: SourceFiles) => ({
    ...files,
    'app.ts': (files['app.ts'] ?? '').replace("setCookie(c, 'second', 'b')", ''),
  })
  expect(await faultOf(pipeline(loses))).toBe(
    'it answers 1 of 10 known requests wrongly (headers: Header set-cookie should have 3 values, but it has 2 values: "first=a; Path=/; HttpOnly", "old=; Max-Age=0; Path=/".)',
  )
})
