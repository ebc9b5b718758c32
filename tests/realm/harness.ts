/**
 * Runs a module of cases in a realm as learners have it: page, sandboxed frame of an opaque origin, classic worker.
 * @module
 */

import { chromium } from 'playwright-core'
import { build } from 'vite'
import { inject } from 'vitest'
import { srcdoc } from '../../src/sandbox/embedded/page/srcdoc.ts'
import type { Outcomes } from './realm-entry.ts'

const root = new URL('../..', import.meta.url).pathname

const bundle = async (entry: string, format: 'es' | 'iife'): Promise<string> => {
  const output = await build({
    root,
    configFile: false,
    logLevel: 'warn',
    build: {
      write: false,
      target: 'es2022',
      // Names of classes are compared.
      minify: false,
      lib: { entry: `${root}tests/realm/${entry}`, formats: [format], name: 'bundle', fileName: 'script' },
    },
  })
  const [first] = Array.isArray(output) ? output : []
  const [chunk] = first?.output ?? []
  if (chunk?.type !== 'chunk') throw new Error(`could not bundle ${entry}: because the build gave no script`)
  return chunk.code
}

/** In the page: opens the frame, hands it the scripts and waits for what the realm answers. */
const openRealm = ({ srcdoc, ...scripts }: { srcdoc: string; frame: string; realm: string; program: string }) =>
  new Promise<unknown>(resolve => {
    const { port1, port2 } = new MessageChannel()
    const frame = document.createElement('iframe')
    frame.setAttribute('sandbox', 'allow-scripts')
    frame.srcdoc = srcdoc
    frame.onload = () => frame.contentWindow?.postMessage({ rendition: 'start', ...scripts }, '*', [port2])
    port1.onmessage = ({ data }) => resolve(data)
    document.body.append(frame)
  })

const isOutcomes = (value: unknown): value is Outcomes => typeof value === 'object' && value !== null

/** @param entry a module of tests/realm/ that exports `cases`: groups of named cases */
export const runInRealm = async (entry: string): Promise<Outcomes> => {
  const [frame, realm, program] = await Promise.all([
    bundle('frame-entry.ts', 'es'),
    bundle('realm-entry.ts', 'iife'),
    bundle(entry, 'es'),
  ])
  const browser = await chromium.connect(inject('browser'))
  try {
    const page = await browser.newPage()
    // A document of localhost, so that the frame is a secure context.
    await page.route('http://localhost/', route => route.fulfill({ contentType: 'text/html', body: '<!doctype html>' }))
    await page.goto('http://localhost/')
    const outcomes = await page.evaluate(openRealm, { srcdoc, frame, realm, program })
    if (!isOutcomes(outcomes)) throw new Error(`could not run ${entry} in the realm: ${outcomes}`)
    return outcomes
  } finally {
    await browser.close()
  }
}
