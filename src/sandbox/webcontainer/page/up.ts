/**
 * A container that is up, with what is known of it.
 * @module
 */

import type { WebContainer } from '@webcontainer/api'
import type { Wear } from './end-process.ts'
import type { FurtherPackages } from './further-packages.ts'

export interface Up {
  readonly container: WebContainer
  readonly wear: Wear
  readonly packages: FurtherPackages
}
