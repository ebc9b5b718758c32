import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { root, runTool } from '../../scripts/commands.mjs'
import { exerciseConfigs } from '../../scripts/exercise-types.mjs'

let folder: string

const write = async (path: string, text: string): Promise<void> => {
  await mkdir(dirname(join(folder, path)), { recursive: true })
  await writeFile(join(folder, path), text)
}

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'exercise-types-'))
  await write('tsconfig.exercises.json', `{ "extends": ${JSON.stringify(join(root, 'tsconfig.exercises.json'))} }`)
})

afterEach(() => rm(folder, { recursive: true, force: true }))

const compile = async (name: string): Promise<string> => {
  await write('one.json', JSON.stringify((await exerciseConfigs(folder))[name]))
  return (await runTool('tsc', ['-p', join(folder, 'one.json')], { show: false })).output.trim()
}

test('what an exercise gives lies beside each of its programs, and is not what another gives', async () => {
  const program = (type: string) =>
    `import { thing } from './thing.ts'\nexport const copy: ${type} = thing\nexport default copy\n`
  for (const [id, type, thing] of [
    ['01-a', 'number', '1'],
    ['02-b', 'string', '"one"'],
  ] as const) {
    await write(`exercises/${id}/checks.ts`, 'export default []\n')
    await write(`exercises/${id}/given/thing.ts`, `export const thing = ${thing}\n`)
    for (const part of ['start', 'solution', 'alt/other']) await write(`exercises/${id}/${part}/app.ts`, program(type))
  }
  expect(Object.keys(await exerciseConfigs(folder))).toEqual(['exercises', 'exercises/01-a', 'exercises/02-b'])
  expect(await compile('exercises/01-a')).toBe('')
  expect(await compile('exercises/02-b')).toBe('')
  await write('exercises/02-b/alt/other/app.ts', program('number'))
  expect(await compile('exercises/02-b')).toMatch(/alt\/other\/app\.ts\(2,14\): error TS2322/)
}, 60_000)

test('exercises that give nothing have their types checked together', async () => {
  const { exercises } = await exerciseConfigs(folder)
  expect(exercises).toEqual({ extends: join(folder, 'tsconfig.exercises.json'), exclude: [] })
})
