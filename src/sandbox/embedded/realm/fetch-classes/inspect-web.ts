/**
 * How `console.log` shows URL, URLSearchParams, Blob, File and the classes of aborting: with their members, as in Node.
 * @module
 */

import { patch, type RealmScope } from '../primordials.ts'

/** The well-known symbol of Node's `util.inspect` (Node documentation, "Custom inspection functions on objects"). */
export const INSPECT = Symbol.for('nodejs.util.inspect.custom')

export type Inspect = (value: unknown, options: object) => string

/** Shows objects of a class as their name and members; nested too deep, as their name alone. */
export const showMembers = (prototype: object, name: string, members: (value: object) => object): void => {
  patch(prototype, {
    [INSPECT](depth: number, options: object, inspect: Inspect): string {
      return depth < 0 ? `[${name}]` : `${name} ${inspect(members(this), options)}`
    },
  })
}

export const pick = (names: readonly string[]) => (value: object) =>
  Object.fromEntries(names.map(name => [name, Reflect.get(value, name)]))

const URL_MEMBERS = [
  ...['href', 'origin', 'protocol', 'username', 'password', 'host', 'hostname', 'port', 'pathname', 'search'],
  ...['searchParams', 'hash'],
]
/** Longer, and each pair of URLSearchParams has a line of its own. */
const LINE = 80

export const patchWebInspection = (scope: RealmScope): void => {
  showMembers(scope.URL.prototype, 'URL', pick(URL_MEMBERS))
  showMembers(scope.Blob.prototype, 'Blob', pick(['size', 'type']))
  showMembers(scope.File.prototype, 'File', pick(['size', 'type', 'name', 'lastModified']))
  showMembers(scope.AbortSignal.prototype, 'AbortSignal', pick(['aborted']))
  showMembers(scope.AbortController.prototype, 'AbortController', pick(['signal']))
  const { URLSearchParams } = scope
  patch(URLSearchParams.prototype, {
    [INSPECT](depth: number, options: object, inspect: Inspect): string {
      if (depth < 0) return '[URLSearchParams]'
      const entries = this instanceof URLSearchParams ? [...this] : []
      const pairs = entries.map(pair => pair.map(text => inspect(text, options)).join(' => '))
      if (pairs.length === 0) return 'URLSearchParams {}'
      const line = pairs.join(', ')
      return `URLSearchParams { ${line.length > LINE ? `\n  ${pairs.join(',\n  ')}` : line} }`.replace('{ \n', '{\n')
    },
  })
}
