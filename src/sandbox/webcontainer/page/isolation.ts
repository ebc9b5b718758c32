/**
 * Whether a WebContainer can run in this page at all.
 * @module
 */

import { notIsolated } from './container-error.ts'

/** @throws {ContainerError} when it cannot: it needs memory that threads share, which only isolated pages have */
export const requireIsolation = (): void => {
  if (!globalThis.isSecureContext) {
    throw notIsolated('this page came over plain http; open it over https, or from localhost')
  }
  if (!globalThis.crossOriginIsolated) {
    throw notIsolated(
      'this page is not cross-origin isolated: whoever hosts it has to send the headers that are in headers.json',
    )
  }
}
