/**
 * TypeScript as the editor knows it: the options a server's code is written under, and the types of the packages.
 * @module
 */

import packageTypes from 'virtual:package-types'
import { loadTypesWhenImported } from './further-types.ts'
import { editor, languages, typescript } from './monaco.ts'
import { nodeServerTypes } from './node-server-types.ts'

/** Values of TypeScript's own enums that Monaco's copies of them lack. */
const TS = {
  target: { ES2022: 9 },
  moduleResolution: { Bundler: 100 },
  /** A learner's file is a module, whatever stands in it. */
  moduleDetection: { Force: 3 },
}

let ready = false

/** Sets TypeScript up once, before the first model is made. */
export function setUpTypeScript(): void {
  if (ready) return
  ready = true
  const { typescriptDefaults } = typescript
  typescriptDefaults.setCompilerOptions({
    strict: true,
    target: TS.target.ES2022,
    module: typescript.ModuleKind.ESNext,
    moduleResolution: TS.moduleResolution.Bundler,
    moduleDetection: TS.moduleDetection.Force,
    lib: ['lib.es2023.d.ts', 'lib.webworker.d.ts', 'lib.webworker.iterable.d.ts', 'lib.webworker.asynciterable.d.ts'],
    types: [],
    jsx: typescript.JsxEmit.ReactJSX,
    jsxImportSource: 'hono/jsx',
    paths: Object.fromEntries(Object.entries(packageTypes.paths).map(([name, targets]) => [name, [...targets]])),
    allowImportingTsExtensions: true,
    noEmit: true,
    skipLibCheck: true,
    isolatedModules: true,
    allowNonTsExtensions: true,
  })
  typescriptDefaults.setDiagnosticsOptions({ onlyVisible: true })
  // Otherwise TypeScript begins with the one file that is shown, and finds none of those that it imports.
  typescriptDefaults.setEagerModelSync(true)
  typescriptDefaults.setExtraLibs([
    ...Object.entries(packageTypes.files).map(([filePath, content]) => ({ filePath, content })),
    { filePath: 'file:///node-server.d.ts', content: nodeServerTypes },
  ])
  loadTypesWhenImported()
  // Where it cannot start, Monaco says so itself.
  languages.onLanguage('typescript', () => void markTypesUsable().catch(() => undefined))
}

/** Marks, for the bench and for tests, when types are known for the first time. */
async function markTypesUsable(): Promise<void> {
  const workerFor = await startedTypeScript(200)
  const [model] = editor.getModels()
  if (model === undefined) return
  await (await workerFor(model.uri)).getSemanticDiagnostics(model.uri.toString())
  performance.mark('rendition:types-usable')
}

/**
 * Monaco's own listener starts TypeScript when its chunk has come, and a chunk with styles may come to the second who
 * asks for it before it comes to the first.
 */
async function startedTypeScript(tries: number): ReturnType<typeof typescript.getTypeScriptWorker> {
  try {
    return await typescript.getTypeScriptWorker()
  } catch (error) {
    if (tries === 0) throw error
    await new Promise(resolve => setTimeout(resolve, 50))
    return startedTypeScript(tries - 1)
  }
}
