import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, onTestFinished, test, vi } from 'vitest'
import {
  eventually,
  isAlive,
  killProcess,
  serveContainerPages,
  shareContainer,
  startProcess,
} from './container-page.ts'

serveContainerPages()
const shared = shareContainer()

/** Prints what a program can find out about what was there before it. */
const observer = `
  const server = require('node:http').createServer().listen(0, '127.0.0.1', () => {
    console.log(JSON.stringify({
      isMain: require.main === module, execArgv: process.execArgv, env: Object.keys(process.env).sort(),
      cache: Object.keys(require.cache).length, signals: process.eventNames(),
      listeners: [server.listeners('listening').map(String), server.listeners('close').map(String)],
      resources: process.getActiveResourcesInfo().filter(name => name !== 'TTYWrap' && name !== 'PipeWrap'),
      stack: new Error('here').stack.split('\\n').slice(1).map(line => line.replace(/\\(.*main/, '(main')),
    }))
    server.close()
  })
`

test('starts Node, with its arguments, folder, environment and terminal, and tells its exit code', async () => {
  const seen = await shared().page.evaluate(async () => {
    await container.fs.mkdir('sub', { recursive: true })
    await container.fs.writeFile(
      'sub/main.mjs',
      `
      const { columns, rows } = process.stdout
      console.log(JSON.stringify([process.argv.slice(2), process.cwd(), process.env.GIVEN, columns, rows, process.version]))
      process.exitCode = 7
    `,
    )
    const options = { cwd: 'sub', env: { GIVEN: 1 }, terminal: { cols: 200, rows: 50 } }
    const running = parts.follow(await container.spawn('node', ['main.mjs', 'an argument', ''], options))
    const code = await running.process.exit
    return { code, output: JSON.parse((await running.closed()).trim()), workdir: container.workdir }
  })
  expect(seen.code).toBe(7)
  expect(seen.output).toEqual([['an argument', ''], `${seen.workdir}/sub`, '1', 200, 50, process.version])
})

test('leaves nothing in a process that its program could notice', async () => {
  vi.stubEnv('OF_THE_TESTS', 'a secret')
  onTestFinished(() => void vi.unstubAllEnvs())
  const folder = await mkdtemp(join(tmpdir(), 'plain-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  await writeFile(join(folder, 'main.cjs'), observer)
  const { stdout: plain } = await promisify(execFile)(process.execPath, ['main.cjs'], {
    cwd: folder,
    env: { PATH: '', HOME: '' },
  })
  const seen = await shared().page.evaluate(async observer => {
    await container.fs.writeFile('main.cjs', observer)
    return parts.follow(await container.spawn('node', ['main.cjs'])).closed()
  }, observer)
  expect(JSON.parse(seen)).toEqual(JSON.parse(plain))
})

test('hands input and the size of the terminal on', async () => {
  const seen = await shared().page.evaluate(async () => {
    const running = await parts.run(`
      process.stdin.on('data', line => console.log('got', JSON.stringify(String(line))))
      process.stdout.on('resize', () => console.log('size ' + process.stdout.columns + ' ' + process.stdout.rows))
      console.log('ready')
    `)
    await running.written(/ready/)
    await running.type('a line ü\n')
    const [, got] = await running.written(/got (.*)\r\n/)
    running.process.resize({ cols: 33, rows: 11 })
    const [size] = await running.written(/size \d+ \d+/)
    running.process.kill()
    return [got, size, await running.process.exit]
  })
  expect(seen).toEqual(['"a line ü\\n"', 'size 33 11', 137])
})

test('interrupts a process that does not read its keys itself', async () => {
  const seen = await shared().page.evaluate(async () => {
    const running = await parts.run("setInterval(() => {}, 1000); console.log('ready')")
    await running.written(/ready/)
    await running.type('\x03')
    return running.process.exit
  })
  expect(seen).toBe(130)
})

test('hands 100 kB of input on in raw mode, without an echo', async () => {
  const seen = await shared().page.evaluate(async () => {
    const running = await parts.run(`
      let length = 0
      process.stdin.setRawMode(true).on('data', chunk => {
        length += chunk.length
        if (length === 100_000) process.exit(5)
      })
      console.log('ready')
    `)
    await running.written(/ready/)
    await running.type('x'.repeat(100_000))
    return [await running.process.exit, await running.closed()]
  })
  expect(seen).toEqual([5, 'ready\r\n'])
})

test('hands 3 MB of output on, byte for byte', async () => {
  const seen = await shared().page.evaluate(async () => {
    const sequence = `Array.from({ length: 393_216 }, (_, index) => index.toString(36).padStart(8, '_')).join('')`
    const running = await parts.run(`process.stdout.write(${sequence})`)
    const text = await running.closed()
    return [text.length, text === new Function(`return ${sequence}`)(), await running.process.exit]
  })
  expect(seen).toEqual([3_145_728, true, 0])
})

test('kills a process, also one in an endless loop', async () => {
  const { emulator, page } = shared()
  await eventually(() => expect(emulator.processes).toBe(0))
  const pid = await startProcess(page, 'for (;;);')
  expect([isAlive(pid), emulator.processes]).toEqual([true, 1])
  expect(await killProcess(page)).toBe(137)
  expect([isAlive(pid), emulator.processes]).toEqual([false, 0])
})
