import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { root } from '../../scripts/commands.mjs'
import type { JsonReport } from '../../src/cli/report/json.ts'
import { SERVER_LIMITS, startServer } from '../../src/cli/server/server-process.ts'
import { rendition } from './rendition.ts'

const id = '08-status-codes'
const counter = ['01-counter', '--exercises', join(root, 'tests/cli/exercises')]
const counterFolder = join(root, 'tests/cli/exercises/01-counter')
const outcomesOf = ({ checks }: JsonReport) => Object.fromEntries(checks.map(({ id, outcome }) => [id, outcome]))
const readJson = (stdout: string): JsonReport => JSON.parse(stdout)

describe('check --dir', { timeout: 60_000 }, () => {
  test('a program that passes ends with code 0, and every check has its line', async () => {
    const { code, stdout, stderr } = await rendition(['check', id, '--dir', `exercises/${id}/solution`])
    expect(stderr).toBe('')
    expect(stdout.match(/^✓ Passed {3}.+$/gm)).toHaveLength(13)
    expect(stdout).toMatch(/\nAll 13 checks pass\.\n$/)
    expect(code).toBe(0)
  })

  test('one that does not ends with code 1, and says what was asked, what came and what to do', async () => {
    const cwd = join(root, 'exercises', id, 'start')
    const { code, stdout } = await rendition(['check', id], { cwd })
    expect(stdout).toContain(`✗ Failed   POST /items answers 201
  ✗ POST /items?name=Lamp
      The status should be 201 Created, but it is 200 OK.
      → 200 is the default`)
    expect(stdout).toMatch(/\n1 of 13 checks passes\.\n$/)
    expect(code).toBe(1)
  })
})

describe('check --run', { timeout: 60_000 }, () => {
  test('starts the server anew for each check, with PORT and the environment, and reads its console', async () => {
    const options = ['--run', 'node server.mjs', '--dir', counterFolder, '--seed', '7', '--json']
    const { code, stdout } = await rendition(['check', ...counter, ...options])
    const report = readJson(stdout)
    expect(outcomesOf(report)).toEqual({
      counts: 'passed',
      greets: 'passed',
      restarts: 'passed',
      refuses: 'passed',
      reads: 'not-run',
    })
    expect(report).toMatchObject({
      exercise: '01-counter',
      ranOn: { kind: 'command', command: 'node server.mjs', folder: counterFolder },
      seed: 7,
      passed: false,
      log: [{ level: 'log', text: 'ready' }],
    })
    expect(report.checks.at(-1)?.sentences).toHaveLength(1)
    // A check that cannot be run on this server did not pass.
    expect(code).toBe(1)
  })

  test('tells what failed, with the console, and how to get the same values again', async () => {
    const command = process.platform === 'win32' ? 'node server.mjs' : "exec node 'server.mjs'"
    const options = ['--run', command, '--dir', counterFolder, '--seed', '7']
    const { code, stdout } = await rendition(['check', ...counter, ...options], { env: { WRONG: '1' } })
    expect(stdout).toContain(`✗ Failed   GET /count counts
  ✗ GET /count
      In the JSON body, count should be 1, but it is 2.
      log │ asked GET /count`)
    expect(stdout).toMatch(/ The same values again: --seed 7\n$/)
    expect(code).toBe(1)
  })

  test('a server that does not start ends with code 2 and what it wrote', async () => {
    const { code, stdout, stderr } = await rendition(['check', ...counter, '--run', 'echo no luck && exit 3'])
    expect(stderr).toBe('could not start the server: because it ended with code 3; it wrote:\nno luck\n')
    expect([code, stdout]).toEqual([2, ''])
  })
})

describe('check --url', { timeout: 60_000 }, () => {
  test('asks a server as it is, leaves out what would need more, and says so', async () => {
    const server = await startServer(
      { command: 'node server.mjs', folder: counterFolder, env: process.env },
      SERVER_LIMITS,
    )
    onTestFinished(() => server.stop())
    const { code, stdout } = await rendition(['check', ...counter, '--url', server.baseUrl, '--json'])
    const report = readJson(stdout)
    expect(outcomesOf(report)).toEqual({
      counts: 'passed',
      greets: 'not-run',
      restarts: 'not-run',
      refuses: 'not-run',
      reads: 'not-run',
    })
    expect(report.notes).toEqual([expect.stringMatching(/^The server was not started anew between checks/)])
    expect(code).toBe(1)
  })

  test('an address where nothing listens ends with code 2', async () => {
    const { code, stderr } = await rendition(['check', ...counter, '--url', 'http://127.0.0.1:9'])
    expect(stderr).toMatch(
      /^could not reach http:\/\/127\.0\.0\.1:9: because .+; start the server first, or use --run\n$/,
    )
    expect(code).toBe(2)
  })
})
