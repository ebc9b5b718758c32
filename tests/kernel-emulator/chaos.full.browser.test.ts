import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import type { Chaos } from './chaos.ts'
import {
  boot,
  emulatorForTest,
  isAlive,
  killProcess,
  reopenContainerPage,
  serveContainerPages,
  shareContainer,
  startProcess,
} from './container-page.ts'

serveContainerPages()

/** Long enough for everything that would come to have come, ms. */
const PATIENCE = 150

describe('a process', () => {
  const shared = shareContainer()
  /** The shared page, with this chaos for one test. */
  const pageWith = (chaos: Partial<Chaos>): Page => {
    const { emulator, page } = shared()
    Object.assign(emulator.chaos, chaos)
    return page
  }

  /** What a script prints, in the pieces in which it comes. */
  const chunksOf = (page: Page, script: string): Promise<readonly string[]> =>
    page.evaluate(async script => {
      const running = await parts.run(script)
      await running.closed()
      return running.chunks
    }, script)

  test('has its output cut in pieces, of which none is lost', async () => {
    const chunks = await chunksOf(pageWith({ chunks: 7 }), "process.stdout.write('0123456789'.repeat(30))")
    expect(chunks.join('')).toBe('0123456789'.repeat(30))
    expect([...new Set(chunks.map(({ length }) => length))].sort()).toEqual([1, 2, 3, 4, 5, 6, 7])
  })

  test('has its characters cut as well', async () => {
    expect(await chunksOf(pageWith({ chunks: 1 }), "process.stdout.write('ü')")).toEqual(['\uFFFD', '\uFFFD'])
  })

  const keys = `
    const { stdin } = process
    stdin.setRawMode?.(true)
    stdin.on('data', key => console.log('got ' + JSON.stringify(String(key))))
    console.log('ready ' + stdin.isTTY + ' ' + typeof stdin.setRawMode)
  `
  const typeKeys = (page: Page): Promise<string> =>
    page.evaluate(async keys => {
      const running = await parts.run(keys)
      await running.written(/ready/)
      await running.type('x')
      await running.type('y\r')
      await running.written(/got .*y/)
      running.process.kill()
      return running.closed()
    }, keys)

  test.each([
    [
      'gets keys as they come and without an echo, but for any chaos',
      false,
      /^ready true function\r\n(got "x"\r\ngot "y\\r"|got "xy\\r")\r\n$/,
    ],
    [
      'is echoed to, and gets whole lines, whatever it asks of its terminal',
      'ignored',
      /^ready true function\r\nxy\r\ngot "xy\\n"\r\n$/,
    ],
    [
      'is echoed to, and gets whole lines, without what it could ask',
      'absent',
      /^ready undefined undefined\r\nxy\r\ngot "xy\\n"\r\n$/,
    ],
  ] as const)('%s', async (_, noRawMode, output) => {
    expect(await typeKeys(pageWith({ noRawMode }))).toMatch(output)
  })

  test('is ended softly only when its event loop runs', async () => {
    const page = pageWith({ softKill: true })
    await startProcess(page, 'setInterval(() => {}, 1000)')
    expect(await killProcess(page)).toBe(137)
    const pid = await startProcess(page, 'for (;;);')
    const ended = killProcess(page)
    const patience = new Promise(resolve => setTimeout(resolve, PATIENCE, 'alive'))
    expect(await Promise.race([ended, patience])).toBe('alive')
    expect(isAlive(pid)).toBe(true)
    await page.evaluate(async () => {
      container.teardown()
      globalThis.container = await parts.WebContainer.boot()
    })
    expect(isAlive(pid)).toBe(false)
  })

  const last = "process.stdout.write('last words'); process.kill(process.pid, 'SIGKILL')"

  test('has all of its output come before its exit, and closed, but for any chaos', async () => {
    const seen = await pageWith({}).evaluate(async script => {
      const running = await parts.run(script)
      await running.process.exit
      const text = running.chunks.join('')
      return [text, await running.closed()]
    }, last)
    expect(seen).toEqual(['last words', 'last words'])
  })

  test('has output come after its exit, and never closed', async () => {
    const seen = await pageWith({ outputNeverCloses: true }).evaluate(async script => {
      const running = await parts.run(script)
      await running.process.exit
      const text = running.chunks.join('')
      await running.written(/last words/)
      return [text, running.isClosed()]
    }, last)
    expect(seen).toEqual(['', false])
  })

  const context = `
    import { AsyncLocalStorage } from 'node:async_hooks'
    const storage = new AsyncLocalStorage()
    const seen = []
    await storage.run('store', async () => {
      seen.push(storage.getStore())
      await null
      seen.push(storage.getStore() ?? 'lost')
      storage.run('inner', () => seen.push(storage.getStore()))
    })
    storage.run('timer', () => setTimeout(() => console.log(seen.concat(storage.getStore()).join(' '))))
  `
  test.each([
    ['keeps', false, 'store store inner timer'],
    ['loses', true, 'store lost inner timer'],
  ])('%s the store of an AsyncLocalStorage after await', async (_, loseAsyncContext, seen) => {
    expect((await chunksOf(pageWith({ loseAsyncContext }), context)).join('').trim()).toBe(seen)
  })

  test('has its output and exit come later, in order', async () => {
    const page = pageWith({})
    const timed = (): Promise<[string, number]> =>
      page.evaluate(async () => {
        const running = await parts.run("for (let n = 0; n < 50; n++) console.log('%d', n)")
        await running.written(/49/)
        const at = performance.now()
        await container.fs.readdir('/')
        return [await running.closed(), performance.now() - at]
      })
    const [fast] = await timed()
    Object.assign(shared().emulator.chaos, { slow: 80 })
    const [text, ms] = await timed()
    expect(text).toBe(fast)
    expect(ms).toBeGreaterThanOrEqual(80)
  })
})

describe('a boot', () => {
  const opened = async (chaos: Partial<Chaos>) => {
    const emulator = await emulatorForTest(chaos)
    return { emulator, page: await reopenContainerPage(emulator) }
  }
  const retry = (page: Page): Promise<void> =>
    page.evaluate(() => {
      const frame = document.querySelector('iframe')
      // biome-ignore lint/correctness/noSelfAssign: this is how a frame is loaded again
      if (frame) frame.src = frame.src
    })
  /** Resolves when the frame has loaded next, be it with the browser's own page about an error. */
  const frameLoaded = (page: Page): Promise<void> =>
    page.evaluate(async () => {
      await new Promise(resolve => document.addEventListener('load', resolve, { capture: true, once: true }))
    })
  const isPending = (promise: Promise<unknown>): Promise<boolean> => {
    // When the test ends, so does the page, and with it the promise.
    const settled = promise.then(
      () => false,
      () => false,
    )
    return Promise.race([settled, new Promise<boolean>(resolve => setTimeout(resolve, PATIENCE, true))])
  }

  test('comes when the host is available again and its frame is loaded again', async () => {
    const { emulator, page } = await opened({ unavailable: 3 })
    expect((await fetch(`${emulator.origin}/headless`)).status).toBe(503)
    let refused = frameLoaded(page)
    const booting = boot(page)
    await refused
    refused = frameLoaded(page)
    await retry(page)
    await refused
    expect(await isPending(booting)).toBe(true)
    await retry(page)
    await booting
    expect([emulator.asked, emulator.boots]).toEqual([4, 1])
  })

  test('waits for a host that says nothing, until its frame is loaded again', async () => {
    const { emulator, page } = await opened({ silent: true })
    const connected = page.waitForEvent('websocket')
    const booting = boot(page)
    await connected
    expect(await isPending(booting)).toBe(true)
    emulator.chaos.silent = false
    await retry(page)
    await booting
  })

  test('fails as often as the kernel is refused', async () => {
    const { emulator, page } = await opened({ build: 'rejects' })
    await expect(boot(page)).rejects.toThrow('SharedArrayBuffer transfer requires self.crossOriginIsolated')
    emulator.chaos.build = 'works'
    await boot(page)
    expect(emulator.boots).toBe(1)
  })

  test('never ends when the kernel stalls', async () => {
    const { emulator, page } = await opened({ build: 'stalls' })
    const connected = page.waitForEvent('websocket')
    const booting = boot(page)
    await (await connected).waitForEvent('framesent')
    expect(await isPending(booting)).toBe(true)
    expect([emulator.asked, emulator.boots]).toEqual([1, 0])
  })

  /** Tears down and boots again. */
  const again = (page: Page): Promise<void> => {
    const torn = page.evaluate(() => container.teardown())
    return torn.then(() => boot(page))
  }

  test('fails for ever once a teardown was refused', async () => {
    const { emulator, page } = await opened({ teardown: 'rejects' })
    await boot(page)
    const pid = await startProcess(page, 'for (;;);')
    const refused = 'could not tear down: because the chaos says so'
    await expect(again(page)).rejects.toThrow(refused)
    await expect(boot(page)).rejects.toThrow(refused)
    expect([isAlive(pid), emulator.boots]).toEqual([false, 1])
  })

  test('never ends once a teardown hangs', async () => {
    const { emulator, page } = await opened({ teardown: 'hangs' })
    await boot(page)
    const pid = await startProcess(page, 'setInterval(() => {}, 1000)')
    expect(await isPending(again(page))).toBe(true)
    expect([isAlive(pid), emulator.boots]).toEqual([true, 1])
  })
})
