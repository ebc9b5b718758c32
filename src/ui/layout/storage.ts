/**
 * Where the sizes of the panes are kept. A browser that keeps nothing just starts from the default each time.
 * @module
 */

import type { LayoutStorage } from 'react-resizable-panels'

export const layoutStorage: LayoutStorage = {
  getItem(key) {
    try {
      return localStorage.getItem(key)
    } catch {
      return null
    }
  },
  setItem(key, value) {
    try {
      localStorage.setItem(key, value)
    } catch {
      // Nothing is lost but a width.
    }
  },
}
