import { expect, test } from 'vitest'
import { findChromium, launchOptions } from '../../scripts/chromium.mjs'

/** A Linux machine with these programs, and one more once Debian's package was installed. */
function machine(programs: readonly string[], changes: { chosen?: string; isRoot?: boolean } = {}) {
  const there = new Set(programs)
  return {
    env: { PATH: '/bin:/opt/bin', CHROMIUM_PATH: changes.chosen },
    platform: 'linux' as const,
    isRoot: changes.isRoot ?? false,
    isProgram: (path: string) => there.has(path),
    ownDownload: async () => '/cache/chromium',
    installDebian: async (name: string) => {
      there.add(`/bin/${name}`)
    },
  }
}

test('CHROMIUM_PATH comes first', async () => {
  const chosen = machine(['/my/chrome', '/bin/google-chrome', '/cache/chromium'], { chosen: '/my/chrome' })
  expect(await findChromium(chosen)).toBe('/my/chrome')
})

test('a CHROMIUM_PATH that names nothing is an error, not a reason to take another', async () => {
  const chosen = machine(['/bin/google-chrome'], { chosen: '/my/chrome' })
  await expect(findChromium(chosen)).rejects.toThrow(/CHROMIUM_PATH is \/my\/chrome, which is not a program/)
})

test('an installed browser comes before a download, Chrome before Chromium before Edge', async () => {
  const all = ['/bin/microsoft-edge', '/opt/bin/chromium', '/opt/bin/google-chrome', '/cache/chromium']
  expect(await findChromium(machine(all))).toBe('/opt/bin/google-chrome')
  expect(await findChromium(machine(all.slice(0, 2)))).toBe('/opt/bin/chromium')
  expect(await findChromium(machine(all.slice(0, 1)))).toBe('/bin/microsoft-edge')
})

test("Playwright's own download comes before Debian's package", async () => {
  const root = machine(['/cache/chromium', '/bin/apt-get'], { isRoot: true })
  expect(await findChromium(root)).toBe('/cache/chromium')
})

test("Debian's package is installed as root, and only where there is apt-get", async () => {
  expect(await findChromium(machine(['/bin/apt-get'], { isRoot: true }))).toBe('/bin/chromium')
  await expect(findChromium(machine([], { isRoot: true }))).rejects.toThrow(/could not find a Chromium/)
})

test('without any, the error names what was tried and how to get one', async () => {
  const error = findChromium(machine(['/bin/apt-get']))
  await expect(error).rejects.toThrow(/CHROMIUM_PATH \(not set\)/)
  await expect(error).rejects.toThrow(/installed Google Chrome, Chromium or Microsoft Edge/)
  await expect(error).rejects.toThrow(/own download \(\/cache\/chromium\)/)
  await expect(error).rejects.toThrow(/Debian's package chromium \(only as root/)
  await expect(error).rejects.toThrow(/npx playwright-core install chromium/)
})

test('the browser is sandboxed unless root starts it', () => {
  expect(launchOptions('/bin/chromium').chromiumSandbox).toBe(process.getuid?.() !== 0)
})
