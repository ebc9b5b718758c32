/**
 * The browser, the build and how the container came up.
 * @module
 */

import type { ContainerFacts, Findings } from '../report.ts'

const containerText = ({ state, why, bootMs, stages }: ContainerFacts): string => {
  // What boots goes through stages.
  if (state === 'up' && stages.length === 0) return 'It was up already'
  if (state === 'up') return `Up, ${((bootMs ?? 0) / 1000).toFixed(1)} s after it was asked for`
  if (state === 'failed') return `Did not come up: ${why ?? ''}`
  return why === null ? 'Not yet asked for' : `Not asked for: ${why}`
}

const stagesText = ({ stages }: ContainerFacts): string =>
  stages.map(({ stage, at }) => `${stage} from ${at} ms on`).join(', ')

export function Facts({ findings: { browser, build, at, container, probes } }: { readonly findings: Findings }) {
  const node = probes.find(({ id }) => id === 'node-version')?.seen ?? 'Not known'
  const rows: readonly (readonly [name: string, value: string])[] = [
    ['Browser', browser.userAgent],
    ['Cross-origin isolated', browser.isolated ? 'Yes' : 'No'],
    ['Memory of the device', browser.deviceMemory === null ? 'Not told' : `${browser.deviceMemory} GB or more`],
    ['Processors', String(browser.hardwareConcurrency)],
    ['WebContainer', containerText(container)],
    ...(container.stages.length > 0 ? [['Stages', stagesText(container)] as const] : []),
    ['Node in it', node],
    ['Build of this page', build],
    ['Started', at],
  ]
  return (
    <dl className="selftest-facts">
      {rows.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}
