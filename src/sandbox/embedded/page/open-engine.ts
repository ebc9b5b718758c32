/**
 * Opens an engine on the page: a sandboxed frame with a supervisor in it, and a port to that supervisor. Whoever holds
 * the port, a worker usually, runs programs there; the page's own thread has nothing more to do with it.
 * @module
 */

import type { Limits } from '../../limits.ts'
import type { EngineConnection } from '../engine-link.ts'
import type { EngineScripts, FrameStart, ToSupervisor } from '../protocol.ts'
import { srcdoc } from './srcdoc.ts'

export const openEngine = (scripts: EngineScripts, limits: Limits): EngineConnection => {
  const { port1, port2 } = new MessageChannel()
  const frame = document.createElement('iframe')
  frame.setAttribute('sandbox', 'allow-scripts')
  frame.title = 'Rendition engine'
  frame.hidden = true
  frame.srcdoc = srcdoc
  frame.addEventListener('load', () => {
    const start: FrameStart = { rendition: 'start', frame: scripts.frame, supervisor: scripts.supervisor }
    frame.contentWindow?.postMessage(start, '*', [port2])
  })
  document.body.append(frame)
  const boot: ToSupervisor = { type: 'boot', scripts: { realm: scripts.realm, packages: scripts.packages }, limits }
  port1.postMessage([boot])
  return { port: port1, close: () => frame.remove() }
}
