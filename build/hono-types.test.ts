import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { collectPackageTypes } from './hono-types.ts'

const root = join(import.meta.dirname, '..')

describe('the types of hono', () => {
  const { files, paths } = collectPackageTypes(root, ['hono'])

  it('have an entry for what exercises import', () => {
    for (const name of ['hono', 'hono/cookie', 'hono/http-exception', 'hono/validator', 'hono/jwt', 'hono/streaming']) {
      expect(files).toHaveProperty([paths[name]?.[0] ?? name])
    }
  })

  it('have none for runtimes that no engine is', () => {
    for (const name of ['hono/bun', 'hono/deno', 'hono/cloudflare-workers']) expect(paths).not.toHaveProperty(name)
  })

  it('hold every file that one of them imports', () => {
    for (const [uri, text] of Object.entries(files)) {
      for (const [, specifier = ''] of text.matchAll(/^(?:import|export) .* from "(\.[^"]+)\.js"/gm)) {
        expect(files).toHaveProperty([new URL(`${specifier}.d.ts`, uri).href])
      }
    }
  })
})

describe('a package', () => {
  let folder = ''
  const install = (contents: Readonly<Record<string, string>>) => {
    folder = mkdtempSync(join(tmpdir(), 'rendition-types-'))
    for (const [path, text] of Object.entries(contents)) {
      const file = join(folder, 'node_modules/pack', path)
      mkdirSync(dirname(file), { recursive: true })
      writeFileSync(file, text)
    }
    return folder
  }
  afterEach(() => rmSync(folder, { recursive: true }))

  const manifest = JSON.stringify({
    exports: { '.': { types: './index.d.ts' }, './other': { types: './other.d.ts' }, './u/*': { types: './u/*.d.ts' } },
  })

  it('loses the entries that need a package which is not offered, comments aside', () => {
    const at = install({
      'package.json': manifest,
      'index.d.ts': '/** import { a } from "elsewhere" */\nexport * from "./u/deep.js"\n',
      'other.d.ts': 'export * from "elsewhere"\n',
      'u/deep.d.ts': 'export type Kind = "module" | "x"\n',
    })
    const { files, paths } = collectPackageTypes(at, ['pack'])
    expect(paths).toEqual({
      pack: ['file:///node_modules/pack/index.d.ts'],
      'pack/u/*': ['file:///node_modules/pack/u/*.d.ts'],
    })
    expect(Object.keys(files).sort()).toEqual([
      'file:///node_modules/pack/index.d.ts',
      'file:///node_modules/pack/u/deep.d.ts',
    ])
  })
})
