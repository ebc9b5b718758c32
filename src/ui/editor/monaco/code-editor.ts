/**
 * A Monaco editor bound to a workspace: it shows the active file, reports what is typed, and takes over what others
 * write. While a person types, the model is the truth and the workspace follows.
 * @module
 */

import type { SourcePosition } from '../../../http/http.ts'
import { allFiles, fileKind } from '../../../workspace/selectors.ts'
import type { WorkspaceState } from '../../../workspace/state.ts'
import type { Workspace } from '../../../workspace/workspace.ts'
import type { EditorHandle } from '../../view.ts'
import { loadTypesFor } from './further-types.ts'
import { setUpTypeScript } from './language.ts'
import { leaveByEscapeAndTab } from './leave.ts'
import { setDiagnostics } from './markers.ts'
import { createModels } from './models.ts'
import { editor } from './monaco.ts'
import { EDITOR_OPTIONS } from './options.ts'
import { defineThemes } from './themes.ts'

/** Where the plain editor was, in characters from the start and pixels. */
export interface Handover {
  readonly selectionStart: number
  readonly selectionEnd: number
  readonly scrollTop: number
  readonly focused: boolean
}

export interface CodeEditor extends EditorHandle {
  dispose(): void
}

export interface CodeEditorOptions {
  readonly handover: Handover | null
  /** The next Tab will leave the editor. */
  readonly onLeaving: () => void
}

const ariaLabel = (path: string, readOnly: boolean) =>
  `${path}, ${readOnly ? 'given code, read only' : 'code'}. Escape and then Tab leaves the editor.`

/** Fills `container` with an editor. It is ready to be typed into when this returns. */
export function createCodeEditor(
  container: HTMLElement,
  { store, actions }: Workspace,
  { handover, onLeaving }: CodeEditorOptions,
): CodeEditor {
  setUpTypeScript()
  loadTypesFor(store.getState().exercise.packages)
  defineThemes()
  const models = createModels(actions.edit)
  const code = editor.create(container, { ...EDITOR_OPTIONS, model: null })
  const viewStates = new Map<string, editor.ICodeEditorViewState | null>()
  let shown: string | null = null

  function show(path: string, readOnly: boolean): void {
    if (shown === path) return
    if (shown !== null) viewStates.set(shown, code.saveViewState())
    shown = path
    code.setModel(models.get(path))
    code.updateOptions({ readOnly, ariaLabel: ariaLabel(path, readOnly) })
    code.restoreViewState(viewStates.get(path) ?? null)
  }

  function mark(state: WorkspaceState): void {
    for (const path of Object.keys(allFiles(state))) {
      const model = models.get(path)
      if (model !== null) setDiagnostics(model, path, state.verdict?.diagnostics ?? [])
    }
  }

  function follow(state: WorkspaceState, before: WorkspaceState | null): void {
    if (state.files !== before?.files) models.sync(allFiles(state))
    show(state.activePath, fileKind(state, state.activePath) === 'given')
    if (state.verdict !== before?.verdict || state.files !== before?.files) mark(state)
  }

  function takeOver({ selectionStart, selectionEnd, scrollTop, focused }: Handover): void {
    const model = code.getModel()
    if (model === null) return
    const start = model.getPositionAt(selectionStart)
    const end = model.getPositionAt(selectionEnd)
    code.setSelection({
      startLineNumber: start.lineNumber,
      startColumn: start.column,
      endLineNumber: end.lineNumber,
      endColumn: end.column,
    })
    code.setScrollTop(scrollTop)
    if (focused) code.focus()
  }

  follow(store.getState(), null)
  if (handover !== null) takeOver(handover)
  leaveByEscapeAndTab(code, onLeaving)
  const unsubscribe = store.subscribe(follow)
  const opener = editor.registerEditorOpener({
    openCodeEditor(_source, resource, place) {
      const path = resource.path.slice(1)
      if (!Object.hasOwn(allFiles(store.getState()), path)) return false
      actions.select(path)
      if (place !== undefined) {
        const line = 'lineNumber' in place ? place.lineNumber : place.startLineNumber
        const column = 'lineNumber' in place ? place.column : place.startColumn
        reveal({ path, line, column })
      }
      return true
    },
  })

  function reveal({ line, column }: SourcePosition): void {
    code.setPosition({ lineNumber: line, column })
    code.revealLineInCenterIfOutsideViewport(line)
    code.focus()
  }

  return {
    focus: () => code.focus(),
    reveal,
    dispose() {
      unsubscribe()
      opener.dispose()
      code.dispose()
      models.dispose()
    },
  }
}
