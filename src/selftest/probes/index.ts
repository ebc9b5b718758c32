/**
 * All probes, in the order in which they are tried: what only looks comes first, what leaves a mark last.
 * @module
 */

import { fileProbes } from './files.ts'
import { inputProbes } from './input.ts'
import { memory } from './memory.ts'
import { moduleProbes } from './modules.ts'
import { networkProbes } from './network.ts'
import { outputProbes } from './output.ts'
import { portEvents } from './port-events.ts'
import type { Probe } from './probe.ts'
import { killLoopProbe, processProbes } from './processes.ts'

export const probes: readonly Probe[] = [
  ...processProbes,
  ...inputProbes,
  ...outputProbes,
  ...fileProbes,
  ...moduleProbes,
  ...networkProbes,
  portEvents,
  memory,
  killLoopProbe,
]
