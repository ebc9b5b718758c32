/**
 * Every hostile program, by area.
 * @module
 */

import type { Area } from '../program.ts'
import { builtIns } from './built-ins.ts'
import { hostileChecks } from './checks.ts'
import { hostileFiles } from './files.ts'
import { floods } from './floods.ts'
import { forgeries } from './forgeries.ts'
import { loops } from './loops.ts'
import { markups } from './markup.ts'
import { memory } from './memory.ts'
import { waysOut } from './ways-out.ts'

export const areas: readonly Area[] = [
  loops,
  memory,
  floods,
  builtIns,
  forgeries,
  waysOut,
  markups,
  hostileChecks,
  hostileFiles,
]
