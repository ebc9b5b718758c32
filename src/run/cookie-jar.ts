/**
 * The cookies of one actor, kept and sent as a user agent does (RFC 6265 §5.3 and §5.4), but for two rules: cookies
 * marked Secure are sent, because checks talk to a local server without TLS, and there is no list of public suffixes.
 * @module
 */

import { parseSetCookie } from '../check/cookie.ts'
import type { Json } from '../check/expectation.ts'
import { headerValues } from '../http/headers.ts'
import type { Exchange, HttpRequest } from '../http/http.ts'

interface Cookie {
  readonly name: string
  readonly value: string
  readonly domain: string
  /** Whether only the very host that set it gets it, and none of the hosts below that one. */
  readonly hostOnly: boolean
  readonly path: string
  /** ms since 1970; infinite for a cookie that lasts as long as the jar. */
  readonly expires: number
}

export class CookieJar {
  /** In the order in which they were first set; one that is set again keeps its place. */
  #cookies: readonly Cookie[] = []

  /** @param now ms since 1970 */
  constructor(private readonly now: () => number) {}

  /** The request with the cookies that belong to it, after those that it brings itself. */
  addTo(request: HttpRequest): HttpRequest {
    const cookies = this.#cookiesFor(hostOf(request), pathOf(request))
    if (cookies.length === 0) return request
    const own = headerValues(request.headers, 'cookie')
    const value = [...own, ...cookies.map(({ name, value }) => `${name}=${value}`)].join('; ')
    const others = request.headers.filter(([name]) => name.toLowerCase() !== 'cookie')
    return { ...request, headers: [...others, ['cookie', value]] }
  }

  /** Keeps what the answer sets, and forgets what it deletes. */
  take({ request, response }: Exchange): void {
    if (response === null) return
    for (const header of headerValues(response.headers, 'set-cookie')) this.#set(header, request)
  }

  #set(header: string, request: HttpRequest): void {
    const parsed = parseSetCookie(header, this.now())
    if (parsed === null) return
    const { value, domain = '', path, expires, 'max-age': maxAge } = parsed.attributes
    const host = hostOf(request)
    const hostOnly = domain === ''
    if (!hostOnly && !domainMatches(host, String(domain))) return
    const cookie: Cookie = {
      name: parsed.name,
      value: String(value),
      domain: hostOnly ? host : String(domain),
      hostOnly,
      path: typeof path === 'string' ? path : defaultPath(pathOf(request)),
      expires: this.#expiry(maxAge, expires),
    }
    const isSame = (other: Cookie) =>
      other.name === cookie.name && other.domain === cookie.domain && other.path === cookie.path
    const known = this.#cookies.some(isSame)
    const cookies = known ? this.#cookies.map(other => (isSame(other) ? cookie : other)) : [...this.#cookies, cookie]
    this.#cookies = cookies.filter(({ expires }) => expires > this.now())
  }

  /** Max-Age, in seconds, comes before Expires, an ISO 8601 date and time. */
  #expiry(maxAge: Json | undefined, expires: Json | undefined): number {
    if (typeof maxAge === 'number') return maxAge <= 0 ? Number.NEGATIVE_INFINITY : this.now() + maxAge * 1_000
    return typeof expires === 'string' ? Date.parse(expires) : Number.POSITIVE_INFINITY
  }

  /** Longer paths first; of equal ones, what was set earlier. */
  #cookiesFor(host: string, path: string): readonly Cookie[] {
    const now = this.now()
    return this.#cookies
      .filter(({ expires }) => expires > now)
      .filter(({ hostOnly, domain }) => (hostOnly ? host === domain : domainMatches(host, domain)))
      .filter(cookie => pathMatches(path, cookie.path))
      .toSorted((one, other) => other.path.length - one.path.length)
  }
}

/** Without the port. The clients talk to a local server, whatever its address is. */
const hostOf = (request: HttpRequest): string =>
  (headerValues(request.headers, 'host')[0] ?? 'localhost').replace(/:\d*$/, '').toLowerCase()

const pathOf = ({ path }: HttpRequest): string => path.split(/[?#]/, 1)[0] ?? ''

/** RFC 6265 §5.1.3; an address is no domain and has nothing below it. */
const domainMatches = (host: string, domain: string): boolean =>
  host === domain || (host.endsWith(`.${domain}`) && !/^[\d.]+$|:/.test(host))

/** RFC 6265 §5.1.4: the folder that the path is in. */
const defaultPath = (path: string): string =>
  path.startsWith('/') ? path.slice(0, Math.max(path.lastIndexOf('/'), 1)) : '/'

/** RFC 6265 §5.1.4 */
const pathMatches = (path: string, cookiePath: string): boolean =>
  path === cookiePath || (path.startsWith(cookiePath) && (cookiePath.endsWith('/') || path[cookiePath.length] === '/'))
