/**
 * Imports a file of TypeScript, as it is.
 * @module
 */

const answer = value => console.log(`@@${JSON.stringify(value)}`)
try {
  const { default: value } = await import('./typed.ts')
  answer({ value, why: '' })
} catch (error) {
  answer({ value: 0, why: error.message })
}
