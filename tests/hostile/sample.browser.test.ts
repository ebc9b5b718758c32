/**
 * A program of each area; all of them take minutes (programs.full.browser.test.ts).
 * @module
 */

import { containAreas } from './contain-areas.ts'
import { areas } from './programs/index.ts'

/** The first of an area, as they are listed, is the plainest of it. */
const sample = 1

containAreas(areas.map(area => ({ ...area, programs: area.programs.slice(0, sample) })))
