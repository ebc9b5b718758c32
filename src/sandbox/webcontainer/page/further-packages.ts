/**
 * Packages that only some programs need: fetched and mounted when the first of them is about to run, once for each
 * container.
 * @module
 */

import type { WebContainer } from '@webcontainer/api'
import { bundlesFor } from '../../bundles.ts'
import type { ContainerLimits } from '../limits.ts'
import { mountFailed, reasonOf } from './container-error.ts'
import { type FurtherFiles, load } from './mount.ts'
import { within } from './time-limit.ts'

export class FurtherPackages {
  readonly #mounting = new Map<string, Promise<void>>()

  constructor(
    private readonly container: WebContainer,
    private readonly files: FurtherFiles,
    private readonly limits: Pick<ContainerLimits, 'mount'>,
  ) {}

  /**
   * Sees to it that a program finds these packages. What could not be had is tried again when it is next asked for.
   * @throws {ContainerError}
   */
  async provide(specifiers: readonly string[]): Promise<void> {
    await Promise.all(
      bundlesFor(specifiers, this.files.needs).map(name => this.#mounting.get(name) ?? this.#begin(name)),
    )
  }

  #begin(name: string): Promise<void> {
    const mounting = this.#mount(name)
    this.#mounting.set(name, mounting)
    mounting.catch(() => this.#mounting.delete(name))
    return mounting
  }

  async #mount(name: string): Promise<void> {
    const response = await load(this.files.snapshots[name] ?? name)
    const snapshot = new Uint8Array(await response.arrayBuffer())
    const { mount } = this.limits
    const failed = (cause: unknown) => Promise.reject(mountFailed(reasonOf(cause), cause))
    const mounting = this.container.mount(snapshot, { mountPoint: 'node_modules' }).catch(failed)
    await within(mounting, mount, () => failed(`they were not there within ${mount / 1000} s`))
  }
}
