/**
 * The embedded engine of the build in a bare page, so that a test can speak to apps directly.
 * @module
 */

import { readFile } from 'node:fs/promises'
import { chromium, type Page } from 'playwright-core'
import { build } from 'vite'
import { afterAll, beforeAll, inject } from 'vitest'
import { bundlePackages } from '../../build/bundle-packages.ts'
import { bundleScripts } from '../../build/engine-scripts.ts'
import { bundleNeeds, furtherBundles, packageExports } from '../../build/packages.ts'
import { root } from '../../scripts/commands.mjs'
import { compile } from '../../src/compile/compile.ts'
import type { Program, SourceFiles } from '../../src/compile/program.ts'
import type { EmbeddedSandbox } from '../../src/sandbox/embedded/embedded-sandbox.ts'
import { LIMITS, type Limits } from '../../src/sandbox/limits.ts'
import type { EngineParts } from './engine-page-entry.ts'

declare global {
  /** Only in the page. */
  var engine: EmbeddedSandbox
}

const bundleEntry = async (): Promise<string> => {
  const output = await build({
    root,
    configFile: false,
    logLevel: 'warn',
    build: {
      write: false,
      target: 'es2022',
      lib: {
        entry: `${root}/tests/browser/engine-page-entry.ts`,
        formats: ['iife'],
        name: 'entry',
        fileName: 'script',
      },
    },
  })
  const [first] = Array.isArray(output) ? output : []
  const [chunk] = first?.output ?? []
  if (chunk?.type !== 'chunk') throw new Error('could not bundle the engine for the tests: because there is no script')
  return chunk.code
}

const packageBundlesAsText = async (): Promise<EngineParts['bundles']> => {
  const bundles = Object.entries(furtherBundles).map(async ([name, bundle]) => {
    const wasm = bundle.wasm && (await readFile(`${root}/node_modules/${bundle.wasm}`, 'base64'))
    return [name, { script: await bundlePackages(root, bundle), wasm }] as const
  })
  return Object.fromEntries(await Promise.all(bundles))
}

/** @returns a page with the engine as `globalThis.engine`, and what closes it */
const openEnginePage = async (limits: Partial<Limits>): Promise<{ page: Page; close(): Promise<void> }> => {
  const [entry, scripts, bundles] = await Promise.all([bundleEntry(), bundleScripts(root), packageBundlesAsText()])
  const parts: EngineParts = { scripts, needs: bundleNeeds, bundles, limits: { ...LIMITS, ...limits } }
  const browser = await chromium.connect(inject('browser'))
  const page = await browser.newPage()
  // A document of localhost, so that the frame is a secure context.
  await page.route('http://localhost/', route => route.fulfill({ contentType: 'text/html', body: '<!doctype html>' }))
  await page.goto('http://localhost/')
  await page.evaluate(`${entry}; globalThis.engine = entry.makeEngine(${JSON.stringify(parts)})`)
  return { page, close: () => browser.close() }
}

/** Opens one for all tests of a file; call what it returns in a test. */
export const engineForTests = (limits: Partial<Limits> = {}): (() => Page) => {
  let opened: Awaited<ReturnType<typeof openEnginePage>> | null = null
  beforeAll(async () => {
    opened = await openEnginePage(limits)
  })
  afterAll(() => opened?.close())
  return () => {
    if (opened) return opened.page
    throw new Error('could not use the page: because it is open inside tests only')
  }
}

/** A program of one file. */
export const appOf = (text: string): Promise<Program> => programOf({ 'app.ts': text })

/** A program of these files; one that does not compile is a mistake of the test. */
export const programOf = async (files: SourceFiles): Promise<Program> => {
  const { program, diagnostics } = compile(files, { entry: 'app.ts', packages: await packageExports() })
  if (program) return program
  throw new Error(`could not compile: because ${diagnostics.map(({ message }) => message).join('; ')}`)
}
