/**
 * The part of `@hono/node-server` that the sandbox stands in for. The package's own declarations need Node's.
 * @module
 */

export const nodeServerTypes = `declare module '@hono/node-server' {
  interface Address { address: string; family: string; port: number }
  interface Server { close(): void }
  /** Hands the app over. In the page no port is opened; in Node the server listens on \`port\`. */
  export function serve(
    options: { fetch: (request: Request) => Response | Promise<Response>; port?: number; hostname?: string },
    listening?: (info: Address) => void,
  ): Server
}`
