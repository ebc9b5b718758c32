/**
 * The same checks as a vitest file under `vitest --watch`: how long from saving the file to the result.
 * @module
 */

import { spawn } from 'node:child_process'
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { root } from '../scripts/commands.mjs'
import { summarise } from './statistics.mjs'

const done = 'RENDITION-BENCH-DONE'

/** Every check's requests through `app.request`, judged by the page's own judge, each against a fresh import. */
const testFile = (/** @type {string} */ exercise) => `
import { expect, test, vi } from 'vitest'
import checks from '../../exercises/${exercise}/checks.ts'
import { judgeCheck } from '../../src/check/judge.ts'
import { fillRequest } from '../../src/check/template.ts'
import { bodyOf, bytesOf } from '../../src/http/body.ts'

test.each(checks)('$id', async check => {
  vi.resetModules()
  const { default: app } = await import('./app.ts')
  const happened = []
  for (const step of check.steps) {
    const request = fillRequest(step.request, {})
    const { method, path, headers } = request
    const answer = await app.request(path, { method, headers, body: request.body ? bytesOf(request.body) : undefined })
    const body = bodyOf(new Uint8Array(await answer.arrayBuffer()))
    const response = { status: answer.status, headers: [...answer.headers], body, chunks: [], complete: true }
    happened.push({ kind: 'exchange', exchange: { request, response, failure: null, log: [], ms: 0 } })
  }
  const ended = { startFailure: null, endFailure: null, endLog: [], notRun: null }
  const transcript = { ...ended, happened, values: {}, source: null }
  expect(judgeCheck(check, transcript).outcome).toBe('passed')
})`

const config = `
export default {
  test: { reporters: [{ onTestRunEnd: modules => console.log('${done}', modules.every(module => module.ok())) }] },
}`

/**
 * @param {string} exercise
 * @param {number} rounds
 */
export async function measureVitestWatch(exercise, rounds) {
  const folder = join(root, '.cache', 'bench-vitest')
  await rm(folder, { recursive: true, force: true })
  await mkdir(folder, { recursive: true })
  const app = join(folder, 'app.ts')
  const source = await readFile(join(root, 'exercises', exercise, 'solution', 'app.ts'), 'utf8')
  await writeFile(app, source)
  await writeFile(join(folder, 'app.test.ts'), testFile(exercise))
  await writeFile(join(folder, 'vitest.config.mjs'), config)
  const vitest = join(root, 'node_modules', 'vitest', 'vitest.mjs')
  const child = spawn(process.execPath, [vitest, '--watch', '--root', folder], { stdio: ['pipe', 'pipe', 'inherit'] })
  try {
    const results = resultsOf(child.stdout)
    await expectPassed(results)
    /** @type {number[]} */
    const samples = []
    for (let index = 0; index < rounds + 2; index++) {
      const saved = performance.now()
      await writeFile(app, `${source}\n// ${index}\n`)
      await expectPassed(results)
      if (index >= 2) samples.push(performance.now() - saved)
    }
    return summarise(samples)
  } finally {
    child.kill()
    await rm(folder, { recursive: true, force: true })
  }
}

/** @param {AsyncIterator<boolean>} results */
async function expectPassed(results) {
  const { value, done: ended } = await results.next()
  if (ended || !value)
    throw new Error('could not measure vitest: because the checks did not pass there; see its output')
}

/** One item per finished test run: whether it passed. @param {import('node:stream').Readable} output */
async function* resultsOf(output) {
  let text = ''
  for await (const chunk of output.setEncoding('utf8')) {
    text += chunk
    for (let at = text.indexOf(done); at >= 0 && text.indexOf('\n', at) >= 0; at = text.indexOf(done)) {
      const end = text.indexOf('\n', at)
      yield text.slice(at, end).includes('true')
      text = text.slice(end)
    }
  }
}
