/**
 * What the files of cases are written with.
 * @module
 */

import type { Area, Case } from '../../src/selftest/conformance/case.ts'

/** Cases of one area; a case may leave out the program when all share one. */
export const area = (
  id: string,
  title: string,
  program: string,
  cases: readonly (Omit<Case, 'area' | 'program'> & { readonly program?: string })[],
): Area => ({ id, title, cases: cases.map(one => ({ program, ...one, area: id })) })
