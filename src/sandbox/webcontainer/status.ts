/**
 * How the WebContainer stands, as facts that the page can show.
 * @module
 */

/**
 * What is being waited for while it boots, in order.
 * - `loading`: its files and its client, from this site
 * - `connecting`: the frame of its host, which says that it is there
 * - `starting`: the kernel
 * - `mounting`: the packages that programs may import
 * - `spawning`: a Node process with the runner in it
 * - `checking`: ten requests whose answers are known
 */
export const CONTAINER_STAGES = ['loading', 'connecting', 'starting', 'mounting', 'spawning', 'checking'] as const
export type ContainerStage = (typeof CONTAINER_STAGES)[number]

/** Why there is none. All of these are nobody's fault who writes code here. */
export type ContainerProblem =
  /** The page is not cross-origin isolated: its host does not send the headers for it. */
  | 'not-isolated'
  /** Its host was never heard of: offline, or something is in the way. */
  | 'unreachable'
  /** Its host answered, and then it did not finish starting. */
  | 'stalled'
  /** It said no itself. */
  | 'refused'
  /** It runs, but could not be given its files. */
  | 'mount-failed'
  /** It runs, but Node, or the runner in it, does not. */
  | 'no-runner'
  /** It answers known requests wrongly. */
  | 'self-check-failed'
  /** It was up and is gone, and could not be started again. */
  | 'lost'
  /** It cannot be started again in this page. */
  | 'needs-reload'

export type ContainerStatus =
  /** The person does not want it, ever. */
  | { readonly kind: 'off' }
  /** It will be started when this comes; `person`: only when somebody asks for it, as on a phone. */
  | { readonly kind: 'waiting'; readonly for: 'edit' | 'consent' | 'network' | 'person' }
  /** `slow` once it takes longer than it usually does. */
  | { readonly kind: 'booting'; readonly stage: ContainerStage; readonly slow: boolean }
  /** @property node its version: `22.22.3` */
  | { readonly kind: 'ready'; readonly node: string }
  /**
   * @property message a whole sentence with what to do
   * @property remedy what a button can do about it
   */
  | {
      readonly kind: 'failed'
      readonly problem: ContainerProblem
      readonly message: string
      readonly remedy: 'retry' | 'reload' | 'none'
    }
