/**
 * Zod remembers what a program told it: its settings, and names of schemas. Every evaluation starts without.
 * @module
 */

import type { config, globalRegistry } from 'zod'

interface Zod {
  readonly config: typeof config
  readonly globalRegistry: typeof globalRegistry
}

/** Call it when zod was loaded; it returns what makes zod as it is now. */
export const zodReset = ({ config, globalRegistry }: Zod): (() => void) => {
  const settings = { ...config() }
  return () => {
    globalRegistry.clear()
    for (const name of Object.keys(config())) Reflect.deleteProperty(config(), name)
    config(settings)
  }
}
