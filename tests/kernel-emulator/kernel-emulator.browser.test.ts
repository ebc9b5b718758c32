import { execFile } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { request } from 'node:http'
import type { Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { snapshot } from '@webcontainer/snapshot'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, onTestFinished, test, vi } from 'vitest'
import { boot, bootPage } from './container-page.ts'
import { type KernelEmulator, startKernelEmulator } from './kernel-emulator.ts'

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

/** Runs until something ends it. */
const idle = "setInterval(() => {}, 1000); console.log('pid ' + process.pid + '.')"
const endless = "console.log('pid ' + process.pid + '.'); for (;;);"

const isAlive = (pid: number): boolean => {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}

/** @returns the process's number on this machine */
const startProcess = (page: Page, script: string): Promise<number> =>
  page.evaluate(async script => {
    globalThis.running = await parts.run(script)
    return Number((await running.written(/pid (\d+)\./))[1])
  }, script)

/** Kills the process that was started last. @returns its exit code */
const killIn = (page: Page): Promise<number> =>
  page.evaluate(() => {
    running.process.kill()
    return running.process.exit
  })

describe('a kernel', () => {
  let emulator: KernelEmulator
  let page: Page
  beforeAll(async () => {
    emulator = await startKernelEmulator()
    page = await bootPage(emulator)
  })
  afterAll(async () => {
    await page.context().close()
    await emulator.close()
  })

  test('boots in an isolated page, with the name of the working folder that was asked for', async () => {
    expect(await page.evaluate(() => [crossOriginIsolated, container.workdir.split('/').at(-1)])).toEqual([true, 'app'])
    expect([emulator.boots, emulator.asked]).toEqual([1, 1])
  })

  test("refuses a second boot in the client's own words", async () => {
    await expect(boot(page)).rejects.toThrow('Only a single WebContainer instance can be booted')
  })

  test('mounts a tree of text, bytes, folders and links beside what is there', async () => {
    const read = await page.evaluate(async () => {
      await container.fs.writeFile('before.txt', 'kept')
      await container.mount({
        'text.txt': { file: { contents: 'grüße 👋\n' } },
        'bytes.bin': { file: { contents: Uint8Array.from({ length: 256 }, (_, byte) => byte) } },
        deep: {
          directory: { er: { directory: { 'file.txt': { file: { contents: 'deep' } } } }, none: { directory: {} } },
        },
        link: { file: { symlink: 'text.txt' } },
      })
      const { fs } = container
      const bytes = await fs.readFile('bytes.bin')
      return {
        texts: await Promise.all(
          ['before.txt', 'text.txt', 'deep/er/file.txt', 'link'].map(path => fs.readFile(path, 'utf8')),
        ),
        isExact: bytes.length === 256 && bytes.every((byte, index) => byte === index),
        none: await fs.readdir('deep/none'),
      }
    })
    expect(read).toEqual({ texts: ['kept', 'grüße 👋\n', 'deep', 'grüße 👋\n'], isExact: true, none: [] })
  })

  test('mounts a binary snapshot at a mount point, and takes its buffer away', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'snapshot-'))
    onTestFinished(() => rm(folder, { recursive: true }))
    await writeFile(join(folder, 'index.js'), 'export const answer = 42')
    const bytes = (await snapshot(folder)).toString('base64')
    const seen = await page.evaluate(async bytes => {
      const buffer = Uint8Array.from(atob(bytes), character => character.charCodeAt(0))
      await container.fs.mkdir('node_modules/answer', { recursive: true })
      await container.mount(buffer, { mountPoint: 'node_modules/answer' })
      return [buffer.length, await container.fs.readFile('node_modules/answer/index.js', 'utf8')]
    }, bytes)
    expect(seen).toEqual([0, 'export const answer = 42'])
  })

  test('mounts nothing where there is no folder', async () => {
    const mounted = page.evaluate(() => container.mount({}, { mountPoint: 'nowhere' }))
    await expect(mounted).rejects.toThrow("ENOENT: no such file or directory, stat 'nowhere'")
  })

  test('reads what was written, byte for byte', async () => {
    const seen = await page.evaluate(async () => {
      const { fs } = container
      const bytes = crypto.getRandomValues(new Uint8Array(60_000))
      await fs.writeFile('random.bin', bytes.subarray(1))
      const read = await fs.readFile('random.bin')
      await fs.writeFile('text.txt', 'grüße')
      await fs.writeFile('latin1.txt', 'grüße', 'latin1')
      return {
        isExact: bytes.length === 60_000 && read.length === 59_999 && read.every((byte, at) => byte === bytes[at + 1]),
        isAlone: read.buffer.byteLength === 59_999,
        base64: await fs.readFile('text.txt', 'base64'),
        latin1: (await fs.readFile('latin1.txt')).length,
      }
    })
    expect(seen).toEqual({ isExact: true, isAlone: true, base64: btoa('grÃ¼Ã\x9fe'), latin1: 5 })
  })

  test('lists, renames and removes, inside its working folder only', async () => {
    const seen = await page.evaluate(async () => {
      const { fs } = container
      await fs.mkdir('list/folder', { recursive: true })
      await fs.writeFile('/list/file', '')
      const entries = await fs.readdir('../list', { withFileTypes: true })
      await fs.rename('list/file', 'list/folder/renamed')
      const renamed = await fs.readdir('list/folder')
      await fs.rm('list', { recursive: true })
      await fs.rm('list', { force: true })
      return {
        entries: entries.map(entry => [entry.name, entry.isFile(), entry.isDirectory()]).sort(),
        renamed,
        left: (await fs.readdir('/')).includes('list'),
      }
    })
    expect(seen).toEqual({
      entries: [
        ['file', true, false],
        ['folder', false, true],
      ],
      renamed: ['renamed'],
      left: false,
    })
  })

  test.each<[string, (page: Page) => Promise<unknown>, string]>([
    [
      'a missing file',
      page => page.evaluate(() => container.fs.readFile('gone')),
      "ENOENT: no such file or directory, open 'gone'",
    ],
    ['a folder that is not empty', page => page.evaluate(() => container.fs.rm('/')), 'Path is a directory'],
    [
      'a missing folder',
      page => page.evaluate(() => container.spawn('node', ['-v'], { cwd: 'gone' })),
      "ENOENT: no such file or directory, stat 'gone'",
    ],
    [
      'another command',
      page => page.evaluate(() => container.spawn('npm')),
      'could not start npm: because the kernel emulator has no command but node',
    ],
  ])('rejects %s', async (_, act, message) => {
    await expect(act(page)).rejects.toThrow(message)
  })

  test('tells of changed files', async () => {
    const changed = page.evaluate(async () => {
      await container.fs.mkdir('watched')
      return await new Promise(resolve => {
        const watcher = container.fs.watch('watched', { recursive: true }, (_, filename) => {
          watcher.close()
          resolve(filename)
        })
        // The client does not tell when it watches.
        const again = () => container.fs.writeFile('watched/file.txt', '').then(() => requestAnimationFrame(again))
        void again()
      })
    })
    expect(await changed).toBe('file.txt')
  })

  test('exports what can be mounted again', async () => {
    const seen = await page.evaluate(async () => {
      const { fs } = container
      await container.mount({
        out: {
          directory: {
            'a.txt': { file: { contents: 'a' } },
            sub: { directory: { b: { file: { contents: new Uint8Array([0, 255]) } } } },
          },
        },
        again: { directory: {} },
      })
      await container.mount(await container.export('out', { format: 'binary' }), { mountPoint: 'again' })
      const json = await container.export('again')
      return [
        await fs.readFile('again/a.txt', 'utf8'),
        [...(await fs.readFile('again/sub/b'))],
        Object.keys(json).sort(),
      ]
    })
    expect(seen).toEqual(['a', [0, 255], ['a.txt', 'sub']])
  })

  test('starts Node, with its arguments, folder, environment and terminal, and tells its exit code', async () => {
    const seen = await page.evaluate(async () => {
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
      env: { PATH: '', HOME: '', PWD: '', TERM: '' },
    })
    const seen = await page.evaluate(async observer => {
      await container.fs.writeFile('main.cjs', observer)
      return parts.follow(await container.spawn('node', ['main.cjs'])).closed()
    }, observer)
    expect(JSON.parse(seen)).toEqual(JSON.parse(plain))
  })

  test('hands input and the size of the terminal on', async () => {
    const seen = await page.evaluate(async () => {
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

  test('hands 100 kB of input on in raw mode, without an echo', async () => {
    const seen = await page.evaluate(async () => {
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
    const seen = await page.evaluate(async () => {
      const sequence = `Array.from({ length: 393_216 }, (_, index) => index.toString(36).padStart(8, '_')).join('')`
      const running = await parts.run(`process.stdout.write(${sequence})`)
      const text = await running.closed()
      return [text.length, text === new Function(`return ${sequence}`)(), await running.process.exit]
    })
    expect(seen).toEqual([3_145_728, true, 0])
  })

  test('kills a process, also one in an endless loop', async () => {
    const pid = await startProcess(page, endless)
    expect([isAlive(pid), emulator.processes]).toEqual([true, 1])
    expect(await killIn(page)).toBe(137)
    expect([isAlive(pid), emulator.processes]).toEqual([false, 0])
  })

  test('hands errors of the kernel on', async () => {
    await page.evaluate(() => {
      globalThis.heard = new Promise(resolve => container.on('error', resolve))
    })
    await vi.waitFor(async () => {
      emulator.complain('out of memory')
      const seen = await page.evaluate(() => Promise.race([globalThis.heard, null]))
      expect(seen).toEqual({ message: 'out of memory' })
    })
  })
})

describe('a server in a kernel', () => {
  const script = `
    import { createServer } from 'node:http'
    const server = createServer((request, response) => {
      response.setHeader('content-type', 'text/html')
      if (request.url === '/close') server.close()
      if (request.method === 'POST') return request.pipe(response)
      response.write('<p>first</p>')
      server.once('go', () => response.end('<script>parent.postMessage("framed", "*")</script>'))
      if (request.url !== '/wait') server.emit('go')
    })
    server.on('upgrade', (request, socket) => {
      socket.write('HTTP/1.1 101 Switching Protocols\\r\\nConnection: Upgrade\\r\\nUpgrade: echo\\r\\n\\r\\n')
      socket.pipe(socket)
    })
    server.listen(0)
  `
  let emulator: KernelEmulator
  let page: Page
  let url: string
  let port: number
  beforeAll(async () => {
    emulator = await startKernelEmulator()
    page = await bootPage(emulator)
    const ready = await page.evaluate(async script => {
      globalThis.events = []
      container.on('port', (...event) => events.push(event))
      const ready = new Promise<[number, string]>(resolve => container.on('server-ready', (...event) => resolve(event)))
      globalThis.running = await parts.run(script)
      return ready
    }, script)
    port = ready[0]
    url = ready[1]
  })
  afterAll(async () => {
    await page.context().close()
    await emulator.close()
  })

  test('is told of, with an address of its own', async () => {
    expect(await page.evaluate(() => events)).toEqual([[port, 'open', url]])
    expect(new URL(url).port).not.toBe(String(port))
  })

  test('gets bodies and streams its answer', async () => {
    const posted = await fetch(url, { method: 'POST', body: 'grüße' })
    expect(await posted.text()).toBe('grüße')
    const streamed = (await fetch(`${url}/wait`)).body?.pipeThrough(new TextDecoderStream()).getReader()
    expect((await streamed?.read())?.value).toBe('<p>first</p>')
    await (await fetch(url)).text()
    expect((await streamed?.read())?.value).toMatch('framed')
  })

  test('gets what follows an upgrade', async () => {
    const asked = request(url, { headers: { Connection: 'Upgrade', Upgrade: 'echo' } }).end()
    const [, socket] = (await once(asked, 'upgrade')) as [unknown, Socket]
    socket.write('back and forth')
    expect(String((await once(socket, 'data'))[0])).toBe('back and forth')
    socket.destroy()
  })

  test('can be framed by the isolated page', async () => {
    const framed = page.evaluate(
      url =>
        new Promise(resolve => {
          addEventListener('message', ({ data }) => data === 'framed' && resolve(data))
          const frame = document.createElement('iframe')
          frame.src = url
          document.body.append(frame)
        }),
      url,
    )
    expect(await framed).toBe('framed')
  })

  test('is told of when it closes', async () => {
    await (await fetch(`${url}/close`)).text()
    await vi.waitFor(async () =>
      expect(await page.evaluate(() => events)).toEqual([
        [port, 'open', url],
        [port, 'close', url],
      ]),
    )
    await expect(fetch(url)).rejects.toThrow()
  })

  test('is told of when its process ends', async () => {
    await page.evaluate(async () => {
      const closed = new Promise(resolve => container.on('port', (_, type) => type === 'close' && resolve(type)))
      container.on('port', (_, type) => type === 'open' && again.process.kill())
      const again = await parts.run("import { createServer } from 'node:net'; createServer().listen(0)")
      await closed
    })
  })
})
