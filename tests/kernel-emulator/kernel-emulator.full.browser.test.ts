import { access } from 'node:fs/promises'
import { dirname } from 'node:path'
import { expect, test } from 'vitest'
import {
  boot,
  emulatorForTest,
  eventually,
  isAlive,
  openContainerPage,
  reopenContainerPage,
  serveContainerPages,
  shareContainer,
  startProcess,
} from './container-page.ts'
import { startKernelEmulator } from './kernel-emulator.ts'

serveContainerPages()
const shared = shareContainer()

const idle = 'setInterval(() => {}, 1000)'

test('boots in an isolated page, with the name of the working folder that was asked for', async () => {
  const { emulator, page } = shared()
  expect(await page.evaluate(() => [crossOriginIsolated, container.workdir.split('/').at(-1)])).toEqual([true, 'app'])
  expect([emulator.boots, emulator.asked]).toEqual([1, 1])
})

test("refuses a second boot in the client's own words", async () => {
  await expect(boot(shared().page)).rejects.toThrow('Only a single WebContainer instance can be booted')
})

test('has a page hear of an error', async () => {
  const { emulator, page } = shared()
  await page.evaluate(() => {
    container.on('error', ({ message }) => {
      document.title = message
    })
  })
  // The client does not tell when it listens.
  await eventually(async () => {
    emulator.complain('out of memory')
    expect(await page.title()).toBe('out of memory')
  })
})

test('begins anew after a teardown, with no process and no file of before', async () => {
  const { emulator, page } = shared()
  const pid = await startProcess(page, 'for (;;);')
  const boots = emulator.boots
  const files = await page.evaluate(async () => {
    await container.fs.writeFile('before.txt', '')
    container.teardown()
    globalThis.container = await parts.WebContainer.boot({ workdirName: 'again' })
    return await container.fs.readdir('/')
  })
  expect(files).toEqual([])
  expect([isAlive(pid), emulator.processes, emulator.boots]).toEqual([false, 0, boots + 1])
})

test('serves several pages at a time, and ends what belongs to one that goes', async () => {
  const emulator = await emulatorForTest()
  const pages = await Promise.all([openContainerPage(emulator), reopenContainerPage(emulator)])
  await Promise.all(pages.map(boot))
  const [going, staying] = pages
  if (!going || !staying) throw new Error('there are two')
  const [gone, stays] = await Promise.all([startProcess(going, idle), startProcess(staying, idle)])
  expect(emulator.processes).toBe(2)
  await going.context().close()
  await eventually(() => expect(emulator.processes).toBe(1))
  expect([isAlive(gone), isAlive(stays)]).toEqual([false, true])
  expect(await staying.evaluate(() => container.fs.readdir('/'))).toEqual([])
})

test('goes away without a word when it is lost, and lets a page come again', async () => {
  const emulator = await emulatorForTest()
  const page = await reopenContainerPage(emulator)
  await boot(page)
  const pid = await startProcess(page, idle)
  await page.evaluate(() => {
    document.title = 'nothing was heard'
    const hear = () => {
      document.title = 'something was heard'
    }
    void running.process.exit.finally(hear)
    void container.fs.readdir('/').finally(() => container.fs.readdir('/').finally(hear))
  })
  await emulator.lose()
  expect([isAlive(pid), emulator.processes]).toEqual([false, 0])
  const pending = page.evaluate(() => container.fs.readdir('/'))
  expect(
    await Promise.race([pending, page.evaluate(() => new Promise(resolve => setTimeout(resolve, 100, 'pending')))]),
  ).toBe('pending')
  expect(await page.evaluate(() => running.isClosed())).toBe(false)
  await page.reload()
  await boot(page)
  expect(emulator.boots).toBe(2)
})

test('leaves no process, no folder and no server behind', async () => {
  const emulator = await startKernelEmulator()
  const page = await reopenContainerPage(emulator)
  await boot(page)
  const pids = [await startProcess(page, 'for (;;);'), await startProcess(page, idle)]
  const folder = dirname(dirname(dirname(await page.evaluate(() => container.workdir))))
  await access(folder)
  await emulator.close()
  expect(pids.map(isAlive)).toEqual([false, false])
  await expect(access(folder)).rejects.toThrow('ENOENT')
  await expect(fetch(emulator.origin)).rejects.toThrow()
})
