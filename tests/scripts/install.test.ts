import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import packageJson from '../../package.json' with { type: 'json' }
import { isInstalled, whyNotNode } from '../../scripts/install.mjs'

test.each(['20.19.0', '20.20.2', '22.12.0', '22.21.1', '24.0.0', '25.1.0', '100.0.0'])(
  'Node %s can be used',
  version => {
    expect(whyNotNode(version)).toBeNull()
  },
)

test.each(['16.20.2', '18.20.8', '20.18.3', '21.7.3', '22.11.0', '23.11.1'])(
  'Node %s is refused with what to do',
  version => {
    expect(whyNotNode(version)).toMatch(`because this is Node ${version}; install Node 20.19, 22.12, or 24 and newer`)
  },
)

test('the versions of Node are those of package.json', () => {
  expect(packageJson.engines.node).toBe('^20.19.0 || ^22.12.0 || >=24.0.0')
})

const here = (name: string, version: string) => ({ [`node_modules/${name}`]: { version } })
const elsewhere = { 'node_modules/for-windows': { version: '1.0.0', optional: true } }

test.each([
  ['the same packages are installed', here('hono', '4.0.0'), here('hono', '4.0.0'), true],
  [
    'packages for another platform may be missing',
    { ...here('hono', '4.0.0'), ...elsewhere },
    here('hono', '4.0.0'),
    true,
  ],
  ['another version is not installed', here('hono', '4.0.1'), here('hono', '4.0.0'), false],
  [
    'a missing package is not installed',
    { ...here('hono', '4.0.0'), ...here('vite', '8.0.0') },
    here('hono', '4.0.0'),
    false,
  ],
  ['without node_modules nothing is installed', here('hono', '4.0.0'), null, false],
])('%s', (_, locked, installed, expected) => {
  const folder = mkdtempSync(join(tmpdir(), 'rendition-install-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const root = { '': { version: '0.1.0' } }
  writeFileSync(join(folder, 'package-lock.json'), JSON.stringify({ packages: { ...root, ...locked } }))
  if (installed !== null) {
    mkdirSync(join(folder, 'node_modules'))
    writeFileSync(join(folder, 'node_modules/.package-lock.json'), JSON.stringify({ packages: installed }))
  }
  expect(isInstalled(folder)).toBe(expected)
})
