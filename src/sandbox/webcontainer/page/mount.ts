/**
 * What a fresh container is given: the packages, the runner, and a place for messages.
 * @module
 */

import type { WebContainer } from '@webcontainer/api'
import type { BundleNeeds } from '../../bundles.ts'
import type { ContainerLimits } from '../limits.ts'
import { MESSAGES, RUNNER, SERVE } from '../protocol.ts'
import { mountFailed, reasonOf } from './container-error.ts'
import { within } from './time-limit.ts'

/** Where the build keeps them: absolute addresses. */
export interface ContainerFiles {
  /** Of `node_modules`, as `WebContainer.mount` takes it. */
  readonly snapshot: string
  readonly runner: string
  /** The program as a server, for "Open app". */
  readonly serve: string
  readonly further: FurtherFiles
}

/** Packages that only some programs need. */
export interface FurtherFiles {
  /** Specifier → the bundles it needs. */
  readonly needs: BundleNeeds
  /** Name of a bundle → the snapshot of what it adds to `node_modules`. */
  readonly snapshots: Readonly<Record<string, string>>
}

export interface FetchedFiles {
  readonly snapshot: Uint8Array
  readonly runner: string
  readonly serve: string
}

/** @throws {ContainerError} */
export const fetchFiles = async (files: ContainerFiles): Promise<FetchedFiles> => {
  const [snapshot, runner, serve] = await Promise.all([
    load(files.snapshot).then(response => response.arrayBuffer()),
    load(files.runner).then(response => response.text()),
    load(files.serve).then(response => response.text()),
  ])
  return { snapshot: new Uint8Array(snapshot), runner, serve }
}

/** @throws {ContainerError} */
export const load = async (address: string): Promise<Response> => {
  const response = await fetch(address).catch(cause => Promise.reject(mountFailed('they could not be loaded', cause)))
  if (response.ok) return response
  throw mountFailed(`they could not be loaded (status ${response.status})`)
}

/** @throws {ContainerError} */
export const mountFiles = async (
  container: WebContainer,
  { snapshot, runner, serve }: FetchedFiles,
  { mount }: Pick<ContainerLimits, 'mount'>,
): Promise<void> => {
  const mounting = async (): Promise<void> => {
    // A folder to mount at has to be there.
    await container.fs.mkdir('node_modules', { recursive: true })
    await container.fs.mkdir(MESSAGES.slice(0, -1), { recursive: true })
    // A copy: the bytes that are mounted are taken away.
    await container.mount(snapshot.slice(), { mountPoint: 'node_modules' })
    await container.mount({
      'package.json': { file: { contents: '{ "type": "module", "private": true }\n' } },
      [RUNNER]: { file: { contents: runner } },
      [SERVE]: { file: { contents: serve } },
    })
  }
  const failed = (cause: unknown) => Promise.reject(mountFailed(reasonOf(cause), cause))
  await within(mounting().catch(failed), mount, () => failed(`they were not there within ${mount / 1000} s`))
}
