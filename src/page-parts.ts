/**
 * The parts that every page with engines is made of: the pipeline in its worker, the engine's frame and the container,
 * which only a document can open. Nothing is opened before it is needed.
 * @module
 */

import containerFiles from 'virtual:container-files'
import scriptsUrl from 'virtual:engine-scripts'
import { RemotePipeline } from './run/remote.ts'
import { openEngine } from './sandbox/embedded/page/open-engine.ts'
import type { EngineScripts } from './sandbox/embedded/protocol.ts'
import { LIMITS } from './sandbox/limits.ts'
import { SandboxError } from './sandbox/sandbox.ts'
import { CONTAINER_LIMITS } from './sandbox/webcontainer/limits.ts'
import { ContainerHost, type ContainerHostOptions } from './sandbox/webcontainer/page/container-host.ts'

const addressOf = (asset: string): string => new URL(asset, import.meta.url).href

const loadScripts = async (): Promise<EngineScripts> => {
  const response = await fetch(addressOf(scriptsUrl)).catch(() => null)
  if (response?.ok) return response.json()
  throw new SandboxError(
    'boot-failed',
    'could not load the engine: because its scripts could not be fetched; reload the page',
  )
}

export interface PagePartsOptions extends Pick<ContainerHostOptions, 'onRestart' | 'onLost'> {
  /** @throws {SandboxError} when nothing may be started in the container now */
  readonly requireContainer: () => void
}

export interface PageParts {
  readonly pipeline: RemotePipeline
  readonly container: ContainerHost
}

export const createPageParts = ({ requireContainer, ...told }: PagePartsOptions): PageParts => {
  const container = new ContainerHost({
    files: {
      snapshot: addressOf(containerFiles.snapshot),
      runner: addressOf(containerFiles.runner),
      serve: addressOf(containerFiles.serve),
      further: {
        needs: containerFiles.further.needs,
        snapshots: Object.fromEntries(
          Object.entries(containerFiles.further.snapshots).map(([name, asset]) => [name, addressOf(asset)]),
        ),
      },
    },
    limits: CONTAINER_LIMITS,
    ...told,
  })
  const pipeline = new RemotePipeline({
    createWorker: () => new Worker(new URL('./run/pipeline.worker.ts', import.meta.url), { type: 'module' }),
    openEngine: async () => openEngine(await loadScripts(), LIMITS),
    openContainer: async () => {
      requireContainer()
      return container.open()
    },
  })
  return { pipeline, container }
}
