/**
 * What AsyncLocalStorage still knows after each way of waiting, of two that wait at the same time.
 * @module
 */

import { AsyncLocalStorage } from 'node:async_hooks'
import { setImmediate, setTimeout } from 'node:timers/promises'

const storage = new AsyncLocalStorage()
const known = name =>
  storage.run(name, async () => {
    await null
    const afterAwait = storage.getStore() === name
    await setTimeout(5)
    const afterTimer = storage.getStore() === name
    await setImmediate()
    return { afterAwait, afterTimer, afterImmediate: storage.getStore() === name }
  })
const [one, other] = await Promise.all([known('one'), known('other')])
const both = Object.fromEntries(Object.keys(one).map(way => [way, one[way] && other[way]]))
console.log(`@@${JSON.stringify(both)}`)
