/**
 * Which Node this is.
 * @module
 */

const { rss, heapUsed } = process.memoryUsage()
const strips = String(process.features.typescript ?? 'no')
console.log(`@@${JSON.stringify({ node: process.versions.node, platform: process.platform, strips, rss, heapUsed })}`)
