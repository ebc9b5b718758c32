/**
 * What a client of this machine says it speaks to.
 * @module
 */

/**
 * The Host header of a request that names none. A server on a port that the system picked is addressed as `localhost`
 * alone, so that a program that builds addresses from it answers the same in every run, every engine and every recording.
 */
export const hostOf = ({ hostname, host }: URL): string => (hostname === '127.0.0.1' ? 'localhost' : host)
