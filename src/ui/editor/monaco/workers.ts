/**
 * Monaco's workers, bundled with the page: one for TypeScript, one for diffs, links and words.
 * @module
 */

import type { Environment } from 'monaco-editor/editor'

declare global {
  var MonacoEnvironment: Environment | undefined
}

globalThis.MonacoEnvironment = {
  getWorker: (_module, label) =>
    label === 'typescript'
      ? new Worker(new URL('monaco-editor/languages/features/typescript/ts.worker.js', import.meta.url), {
          type: 'module',
        })
      : new Worker(new URL('monaco-editor/editor/editor.worker.js', import.meta.url), { type: 'module' }),
}
