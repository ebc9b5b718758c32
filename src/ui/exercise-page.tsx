/**
 * Puts an exercise on the page.
 * @module
 */

import './styles/exercise.css'
import type { Engines } from '../workspace/engines-state.ts'
import type { Workspace } from '../workspace/workspace.ts'
import { App } from './app.tsx'
import { ExercisePageContext, type Way } from './context.ts'
import { render } from './render.ts'
import { createPage } from './view.ts'

export interface ExercisePageOptions {
  /** Where the list of exercises is. */
  readonly base: string
  readonly engines: Engines
  readonly way: Way
}

export function mountExercise(element: HTMLElement, workspace: Workspace, options: ExercisePageOptions): void {
  document.title = `${workspace.store.getState().exercise.title} · Rendition`
  const page = createPage(workspace, workspace.store.getState().live === 'link' ? 'code' : 'brief')
  render(
    element,
    <ExercisePageContext key={workspace.store.getState().exercise.id} value={{ workspace, page, ...options }}>
      <App />
    </ExercisePageContext>,
  )
}
