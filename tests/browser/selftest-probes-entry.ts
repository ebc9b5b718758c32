/**
 * What the test of the probes loads into its page: the probes, and what performs them.
 * @module
 */

export { probes } from '../../src/selftest/probes/index.ts'
export { performProbe } from '../../src/selftest/probes/perform.ts'
