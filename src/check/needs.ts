/**
 * What an app has to be able to do for a check.
 * @module
 */

import type { Check } from './check.ts'
import type { Need } from './result.ts'
import { subjectsOfCheck } from './walk.ts'

/** In the order `fresh-start`, `log`, `source`; empty when any server that answers requests will do. */
export const needsOf = (check: Check): readonly Need[] => {
  const kinds = new Set(subjectsOfCheck(check).map(({ kind }) => kind))
  const restarts = check.steps.some(({ kind }) => kind === 'stop' || kind === 'start')
  const needs: Need[] = []
  if (check.env !== undefined || restarts) needs.push('fresh-start')
  if (kinds.has('log')) needs.push('log')
  if (kinds.has('source')) needs.push('source')
  return needs
}
