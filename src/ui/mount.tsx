/**
 * Puts a page on the page.
 * @module
 */

import './styles/index.css'
import { type ReactNode, StrictMode } from 'react'
import { createRoot, type Root } from 'react-dom/client'
import type { Engines } from '../workspace/engines-state.ts'
import type { Workspace } from '../workspace/workspace.ts'
import { App } from './app.tsx'
import { Catalogue, type CatalogueItem } from './catalogue/catalogue.tsx'
import { ExercisePageContext } from './context.ts'
import { createPage } from './view.ts'

export type { CatalogueItem } from './catalogue/catalogue.tsx'

export interface ExercisePageOptions {
  /** Where the list of exercises is. */
  readonly base: string
  readonly engines: Engines
}

const roots = new WeakMap<HTMLElement, Root>()

/** Whatever stood in the element for readers without scripts gives way; so does the page that was there before. */
function render(element: HTMLElement, content: ReactNode): void {
  const root = roots.get(element) ?? createRoot(element)
  roots.set(element, root)
  root.render(<StrictMode>{content}</StrictMode>)
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

export function mountCatalogue(element: HTMLElement, items: readonly CatalogueItem[]): void {
  document.title = 'Rendition'
  render(element, <Catalogue items={items} />)
}
