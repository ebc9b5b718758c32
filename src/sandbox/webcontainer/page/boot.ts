/**
 * Boots the one WebContainer that a page can have. Its client waits without end when its host does not answer, and then
 * lets every further boot wait as well, so a boot that is under way is kept, and its frame is loaded once more.
 * @module
 */

import { WebContainer } from '@webcontainer/api'
import type { ContainerLimits } from '../limits.ts'
import { refused, stalled, unreachable } from './container-error.ts'
import { within } from './time-limit.ts'

export type BootStage = 'connecting' | 'starting'

interface Kept {
  /** A boot that has neither succeeded nor failed. */
  booting: Promise<WebContainer> | null
  /** Resolves when the host has said that it is there. It says so once, and the client never loads its frame anew. */
  heard: Promise<void> | null
}

/** Survives this module being replaced while it is worked on: a second container in a page is refused. */
const kept: Kept = import.meta.hot?.data.kept ?? { booting: null, heard: null }
if (import.meta.hot) import.meta.hot.data.kept = kept

/** The origin that the kernel comes from; the client reads the same variable. */
const origin = (): string => {
  const address: unknown = Reflect.get(globalThis, 'WEBCONTAINER_API_IFRAME_URL')
  return new URL(typeof address === 'string' ? address : 'https://stackblitz.com').origin
}

/** @throws {ContainerError} */
export const bootContainer = async (
  report: (stage: BootStage) => void,
  limits: Pick<ContainerLimits, 'connect' | 'start'>,
): Promise<WebContainer> => {
  report('connecting')
  kept.heard ??= whenHeard()
  const { heard } = kept
  const container = boot()
  // A boot that is refused says so before or after the host was heard of.
  const connected = Promise.race([heard, container.then(() => undefined)])
  const giveUp = () => Promise.reject(unreachable(new URL(origin()).host))
  await within(connected, limits.connect, () => {
    loadFrameAgain()
    return within(connected, limits.connect, giveUp)
  })
  report('starting')
  return within(container, limits.start, () => Promise.reject(stalled(limits.start / 1000)))
}

const boot = (): Promise<WebContainer> => {
  kept.booting ??= WebContainer.boot({ coep: 'require-corp', workdirName: 'rendition' })
  const { booting } = kept
  const settled = booting
    .catch(cause => Promise.reject(refused(cause)))
    .finally(() => {
      kept.booting = null
    })
  // After a limit nobody waits for it any more.
  settled.catch(() => undefined)
  return settled
}

const whenHeard = (): Promise<void> =>
  new Promise(resolve => {
    const listen = ({ origin: from, data }: MessageEvent): void => {
      if (from !== origin() || data?.type !== 'init') return
      removeEventListener('message', listen)
      resolve()
    }
    addEventListener('message', listen)
  })

/** The same boot goes on when the frame answers at last (webcontainer.md §2). */
const loadFrameAgain = (): void => {
  const frames = document.querySelectorAll<HTMLIFrameElement>(`iframe[src^="${origin()}/headless"]`)
  for (const frame of frames) frame.src = `${frame.src}`
}

/**
 * Ends a container, so that another one can be booted.
 * @returns a promise that may never be settled, as the client's own
 */
export const tearDown = async (container: WebContainer): Promise<void> => {
  container.teardown()
  try {
    // The client tells nobody else when it is over.
    await Reflect.get(WebContainer, '_teardownPromise')
  } catch {
    // It is gone for the page all the same; the client would give this error to every later boot (webcontainer.md §2).
    Reflect.set(WebContainer, '_teardownPromise', null)
  }
}
