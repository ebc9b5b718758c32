/**
 * The types of zod and the packages around it, loaded when a file first imports one of them.
 * @module
 */

import { editor, typescript } from './monaco.ts'

const IMPORT = /(?:from|import)\s*\(?\s*['"](?:zod|@hono\/zod-)/

let loading = false

const load = async (): Promise<void> => {
  if (loading) return
  loading = true
  try {
    const { default: files } = await import('virtual:package-types/zod')
    const { typescriptDefaults } = typescript
    const before = Object.entries(typescriptDefaults.getExtraLibs())
    typescriptDefaults.setExtraLibs([
      ...before.map(([filePath, { content }]) => ({ filePath, content })),
      ...Object.entries(files).map(([filePath, content]) => ({ filePath, content })),
    ])
  } catch {
    // Offline for the first time: the next edit tries again.
    loading = false
  }
}

/** Looks at every model, now and whenever it changes, until one needs the types. */
export const loadZodTypesWhenNeeded = (): void => {
  const watch = (model: editor.ITextModel): void => {
    const look = (): void => {
      if (!IMPORT.test(model.getValue())) return
      listening.dispose()
      void load()
    }
    const listening = model.onDidChangeContent(look)
    look()
  }
  editor.getModels().forEach(watch)
  editor.onDidCreateModel(watch)
}
