/**
 * Monaco with TypeScript as its only language.
 * @module
 */

import './workers.ts'
// All features at once: Monaco's TypeScript module brings every one of them in a little later, and what is registered
// after the first editor was made breaks the second ("depends on UNKNOWN service", 0.57). options.ts turns off what is
// not wanted.
import 'monaco-editor/features/register.all'
import 'monaco-editor/languages/definitions/typescript/register'

export * from 'monaco-editor/editor'
export * as typescript from 'monaco-editor/languages/features/typescript/register'
