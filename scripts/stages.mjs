/**
 * The kinds of test, in order of the cheapest truth first. Each stage runs to its end and tells what it found.
 * @module
 */

import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ensureBuilt } from './build.mjs'
import { root, runTool } from './commands.mjs'
import { exerciseConfigs } from './exercise-types.mjs'

/**
 * What a stage found: how many tests passed and failed, and the names of those that were skipped.
 * @typedef {{ passed: number, failed: number, skipped: readonly string[] }} Counts
 */

/** One per execution context, so that `document` in a worker does not compile. */
const typeProjects = ['worker', 'page', 'node', 'test']

/** Compilers at a time: each of them uses several cores already. */
const compilersAtOnce = 2

/** One check of every project's types. @returns {Promise<Counts>} */
export async function types() {
  const folder = await mkdtemp(join(tmpdir(), 'rendition-'))
  try {
    const waiting = typeProjects.map(name => ({ name, file: `tsconfig.${name}.json` }))
    for (const [index, [name, config]] of Object.entries(await exerciseConfigs(root)).entries()) {
      const file = join(folder, `tsconfig.${index}.json`)
      await writeFile(file, JSON.stringify(config))
      waiting.push({ name, file })
    }
    let wrong = 0
    const work = async () => {
      for (let project = waiting.shift(); project !== undefined; project = waiting.shift()) {
        const { code, output } = await runTool('tsc', ['-p', project.file], { show: false })
        console.log(`types of ${project.name}: ${code === 0 ? 'no errors' : `\n${output}`}`)
        if (code !== 0) wrong++
      }
    }
    await Promise.all(Array.from({ length: compilersAtOnce }, work))
    return one(wrong === 0)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** Formatter and linter. @returns {Promise<Counts>} */
export async function lint() {
  const { code } = await runTool('biome', ['ci', '.'])
  return one(code === 0)
}

/** @returns {Promise<Counts>} */
export async function build() {
  await ensureBuilt()
  return one(true)
}

/**
 * One of the vitest projects. A crash, or not a single test, is a failure.
 * @param {'unit' | 'processes' | 'browser' | 'firefox' | 'full'} project
 * @param {readonly string[]} [filters] parts of test files' paths, and vitest's own options for choosing tests
 * @param {NodeJS.ProcessEnv} [env]
 * @returns {Promise<Counts>}
 */
export async function tests(project, filters = [], env = process.env) {
  const folder = await mkdtemp(join(tmpdir(), 'rendition-'))
  const report = join(folder, 'report.json')
  try {
    const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
    const { code } = await runTool('vitest', ['run', '--project', project, ...reporters, ...filters], { env })
    return count(await readFile(report, 'utf8').catch(() => null), code)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/**
 * @typedef {{ status: string, assertionResults: { status: string, fullName: string }[] }} TestFile
 */

/**
 * Counts a vitest JSON report. What failed outside of any test (a file that could not be loaded, an error nobody
 * caught, a run without tests) counts as one failure.
 * @param {string | null} report null when vitest wrote none
 * @param {number | null} code vitest's exit code
 * @returns {Counts}
 */
export function count(report, code) {
  /** @type {TestFile[]} */
  const files = report === null ? [] : JSON.parse(report).testResults
  const all = files.flatMap(file => file.assertionResults)
  const passed = all.filter(test => test.status === 'passed').length
  const unloaded = files.filter(file => file.status === 'failed' && file.assertionResults.length === 0).length
  const failed = all.filter(test => test.status === 'failed').length + unloaded
  const skipped = all.filter(test => test.status !== 'passed' && test.status !== 'failed').map(test => test.fullName)
  const failedOutside = failed === 0 && (code !== 0 || passed === 0)
  return { passed, failed: failedOutside ? 1 : failed, skipped }
}

/** @param {boolean} passed @returns {Counts} */
function one(passed) {
  return { passed: passed ? 1 : 0, failed: passed ? 0 : 1, skipped: [] }
}
