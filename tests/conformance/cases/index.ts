/**
 * All cases by area, in the order of the table.
 * @module
 */

import type { Area, Case } from '../../../src/selftest/conformance/case.ts'
import { methods, redirects, statuses } from './answers.ts'
import { background } from './background.ts'
import { bodies } from './bodies.ts'
import { compress, etag } from './caching.ts'
import { consoles } from './console.ts'
import { cookies } from './cookies.ts'
import { crashes, errors } from './failing.ts'
import { requestHeaders, responseHeaders } from './headers.ts'
import { helpers, validation } from './helpers.ts'
import { middleware } from './middleware.ts'
import { cors, csrf } from './origins.ts'
import { drizzle, graphql, sqlite } from './packages.ts'
import { platform } from './platform.ts'
import { environment, lifecycle, modules } from './programs.ts'
import { responses } from './responses.ts'
import { routing } from './routing.ts'
import { sockets } from './sockets.ts'
import { streams } from './streaming.ts'
import { auth, jwt } from './tokens-and-passwords.ts'

export const areas: readonly Area[] = [
  requestHeaders,
  responseHeaders,
  cookies,
  cors,
  csrf,
  methods,
  statuses,
  redirects,
  routing,
  bodies,
  responses,
  streams,
  compress,
  etag,
  errors,
  crashes,
  jwt,
  auth,
  middleware,
  validation,
  helpers,
  sqlite,
  drizzle,
  graphql,
  sockets,
  background,
  environment,
  modules,
  lifecycle,
  consoles,
  platform,
]

export const cases: readonly Case[] = areas.flatMap(({ cases }) => cases)

/** The short list that is run in every browser. */
export const smokeCases: readonly Case[] = cases.filter(({ smoke }) => smoke)
