/**
 * How long a WebContainer may take for what, ms, and what else is limited about it. People report boots of 5 to 10 s, and
 * clients that give up at 30 s (webcontainer-core #1408, bolt.new #4244); none of its own steps has a limit.
 * @module
 */

export interface ContainerLimits {
  /** Until the frame of its host has said that it is there; then the frame is loaded once more, with as much time. */
  readonly connect: number
  /** From there until it is up. */
  readonly start: number
  /** From the beginning, after which a person is told that it takes longer than usual. */
  readonly usual: number
  readonly mount: number
  /** From starting a process until its runner is ready. */
  readonly ready: number
  /** All checks together: after each that breaks, the next one waits for another process. */
  readonly run: number
  /** How much longer than a call's own limit a process is left alone. */
  readonly slack: number
  /** Until a process that was told to end has ended. A loop that its guard stops needs as long as a request may. */
  readonly end: number
  /** Until a container that is given up is gone. */
  readonly teardown: number
  /** How many processes may refuse to end before the container is restarted. */
  readonly zombies: number
}

export const CONTAINER_LIMITS: ContainerLimits = {
  connect: 20_000,
  start: 40_000,
  usual: 10_000,
  mount: 15_000,
  ready: 15_000,
  run: 30_000,
  slack: 3_000,
  end: 3_000,
  teardown: 8_000,
  zombies: 2,
}
