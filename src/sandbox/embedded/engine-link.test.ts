import { expect, it } from 'vitest'
import { LIMITS } from '../limits.ts'
import { EngineLink } from './engine-link.ts'
import type { PackageBundle } from './protocol.ts'

it('a program waits for every bundle that it needs, also when the last of them has been there for long', async () => {
  const { port1, port2 } = new MessageChannel()
  const link = new EngineLink({ port: port1, close: () => port2.close() }, LIMITS, () => undefined)
  port2.postMessage([{ type: 'booted' }])
  await link.booted
  const steps: string[] = []
  let arrive: (bundle: PackageBundle) => void = () => undefined
  const load = (name: string): Promise<PackageBundle> => {
    steps.push(`load ${name}`)
    return new Promise(resolve => {
      arrive = resolve
    })
  }
  const first = link.bring(['old'], load)
  arrive({ script: '', wasm: null })
  await first
  const both = link.bring(['new', 'old'], load).then(() => steps.push('both are there'))
  // Longer than any promise that is kept takes.
  await new Promise(resolve => setImmediate(resolve))
  steps.push('new comes')
  arrive({ script: '', wasm: null })
  await both
  expect(steps).toEqual(['load old', 'load new', 'new comes', 'both are there'])
  link.close()
})
