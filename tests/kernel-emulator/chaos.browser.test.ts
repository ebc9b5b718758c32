import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, onTestFinished, test, vi } from 'vitest'
import { type Chaos, noChaos } from './chaos.ts'
import { boot, bootPage, openContainerPage } from './container-page.ts'
import { type KernelEmulator, startKernelEmulator } from './kernel-emulator.ts'

const start = async (chaos: Partial<Chaos> = {}): Promise<KernelEmulator> => {
  const emulator = await startKernelEmulator(chaos)
  onTestFinished(() => emulator.close())
  return emulator
}

describe('with the chaos of a process', () => {
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
  const use = (chaos: Partial<Chaos>) => Object.assign(emulator.chaos, noChaos, chaos)

  /** What a process prints, in the pieces in which it comes. */
  const chunksOf = (script: string): Promise<readonly string[]> =>
    page.evaluate(async script => {
      const running = await parts.run(script)
      await running.closed()
      return running.chunks
    }, script)

  test('output is cut in pieces, and nothing is lost', async () => {
    use({ chunks: 7 })
    const chunks = await chunksOf("process.stdout.write('0123456789'.repeat(30))")
    expect(chunks.join('')).toBe('0123456789'.repeat(30))
    expect(Math.max(...chunks.map(({ length }) => length))).toBe(7)
    expect(new Set(chunks.map(({ length }) => length)).size).toBe(7)
  })

  test('a character of several bytes is cut as well', async () => {
    use({ chunks: 1 })
    expect((await chunksOf("process.stdout.write('ü')")).join('')).toBe('\uFFFD\uFFFD')
  })

  const keys = `
    process.stdin.setRawMode?.(true).on('data', key => console.log('got ' + JSON.stringify(String(key))))
    if (!process.stdin.isRaw) process.stdin.on('data', key => console.log('got ' + JSON.stringify(String(key))))
    console.log('ready ' + process.stdin.isTTY + ' ' + typeof process.stdin.setRawMode)
  `
  const typed = (): Promise<string> =>
    page.evaluate(async keys => {
      const running = await parts.run(keys)
      await running.written(/ready/)
      await running.type('x')
      await running.type('y\r')
      await running.written(/got .*y/)
      running.process.kill()
      return running.closed()
    }, keys)

  test('without any, a process gets keys as they come and no echo', async () => {
    use({})
    expect(await typed()).toMatch(/^ready true function\r\n(got "x"\r\ngot "y\\r"|got "xy\\r")\r\n$/)
  })

  test.each([
    ['ignored', /^ready true function\r\nxy\r\n(got "xy\\n"\r\n)+$/],
    ['absent', /^ready undefined undefined\r\nxy\r\ngot "xy\\n"\r\n$/],
  ] as const)('its terminal echoes and waits for the line when raw mode is %s', async (noRawMode, output) => {
    use({ noRawMode })
    expect(await typed()).toMatch(output)
  })
})
