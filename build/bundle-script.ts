/**
 * Bundles one script apart from the page's own modules: it is handed over as text, or lives at an address of its own.
 * @module
 */

import { build, type Plugin } from 'vite'

export interface ScriptOptions {
  readonly entry: string
  /** `iife` for classic workers. */
  readonly format: 'es' | 'iife' | 'cjs'
  readonly plugins?: Plugin[]
  readonly define?: Record<string, string>
  /** Specifiers that stay imports. */
  readonly external?: readonly string[]
}

export const bundleScript = async (root: string, options: ScriptOptions): Promise<string> => {
  const { entry, format, plugins = [], define = {}, external = [] } = options
  const output = await build({
    root,
    configFile: false,
    publicDir: false,
    logLevel: 'warn',
    plugins,
    define: { 'process.env.NODE_ENV': '"production"', ...define },
    build: {
      write: false,
      target: 'es2022',
      minify: true,
      lib: { entry, formats: [format], name: 'rendition', fileName: 'script' },
      rollupOptions: { external: [...external] },
    },
  })
  const [first] = Array.isArray(output) ? output : []
  const [chunk] = first?.output ?? []
  if (chunk?.type !== 'chunk') throw new Error(`could not bundle ${entry}: because the build gave no script; see above`)
  return chunk.code
}
