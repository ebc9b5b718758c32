/**
 * What is told of the browser in a report: nothing of the person, and nothing that is not needed.
 * @module
 */

export interface BrowserFacts {
  readonly userAgent: string
  /** Whether the page is cross-origin isolated, which a WebContainer needs. */
  readonly isolated: boolean
  /** In GB, as coarse as browsers tell it; null where they do not. */
  readonly deviceMemory: number | null
  readonly hardwareConcurrency: number
}

/** Not in every browser; https://www.w3.org/TR/device-memory/ */
interface MemoryNavigator {
  readonly deviceMemory?: number
}

const deviceMemoryOf = ({ deviceMemory }: Navigator & MemoryNavigator): number | null => deviceMemory ?? null

export const readBrowserFacts = (): BrowserFacts => ({
  userAgent: navigator.userAgent,
  isolated: crossOriginIsolated,
  deviceMemory: deviceMemoryOf(navigator),
  hardwareConcurrency: navigator.hardwareConcurrency,
})
