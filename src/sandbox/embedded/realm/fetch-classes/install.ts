/**
 * Makes the realm's Request, Response and Headers behave as Node's.
 * @module
 */

import type { RealmScope } from '../primordials.ts'
import { patchBody } from './body.ts'
import { patchHeaders } from './headers.ts'
import { patchInspection } from './inspect.ts'
import { patchWebInspection } from './inspect-web.ts'
import { takePlatform } from './platform.ts'
import { patchRequest } from './request.ts'
import { installRequestBodies } from './request-body.ts'
import { patchResponse } from './response.ts'
import { installStreamFrom } from './streams.ts'

/** Patches the classes in place; call it once, before any code of the program. */
export const installFetchClasses = (scope: RealmScope): void => {
  installRequestBodies(scope)
  const platform = takePlatform(scope)
  patchHeaders(platform)
  patchBody(scope, platform, platform.Request.prototype, platform.requestHeaders)
  patchBody(scope, platform, platform.Response.prototype, platform.responseHeaders)
  patchRequest(scope, platform)
  patchResponse(scope, platform)
  patchInspection(platform)
  patchWebInspection(scope)
  installStreamFrom(scope)
}
