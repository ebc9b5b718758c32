/**
 * `error.stack` in one form: as V8 and so Node write it, the error's words first and then lines of `    at place`. In
 * Firefox it is the places alone, `handler@app.ts:4:9`, and a logged error would not say what it is.
 * @module
 */

import { apply, getOwnPropertyDescriptor, isObject, patch, type RealmScope } from './primordials.ts'

/** `handler@app.ts:4:9`; `async*handler@…` and `promise callback*handler@…` after an `await`. */
const FRAME = /^(?:(async|promise callback|setTimeout handler)\*)?([^@]*)@(.+)$/

const lineOf = (frame: string): string => {
  const [, prefix, name = '', place = frame] = FRAME.exec(frame) ?? []
  const async = prefix === 'async' ? 'async ' : ''
  return name === '' ? `    at ${async}${place}` : `    at ${async}${name} (${place})`
}

/** `Error: the message`, as it is when the stack is read. */
const headOf = (error: object): string => {
  const name = String(Reflect.get(error, 'name') ?? 'Error')
  const message = String(Reflect.get(error, 'message') ?? '')
  return message === '' ? name : `${name}: ${message}`
}

/** Does nothing where stacks are an error's own, or accessors that write them as V8 does. */
export const installStackFormat = (scope: RealmScope): void => {
  if (new scope.Error('x').stack?.startsWith('Error: x')) return
  for (const { prototype } of [scope.Error, scope.DOMException]) {
    const { get, set } = getOwnPropertyDescriptor(prototype, 'stack') ?? {}
    if (get === undefined) continue
    const read = (error: object): unknown => {
      const places: unknown = apply(get, error, [])
      if (typeof places !== 'string' || !isObject(error)) return places
      const frames = places.split('\n').filter(frame => frame !== '')
      return [headOf(error), ...frames.map(lineOf)].join('\n')
    }
    patch(prototype, {
      get stack() {
        return read(this)
      },
      set stack(value: unknown) {
        if (set !== undefined) apply(set, this, [value])
      },
    })
  }
}
