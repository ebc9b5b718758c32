/**
 * The scripts of a realm for the tests, and how a page opens one, as learners have it: sandboxed frame of an opaque
 * origin, classic worker.
 * @module
 */

import { build } from 'vite'
import { srcdoc } from '../../src/sandbox/embedded/page/srcdoc.ts'
import type { Outcomes } from './realm-entry.ts'

interface RealmScripts {
  readonly srcdoc: string
  readonly frame: string
  readonly realm: string
  readonly program: string
}

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

/** @param entry a module of tests/realm/ that exports `cases`: groups of named cases */
export const bundleRealm = async (entry: string): Promise<RealmScripts> => {
  const [frame, realm, program] = await Promise.all([
    bundle('frame-entry.ts', 'es'),
    bundle('realm-entry.ts', 'iife'),
    bundle(entry, 'es'),
  ])
  return { srcdoc, frame, realm, program }
}

/** In a page of localhost, so that the frame is a secure context: runs the program, and gives what the realm answers. */
export const openRealm = ({ srcdoc, ...scripts }: RealmScripts) =>
  new Promise<unknown>(resolve => {
    const { port1, port2 } = new MessageChannel()
    const frame = document.createElement('iframe')
    frame.setAttribute('sandbox', 'allow-scripts')
    frame.srcdoc = srcdoc
    frame.onload = () => frame.contentWindow?.postMessage({ rendition: 'start', ...scripts }, '*', [port2])
    port1.onmessage = ({ data }) => resolve(data)
    document.body.append(frame)
  })

/** @throws {Error} with what the realm said instead */
export const outcomesFrom = (answer: unknown): Outcomes => {
  if (typeof answer !== 'object' || answer === null) throw new Error(`could not run the cases in the realm: ${answer}`)
  return answer as Outcomes
}
