/**
 * What a person decided about the engines, kept in this browser. Where storage is blocked it lasts as long as the page.
 * @module
 */

import type { EngineChoice } from './engines-state.ts'

export interface EngineSettings {
  readonly choice: EngineChoice
  /** Whether a WebContainer may be started at all. */
  readonly allowed: boolean
}

const KEY = 'rendition:engine'
const CHOICES: readonly EngineChoice[] = ['auto', 'embedded', 'webcontainer']
const usual: EngineSettings = { choice: 'auto', allowed: true }

/** What is damaged, or was written by another version, counts as nothing. */
export const loadSettings = (): EngineSettings => {
  try {
    const kept: Partial<Record<string, unknown>> = JSON.parse(localStorage.getItem(KEY) ?? '{}')
    const choice = CHOICES.find(one => one === kept.choice) ?? usual.choice
    return { choice, allowed: kept.allowed !== false }
  } catch {
    return usual
  }
}

export const saveSettings = (settings: EngineSettings): void => {
  try {
    localStorage.setItem(KEY, JSON.stringify(settings))
  } catch {
    // It lasts as long as the page.
  }
}
