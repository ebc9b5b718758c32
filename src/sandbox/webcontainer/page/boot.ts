/**
 * The one WebContainer that a page can have. Its client waits without end when its host does not answer, and then lets
 * every further boot wait as well; a second one beside one that is up is refused. So what was begun is kept until it is
 * ended, whoever asks for it.
 * @module
 */

import { WebContainer } from '@webcontainer/api'
import type { ContainerLimits } from '../limits.ts'
import { refused, stalled, unreachable } from './container-error.ts'
import { within } from './time-limit.ts'

export type BootStage = 'connecting' | 'starting'

/** Begun, and neither refused nor ended. It may be up, or never come up. */
let begun: Promise<WebContainer> | null = null
let up: WebContainer | null = null
/** Resolves when the host has said that it is there. It says so once, and the client never loads its frame anew. */
let heard: Promise<void> | null = null
let isHeard = false
/** Whether what comes up late is still of use to anybody. */
let isWanted = false

/** The origin that the kernel comes from; the client reads the same variable. */
const origin = (): string => {
  const address: unknown = Reflect.get(globalThis, 'WEBCONTAINER_API_IFRAME_URL')
  return new URL(typeof address === 'string' ? address : 'https://stackblitz.com').origin
}

/**
 * The container, which is the same until it is ended.
 * @throws {ContainerError}
 */
export const bootContainer = async (
  report: (stage: BootStage) => void,
  limits: Pick<ContainerLimits, 'connect' | 'start'>,
): Promise<WebContainer> => {
  report('connecting')
  isWanted = true
  heard ??= whenHeard()
  // Of an earlier try, which hangs: its frame shows the browser's own page about a host that cannot be reached.
  if (begun && !isHeard) loadFrameAgain()
  begun ??= begin()
  const container = begun
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

/**
 * Ends the container that is up, or that comes up when nobody waits for it any more.
 * @returns a promise that may never be settled, as the client's own
 */
export const endContainer = async (): Promise<void> => {
  isWanted = false
  if (up) await tearDown(up)
}

const begin = (): Promise<WebContainer> => {
  const booting = WebContainer.boot({ coep: 'require-corp', workdirName: 'rendition' }).then(
    container => {
      up = container
      if (!isWanted) void tearDown(container)
      return container
    },
    cause => {
      begun = null
      throw refused(cause)
    },
  )
  // After a limit nobody waits for it any more.
  booting.catch(() => undefined)
  return booting
}

const tearDown = async (container: WebContainer): Promise<void> => {
  begun = null
  up = null
  container.teardown()
  try {
    // The client tells nobody else when it is over.
    await Reflect.get(WebContainer, '_teardownPromise')
  } catch {
    // It is gone for the page all the same; the client would give this error to every later boot (webcontainer.md §2).
    Reflect.set(WebContainer, '_teardownPromise', null)
  }
}

const whenHeard = (): Promise<void> =>
  new Promise(resolve => {
    const listen = ({ origin: from, data }: MessageEvent): void => {
      if (from !== origin() || data?.type !== 'init') return
      removeEventListener('message', listen)
      isHeard = true
      resolve()
    }
    addEventListener('message', listen)
  })

/** The same boot goes on when the frame answers at last (webcontainer.md §2). */
const loadFrameAgain = (): void => {
  const frames = document.querySelectorAll<HTMLIFrameElement>(`iframe[src^="${origin()}/headless"]`)
  for (const frame of frames) frame.src = `${frame.src}`
}
