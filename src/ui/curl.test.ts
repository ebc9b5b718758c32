import { execFileSync } from 'node:child_process'
import { describe, expect, it } from 'vitest'
import { curlCommand } from './curl.ts'

/** What a shell hands to curl. */
const argumentsOf = (command: string): string[] =>
  execFileSync('sh', ['-c', command.replace('curl', 'printf %s\\\\n --')], { encoding: 'utf8' })
    .trimEnd()
    .split('\n')
    .slice(1)

describe('curlCommand', () => {
  it('needs no method for a GET', () => {
    expect(curlCommand({ method: 'GET', path: '/items/3', headers: [] })).toBe(
      "curl -i 'http://localhost:3000/items/3'",
    )
  })

  it('keeps what a shell would take apart', () => {
    const text = `{"name":"it's $HOME @ \\"1\\""}`
    const command = curlCommand({ method: 'POST', path: '/a?b=c&d', headers: [['x', "o'clock"]], body: { text } })
    expect(argumentsOf(command)).toEqual([
      '-i',
      '-X',
      'POST',
      'http://localhost:3000/a?b=c&d',
      '-H',
      "x: o'clock",
      '--data-raw',
      text,
    ])
  })

  it('sends a header without a value, which curl writes with a semicolon', () => {
    expect(curlCommand({ method: 'GET', path: '/', headers: [['x-empty', '']] })).toContain("-H 'x-empty;'")
  })

  it('asks for headers only with HEAD, where -X HEAD would wait for a body', () => {
    expect(curlCommand({ method: 'HEAD', path: '/', headers: [] })).toBe("curl -i --head 'http://localhost:3000/'")
  })
})
