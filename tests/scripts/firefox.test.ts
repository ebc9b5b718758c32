import { expect, test } from 'vitest'
import { findFirefox } from '../../scripts/firefox.mjs'

interface Changes {
  readonly chosen?: string
  readonly isRoot?: boolean
  /** What apt-get brings. */
  readonly packages?: readonly string[]
}

/** A Linux machine with these programs, and more once Debian's packages were installed. */
function machine(programs: readonly string[], { chosen, isRoot = false, packages = ['firefox-esr'] }: Changes = {}) {
  const there = new Set(programs)
  return {
    env: { PATH: '/bin:/opt/bin', FIREFOX_PATH: chosen },
    platform: 'linux' as const,
    isRoot,
    isProgram: (path: string) => there.has(path),
    installDebian: async (name: string) => {
      if (packages.includes(name)) there.add(`/bin/${name}`)
    },
  }
}

test('FIREFOX_PATH comes first', async () => {
  expect(await findFirefox(machine(['/my/firefox', '/bin/firefox'], { chosen: '/my/firefox' }))).toBe('/my/firefox')
})

test('a FIREFOX_PATH that names nothing is an error, not a reason to take another', async () => {
  const chosen = machine(['/bin/firefox'], { chosen: '/my/firefox' })
  await expect(findFirefox(chosen)).rejects.toThrow(/FIREFOX_PATH is \/my\/firefox, which is not a program/)
})

test("an installed Firefox comes before Debian's package", async () => {
  expect(await findFirefox(machine(['/bin/firefox-esr', '/opt/bin/firefox', '/bin/apt-get'], { isRoot: true }))).toBe(
    '/opt/bin/firefox',
  )
  expect(await findFirefox(machine(['/bin/firefox-esr']))).toBe('/bin/firefox-esr')
})

test("Debian's package is installed as root, where there is apt-get", async () => {
  expect(await findFirefox(machine(['/bin/apt-get'], { isRoot: true }))).toBe('/bin/firefox-esr')
})

test('where there is none and none can be installed, that is no error', async () => {
  expect(await findFirefox(machine(['/bin/apt-get']))).toBeNull()
  expect(await findFirefox(machine([], { isRoot: true }))).toBeNull()
})

test('an install that brought none is an error with what to do', async () => {
  const broken = machine(['/bin/apt-get'], { isRoot: true, packages: [] })
  await expect(findFirefox(broken)).rejects.toThrow(/apt-get did not install firefox-esr; install Firefox, or set/)
})
