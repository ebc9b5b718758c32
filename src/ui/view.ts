/**
 * What the page remembers that is not the learner's work: what is open, what has the focus, what is being filled in.
 * @module
 */

import { flushSync } from 'react-dom'
import { createStore, type StoreApi } from 'zustand/vanilla'
import type { HeaderList, HttpRequest, SourcePosition } from '../http/http.ts'
import { allFiles } from '../workspace/selectors.ts'
import type { TriedRequest } from '../workspace/state.ts'
import type { Workspace } from '../workspace/workspace.ts'

export type Pane = 'brief' | 'code' | 'results'
export const PANES: readonly Pane[] = ['brief', 'code', 'results']

/** What the code editor, whichever it is, can be asked to do. */
export interface EditorHandle {
  focus(): void
  reveal(position: SourcePosition): void
}

/** The request line as it is being filled in. */
export interface RequestDraft {
  readonly method: string
  readonly path: string
  readonly headers: HeaderList
  readonly body: string
}

/** Where the person is in their open app. The frame belongs to another origin, so this knows only what was asked for. */
export interface AppPlace {
  /** As it stands in the path bar. */
  readonly typed: string
  readonly shown: string
  /** How often a path was asked for: the same one twice is loaded twice. */
  readonly loads: number
}

export interface View {
  /** The pane in front, where not all of them fit. */
  readonly pane: Pane
  /** The pane beside the code, where two fit. */
  readonly side: 'brief' | 'results'
  /** Checks that the person opened or closed: id → open. */
  readonly opened: Readonly<Record<string, boolean>>
  readonly dialog: 'shortcuts' | 'add-file' | null
  readonly draft: RequestDraft
  /** The last requests sent from the request line, newest first. */
  readonly history: readonly TriedRequest[]
  readonly dock: 'request' | 'console' | 'app' | 'terminal'
  readonly app: AppPlace
}

const HISTORY_LENGTH = 12

const draftOf = (request: HttpRequest): RequestDraft => ({
  method: request.method,
  path: request.path,
  headers: request.headers,
  body: request.body !== undefined && 'text' in request.body ? request.body.text : '',
})

/** The state of one page and what the person can do to it. */
export interface Page {
  readonly store: StoreApi<View>
  /** Set while an editor is on the page. */
  editor: EditorHandle | null
  show(pane: Pane): void
  toggleCheck(id: string, open: boolean): void
  openDialog(dialog: View['dialog']): void
  setDraft(draft: Partial<RequestDraft>): void
  setDock(dock: View['dock']): void
  typeAppPath(typed: string): void
  loadApp(path: string): void
  /** Fills the request line and goes there. */
  tryRequest(request: HttpRequest): void
  remember(tried: TriedRequest): void
  /** Opens the file and puts the cursor there. */
  jumpTo(position: SourcePosition): void
  focusEditor(): void
}

/** The code stays beside whichever of the others is in front. */
const inFront = (pane: Pane): Partial<View> => (pane === 'code' ? { pane } : { pane, side: pane })

export const REQUEST_PATH_ID = 'request-path'

export function createPage(workspace: Workspace, initial: Pane): Page {
  const store = createStore<View>(() => ({
    pane: initial,
    side: initial === 'results' ? 'results' : 'brief',
    opened: {},
    dialog: null,
    draft: { method: 'GET', path: '/', headers: [], body: '' },
    history: [],
    dock: 'request',
    app: { typed: '/', shown: '/', loads: 0 },
  }))
  // Focus can only go to what is painted, so what brings a pane to the front is applied at once.
  const applyNow = (change: Partial<View>) => flushSync(() => store.setState(change))
  const page: Page = {
    store,
    editor: null,
    show: pane => applyNow(inFront(pane)),
    toggleCheck: (id, open) => store.setState(view => ({ opened: { ...view.opened, [id]: open } })),
    openDialog: dialog => store.setState({ dialog }),
    setDraft: draft => store.setState(view => ({ draft: { ...view.draft, ...draft } })),
    setDock: dock => store.setState({ dock }),
    typeAppPath: typed => store.setState(({ app }) => ({ app: { ...app, typed } })),
    loadApp: path => store.setState(({ app }) => ({ app: { typed: path, shown: path, loads: app.loads + 1 } })),
    tryRequest(request) {
      applyNow({ draft: draftOf(request), dock: 'request', ...inFront('results') })
      document.getElementById(REQUEST_PATH_ID)?.focus()
    },
    remember: tried => store.setState(view => ({ history: [tried, ...view.history].slice(0, HISTORY_LENGTH) })),
    jumpTo(position) {
      if (!Object.hasOwn(allFiles(workspace.store.getState()), position.path)) return
      applyNow({ pane: 'code' })
      flushSync(() => workspace.actions.select(position.path))
      page.editor?.reveal(position)
    },
    focusEditor() {
      applyNow({ pane: 'code' })
      page.editor?.focus()
    },
  }
  return page
}
