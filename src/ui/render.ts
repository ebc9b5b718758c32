/**
 * Puts React on a page.
 * @module
 */

import { createElement, type ReactNode, StrictMode } from 'react'
import { createRoot, type Root } from 'react-dom/client'

const roots = new WeakMap<HTMLElement, Root>()

/** Whatever stood in the element for readers without scripts gives way; so does the page that was there before. */
export function render(element: HTMLElement, content: ReactNode): void {
  const root = roots.get(element) ?? createRoot(element)
  roots.set(element, root)
  root.render(createElement(StrictMode, null, content))
}
