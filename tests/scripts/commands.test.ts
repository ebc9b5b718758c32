import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'
import { run } from '../../scripts/commands.mjs'

const writing = 'process.stdout.write("out "); process.stderr.write("err")'

test('what a program writes is caught where it is not to be shown', async () => {
  expect(await run(process.execPath, ['-e', writing], { show: false })).toEqual({ code: 0, output: 'out err' })
})

test('what a program writes on stdout is passed on to stderr where stdout is for results', async () => {
  const script = `
    const { run } = await import('./scripts/commands.mjs')
    await run(process.execPath, ['-e', ${JSON.stringify(writing)}], { show: 'stderr' })`
  const cwd = new URL('../..', import.meta.url)
  const shown = await promisify(execFile)(process.execPath, ['--input-type=module', '-e', script], { cwd })
  expect(shown).toEqual({ stdout: '', stderr: 'out err' })
})
