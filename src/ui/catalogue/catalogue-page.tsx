/**
 * Puts the list of exercises on the page.
 * @module
 */

import '../styles/catalogue.css'
import { render } from '../render.ts'
import { Catalogue, type CatalogueProps } from './catalogue.tsx'

export function mountCatalogue(element: HTMLElement, props: CatalogueProps): void {
  document.title = 'Rendition'
  render(element, <Catalogue {...props} />)
}
