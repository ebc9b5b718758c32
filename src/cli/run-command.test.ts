import { tmpdir } from 'node:os'
import { describe, expect, it } from 'vitest'
import { root } from '../../scripts/commands.mjs'
import { commands } from './commands.ts'
import { runCommand } from './run-command.ts'
import { createTerminal } from './terminal.ts'

const run = async (...args: string[]) => {
  let stdout = ''
  const stream = (take: (text: string) => void) => ({
    isTTY: false,
    columns: 80,
    write: (text: string | Uint8Array) => {
      take(String(text))
      return true
    },
  })
  const terminal = createTerminal({
    stdout: stream(text => {
      stdout += text
    }),
    stderr: stream(() => undefined),
    env: {},
  })
  const code = await runCommand(commands, args, { terminal, folder: tmpdir(), root, env: {} })
  return { code, stdout }
}

describe('runCommand', () => {
  it('has help that names every command and the exit codes', async () => {
    const { code, stdout } = await run('--help')
    expect(code).toBe(0)
    for (const name of Object.keys(commands)) expect(stdout).toContain(`\n  ${name} `)
    expect(stdout.replaceAll('\n', ' ')).toMatch(/0 when all passed, 1 when some failed, and 2 when/)
  })

  it.each(Object.keys(commands))('has help for %s, with every option, whatever else is typed', async name => {
    const { code, stdout } = await run(name, '--odd', '-h')
    const command = await commands[name]?.()
    expect(code).toBe(0)
    for (const option of Object.keys(command?.options ?? {})) expect(stdout).toContain(`  --${option}`)
    expect(stdout).toContain('--exercises <folder>')
    expect(Math.max(...stdout.split('\n').map(line => line.length))).toBeLessThanOrEqual(110)
  })

  it.each([
    [[], 'no command is given; give one of list, check, verify, mutate, record, new, or --help'],
    [['chekc'], 'there is no command "chekc"; give one of list, check'],
    [['toString'], 'there is no command "toString"; give one of'],
    [['check'], 'no exercise is given; give one, as "list" shows it'],
    [['check', 'a', 'b'], 'more than one exercise is given; give one'],
    [['check', '99-none'], 'there is no exercise "99-none"; choose one of 08-status-codes'],
    [['check', '08-status-codes', '--sed', '1'], 'check has no option --sed; see "npm run rendition -- check --help"'],
    [
      ['check', '08-status-codes', '--seed', '0'],
      'the seed "0" is no whole number from 1 to 999999; give such a number',
    ],
    [
      ['check', '08-status-codes'],
      'there is no app.ts in the current folder; give the folder that it is in with --dir',
    ],
    [
      ['check', '08-status-codes', '--engine', 'web', '--dir', '.'],
      'there is no engine "web"; choose one of node, embedded',
    ],
    [['check', '08-status-codes', '--run', 'a', '--url', 'b'], '--run and --url exclude each other; give one of them'],
    [['check', '08-status-codes', '--dir', 'a', '--url', 'b'], '--dir and --url exclude each other; give one of them'],
    [['check', '08-status-codes', '--engine', 'node', '--run', 'a'], '--engine and --run exclude each other; give one'],
    [['check', '08-status-codes', '--run', 'a', '--dir', 'no-such'], 'there is no folder'],
    [
      ['check', '08-status-codes', '--url', 'https://a.example'],
      'is not an address that begins with http://; give one',
    ],
    [
      ['check', '08-status-codes', '--url', 'http://a.example/api'],
      'is more than the address of a server; give http://a.example alone',
    ],
    [['verify', '--engine', 'node,web'], 'there is no engine "web"; choose one of node, embedded'],
    [['verify', '99-none'], 'there is no exercise "99-none"; choose one of 08-status-codes'],
    [['mutate', '99-none'], 'there is no exercise "99-none"; choose one of 08-status-codes'],
    [['mutate', '--engine', 'node,embedded'], 'there is no engine "node,embedded"; choose one of node, embedded'],
    [['record', '99-none'], 'there is no exercise "99-none"; choose one of 08-status-codes'],
    [['new'], 'no id is given; give the number of the question and a slug, like 08-status-codes'],
    [['new', 'Hello'], '"Hello" is no id of an exercise; give the number of the question and a slug'],
    [['new', '39-x'], 'there is no question 39; give a number from 01 to 38'],
    [['new', '09-x', 'y'], '"y" is one argument too many; give'],
    [['new', '08-status-codes'], '08-status-codes is there already; choose another id, or work in it'],
    [['new', '08-other'], '08-status-codes has this number already; choose another, or work in it'],
  ])('refuses %j in one clear sentence', async (args, sentence) => {
    const refusal = await run(...args).then(
      () => 'nothing was refused',
      (error: unknown) => String(error),
    )
    expect(refusal).toContain(sentence)
    expect(refusal).toMatch(/^UsageError: could not run: because .+; [^\n]+$/)
  })
})
