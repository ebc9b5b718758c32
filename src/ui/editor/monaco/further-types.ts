/**
 * The types of packages that most programs do without, loaded when a file first imports one of them, or when the
 * exercise says that its programs do.
 * @module
 */

import { groups } from 'virtual:package-types'
import { editor, typescript } from './monaco.ts'

type Group = (typeof groups)[number]

/** What stands before a specifier, up to its quotation mark. */
const IMPORTED = /(?:from|import)\s*\(?\s*['"]([^'"\n]+)/g

const begun = new Set<Group>()

const load = async (group: Group): Promise<void> => {
  if (begun.has(group)) return
  begun.add(group)
  try {
    const { typescriptDefaults } = typescript
    const loaded = await group.load()
    const known = typescriptDefaults.getExtraLibs()
    const files = loaded.flatMap(({ default: files }) => Object.entries(files))
    typescriptDefaults.setExtraLibs([
      ...Object.entries(known).map(([filePath, { content }]) => ({ filePath, content })),
      ...files.filter(([filePath]) => !(filePath in known)).map(([filePath, content]) => ({ filePath, content })),
    ])
  } catch {
    // Offline for the first time: the next edit tries again.
    begun.delete(group)
  }
}

/** Loads the types that these imports need, without waiting for them. */
export const loadTypesFor = (specifiers: readonly string[]): void => {
  for (const group of groups) {
    if (specifiers.some(one => group.packages.some(name => one.startsWith(name)))) void load(group)
  }
}

/** Looks at every model, now and whenever it changes. */
export const loadTypesWhenImported = (): void => {
  const watch = (model: editor.ITextModel): void => {
    const look = (): void =>
      loadTypesFor([...model.getValue().matchAll(IMPORTED)].map(([, specifier = '']) => specifier))
    model.onDidChangeContent(look)
    look()
  }
  editor.getModels().forEach(watch)
  editor.onDidCreateModel(watch)
}
