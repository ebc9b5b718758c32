/**
 * One Monaco model per source file, kept equal to the workspace's files. The undo history lives in the model, so it
 * survives a change of tabs.
 * @module
 */

import type { SourceFiles } from '../../../compile/program.ts'
import { editor, type IDisposable, typescript, Uri } from './monaco.ts'

const normalised = (text: string) => text.replace(/\r\n?/g, '\n')

const uriOf = (path: string): Uri => Uri.from({ scheme: 'file', path: `/${path}` })

const MODEL_OPTIONS: editor.ITextModelUpdateOptions = {
  tabSize: 2,
  insertSpaces: true,
  bracketColorizationOptions: { enabled: false, independentColorPoolPerBracketType: false },
}

export interface Models {
  get(path: string): editor.ITextModel | null
  /** Makes the models equal to `files`; raises no edit. */
  sync(files: SourceFiles): void
  dispose(): void
}

/** @param onEdit is called for what the person typed, never for what `sync` wrote. */
export function createModels(onEdit: (path: string, text: string) => void): Models {
  const models = new Map<string, { readonly model: editor.ITextModel; readonly listener: IDisposable }>()
  let writing = false

  function add(path: string, text: string): void {
    const model = editor.getModel(uriOf(path)) ?? editor.createModel('', 'typescript', uriOf(path))
    model.setEOL(editor.EndOfLineSequence.LF)
    model.updateOptions(MODEL_OPTIONS)
    model.setValue(normalised(text))
    const listener = model.onDidChangeContent(() => {
      if (!writing) onEdit(path, model.getValue(editor.EndOfLinePreference.LF))
    })
    models.set(path, { model, listener })
  }

  function write(model: editor.ITextModel, text: string): void {
    writing = true
    model.pushStackElement()
    model.pushEditOperations([], [{ range: model.getFullModelRange(), text }], () => null)
    model.pushStackElement()
    writing = false
  }

  function remove(path: string): void {
    const entry = models.get(path)
    entry?.listener.dispose()
    entry?.model.dispose()
    models.delete(path)
  }

  /** The worker learns of a file when it is asked about it; imports need it to know all of them. */
  async function showWorker(): Promise<void> {
    const worker = await typescript.getTypeScriptWorker()
    await worker(...[...models.values()].map(({ model }) => model.uri))
  }

  return {
    get: path => models.get(path)?.model ?? null,
    sync(files) {
      let added = false
      for (const path of [...models.keys()]) if (files[path] === undefined) remove(path)
      for (const [path, text] of Object.entries(files)) {
        const model = models.get(path)?.model
        if (model === undefined) {
          add(path, text)
          added = true
        } else if (model.getValue(editor.EndOfLinePreference.LF) !== normalised(text)) write(model, normalised(text))
      }
      // Until the language is set up there is no worker to show anything to; it starts with every model there is.
      if (added) showWorker().catch(() => undefined)
    },
    dispose() {
      for (const path of [...models.keys()]) remove(path)
    },
  }
}
