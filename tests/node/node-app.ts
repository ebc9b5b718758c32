/**
 * Programs in real Node processes, for the tests of the node engine.
 * @module
 */

import { fileURLToPath } from 'node:url'
import { afterAll, vi } from 'vitest'
import { buildRunner } from '../../build/runner.ts'
import { compile } from '../../src/compile/compile.ts'
import type { Program } from '../../src/compile/program.ts'
import type { Exchange, HttpRequest } from '../../src/http/http.ts'
import { LIMITS, type Limits } from '../../src/sandbox/limits.ts'
import { type NodeOptions, NodeSandbox } from '../../src/sandbox/node/node-sandbox.ts'
import type { App, Env, SendOptions } from '../../src/sandbox/sandbox.ts'

// A process is started in 100 ms, and in seconds where others want the processor as well.
vi.setConfig({ testTimeout: 30_000 })

const runner = buildRunner(fileURLToPath(new URL('../..', import.meta.url)))

/** Files as text, or the text of `app.ts`. What they import from packages is what these export in Node. */
export const programOf = async (source: string | Readonly<Record<string, string>>): Promise<Program> => {
  const files = typeof source === 'string' ? { 'app.ts': source } : source
  const specifiers = Object.values(files).flatMap(text =>
    [...text.matchAll(/from '([^.'][^']*)'/g)].map(([, specifier = '']) => specifier),
  )
  const packages = await Promise.all(
    specifiers.map(async specifier => [specifier, Object.keys(await import(/* @vite-ignore */ specifier))] as const),
  )
  const { program, diagnostics } = compile(files, { entry: 'app.ts', packages: Object.fromEntries(packages) })
  if (program) return program
  throw new Error(`could not compile: because ${diagnostics.map(({ message }) => message).join('; ')}`)
}

const sandboxes: NodeSandbox[] = []
afterAll(() => {
  for (const sandbox of sandboxes) sandbox.dispose()
})

/** A sandbox that is disposed of after the tests of the file. */
export const openSandbox = async (
  limits: Partial<Limits> = {},
  options: Pick<NodeOptions, 'reuse'> = {},
): Promise<NodeSandbox> => {
  const sandbox = new NodeSandbox({ runner: await runner, limits: { ...LIMITS, ...limits }, ...options })
  sandboxes.push(sandbox)
  return sandbox
}

const shared = openSandbox()

export interface StartOptions {
  readonly sandbox?: NodeSandbox
  readonly env?: Env
  readonly signal?: AbortSignal
}

/** A program that was started and evaluated once; its failure and log are in `started`. */
export const startApp = async (source: string | Readonly<Record<string, string>>, options: StartOptions = {}) => {
  const { sandbox = await shared, env = {}, signal = new AbortController().signal } = options
  const app = await sandbox.start(await programOf(source), { signal })
  return { app, started: await app.fresh({ env }), ...senders(app) }
}

const senders = (app: App) => {
  const send = (request: Partial<HttpRequest>, options: Partial<SendOptions> = {}): Promise<Exchange> =>
    app.send({ method: 'GET', path: '/', headers: [], ...request }, { timeLimit: 5_000, abort: null, ...options })
  return { send, get: (path: string, options?: Partial<SendOptions>) => send({ path }, options) }
}

export const bodyText = ({ response }: Exchange): string | null =>
  response && 'text' in response.body ? response.body.text : null
