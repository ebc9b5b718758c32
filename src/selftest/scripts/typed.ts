/**
 * A file of TypeScript, for a Node that takes out the types by itself.
 * @module
 */

const answer: number = 42

export default answer
