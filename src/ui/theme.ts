/**
 * Light or dark: the person's choice if there is one, the system's otherwise. `public/theme.js` does the same before
 * the first paint.
 * @module
 */

import { useSyncExternalStore } from 'react'

export type ThemeChoice = 'system' | 'light' | 'dark'
export type ResolvedTheme = 'light' | 'dark'

const KEY = 'rendition:theme'
const listeners = new Set<() => void>()
const systemDark = window.matchMedia('(prefers-color-scheme: dark)')

function stored(): ThemeChoice {
  try {
    const value = localStorage.getItem(KEY)
    return value === 'light' || value === 'dark' ? value : 'system'
  } catch {
    return 'system' // A browser that keeps nothing: the choice lasts as long as the page.
  }
}

let choice = stored()

const resolved = (): ResolvedTheme => (choice === 'system' ? (systemDark.matches ? 'dark' : 'light') : choice)

function apply(): void {
  document.documentElement.dataset.theme = resolved()
  for (const listener of listeners) listener()
}

systemDark.addEventListener('change', apply)
window.addEventListener('storage', event => {
  if (event.key !== KEY) return
  choice = stored()
  apply()
})

export function chooseTheme(next: ThemeChoice): void {
  choice = next
  try {
    if (next === 'system') localStorage.removeItem(KEY)
    else localStorage.setItem(KEY, next)
  } catch {
    // A browser that keeps nothing: the choice lasts as long as the page.
  }
  apply()
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

export const useThemeChoice = (): ThemeChoice => useSyncExternalStore(subscribe, () => choice)
export const useResolvedTheme = (): ResolvedTheme => useSyncExternalStore(subscribe, resolved)
