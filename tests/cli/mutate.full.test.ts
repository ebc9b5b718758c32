import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { root } from '../../scripts/commands.mjs'
import { rendition } from './rendition.ts'

const id = '09-dependencies'
let exercises = ''
const run = (...args: string[]) => rendition([...args, '--exercises', exercises])
const write = (path: string, text: string) => writeFile(join(exercises, id, path), text)

const solution = `import { Hono } from 'hono'

const app = new Hono()
let turns = 0

app.get('/hello', c => {
  while (turns < 1) turns++
  return c.json({ hello: c.req.query('name'), turns, state: 'well' }, 200)
})

export default app
`

beforeAll(async () => {
  exercises = await mkdtemp(join(tmpdir(), 'rendition-mutate-'))
  await run('new', id)
  const authoring = relative(join(exercises, id), join(root, 'src/check/authoring.ts')).replaceAll('\\', '/')
  await write(
    'checks.ts',
    `import { get, json, send, status } from '${authoring}'

const expected = [status(200), json().equals({ hello: 'Jo', turns: 1, state: 'well' })]
const steps = [send(get('/hello?name=Jo'), expected)]
export default [{ id: 'hello', title: 'GET /hello greets', why: 'It is asked.', steps }]
`,
  )
  await write('solution/app.ts', solution)
})
afterAll(() => rm(exercises, { recursive: true }))

test('mutate shows what no check notices, line by line, and how to mend it', async () => {
  const { code, stdout } = await run('mutate', id)
  expect(stdout).toBe(`✗ 09-dependencies: 18 of 20 mutants caught (90 %)
    solution/app.ts:4  number changed; no check notices
      - let turns = 0
      + let turns = 1
    solution/app.ts:4  number changed; no check notices
      - let turns = 0
      + let turns = (-1)
    → Of each that no check notices: ask for it in a check, simplify the solution, or list it in survivors.yaml with a reason.
`)
  expect(code).toBe(1)
}, 60_000)

test('it is content with what survivors.yaml lists, catches what never ends, and tells every mutant as JSON', async () => {
  const entry = { file: 'app.ts', before: 'let turns = 0', why: 'One turn is taken, wherever it begins.' }
  await write(
    'survivors.yaml',
    JSON.stringify(['let turns = 1', 'let turns = (-1)'].map(after => ({ ...entry, after }))),
  )
  const { code, stdout, stderr } = await run('mutate', id, '--json')
  expect([code, stderr]).toEqual([0, ''])
  const report = JSON.parse(stdout)
  expect(report).toMatchObject({
    engine: 'node',
    passed: true,
    exercises: [{ exercise: id, passed: true, caught: 18, mistakes: [] }],
  })
  expect(report.exercises[0].mutants).toHaveLength(20)
  expect(report.exercises[0].mutants).toContainEqual({
    file: 'app.ts',
    line: 7,
    operator: 'arithmetic turned',
    before: 'while (turns < 1) turns++',
    after: 'while (turns < 1) turns--',
    caughtBy: 'hello',
  })
}, 60_000)

test('it tells of a solution that does not pass, instead of calling every mutant caught', async () => {
  await write('solution/app.ts', solution.replace('well', 'unwell'))
  const { code, stdout, stderr } = await run('mutate', id)
  expect(stderr).toBe(
    'could not mutate 09-dependencies: because its solution does not pass "hello"; see "npm run rendition -- verify 09-dependencies" first\n',
  )
  expect([code, stdout]).toEqual([2, ''])
}, 60_000)
