import { describe, expect, it } from 'vitest'
import { readArguments } from './arguments.ts'

const OPTIONS = { dir: { value: '<folder>', about: 'a folder' }, json: { value: null, about: 'as JSON' } }
const read = (...args: string[]) => readArguments('check', args, OPTIONS)

describe('readArguments', () => {
  it('gives positionals, values and flags, in any order', () => {
    const args = read('--json', '08-status-codes', '--dir', 'a b', '--', '--dir')
    expect(args.positionals).toEqual(['08-status-codes', '--dir'])
    expect([args.text('dir'), args.has('json'), args.text('seed')]).toEqual(['a b', true, null])
    expect(read('--dir=--odd').text('dir')).toBe('--odd')
  })

  it.each([
    [['--sed', '1'], 'check has no option --sed; see "npm run rendition -- check --help"'],
    [['-x'], 'check has no option -x; see'],
    [['--constructor'], 'check has no option --constructor; see'],
    [['--dir'], '--dir has no value; write --dir <folder>'],
    [['--dir='], '--dir has no value'],
    [['--dir', '--json'], '--dir has no value'],
    [['--json=yes'], '--json takes no value; write --json alone'],
    [['--json', '--json'], '--json is given twice'],
  ])('refuses %j in one sentence', (args, sentence) => {
    expect(() => read(...args)).toThrow(`could not run: because ${sentence}`)
  })
})
