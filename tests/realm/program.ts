/**
 * What the tests run in the realm.
 * @module
 */

import { cases as shared } from './cases/index.ts'
import { ownCases } from './cases/own.ts'

/** Those of the realm alone come last: the last of them silences the console. */
export const cases = { ...shared, own: ownCases }
