/**
 * What a self-test came to, in a title and a few sentences.
 * @module
 */

import type { ProbeResult } from './probes/probe.ts'
import { type AreaReport, type ContainerFacts, type Findings, tallyOf } from './report.ts'

export interface Summary {
  /** `problem`: something is not as expected; `caution`: not all could be tried. */
  readonly kind: 'info' | 'caution' | 'problem'
  readonly title: string
  readonly sentences: readonly string[]
}

const wrongText = (count: number): string =>
  count === 1 ? '1 case does not come out as expected.' : `${count} cases do not come out as expected.`

const rightText = (count: number): string =>
  count === 1 ? 'the one case comes out as expected' : `all ${count} cases come out as expected`

interface Part {
  readonly kind: Summary['kind']
  readonly sentence: string
}

const embeddedPart = (areas: readonly AreaReport[], failures: readonly string[]): Part => {
  const tally = tallyOf(
    areas.flatMap(({ cases }) => cases),
    'embedded',
  )
  const wrong = tally['not-as-expected'] + (failures.length > 0 ? tally['not-run'] : 0)
  const listed = tally.listed > 0 ? `, and ${tally.listed} differ as listed` : ''
  if (wrong === 0) {
    return { kind: 'info', sentence: `In this page ${rightText(tally['as-expected'])}${listed}.` }
  }
  return { kind: 'problem', sentence: `In this page ${wrongText(wrong)}` }
}

type Count = (outcome: ProbeResult['outcome']) => number

const probesText = (count: Count): string => {
  const [holds, minor, differs, untried] = [count('holds'), count('minor'), count('differs'), count('not-tried')]
  const others = minor === 0 ? '' : ` ${minor} came out other than counted on, which costs nothing or little.`
  return `Of ${holds + minor + differs + untried} probes ${holds} hold, ${differs} differ and ${untried} could not be tried.${others}`
}

/** A sentence of somebody else's, without its full stop. */
const open = (why: string | null): string => (why ?? '').replace(/\.$/, '')

const containerParts = (
  { state, why }: ContainerFacts,
  probes: readonly ProbeResult[],
  areas: readonly AreaReport[],
): readonly Part[] => {
  if (state === 'failed') return [{ kind: 'problem', sentence: `The WebContainer did not come up: ${open(why)}.` }]
  if (state === 'not-asked')
    return [{ kind: 'caution', sentence: `The WebContainer was not tried${why === null ? '' : `: ${open(why)}`}.` }]
  const count: Count = outcome => probes.filter(probe => probe.outcome === outcome).length
  const tally = tallyOf(
    areas.flatMap(({ cases }) => cases),
    'webcontainer',
  )
  const wrong = tally['not-as-expected'] + tally['not-run']
  return [
    {
      kind: count('differs') > 0 ? 'problem' : count('not-tried') > 0 ? 'caution' : 'info',
      sentence: probesText(count),
    },
    wrong === 0
      ? { kind: 'info', sentence: `In the WebContainer ${rightText(tally['as-expected'])}.` }
      : { kind: 'problem', sentence: `In the WebContainer ${wrongText(wrong)}` },
  ]
}

const TITLES: Readonly<Record<Summary['kind'], string>> = {
  info: 'Everything is as expected',
  caution: 'What could be tried is as expected',
  problem: 'Not everything is as expected',
}

/** @param cut why the self-test ended before its end, as a sentence; null when it did not */
export const summaryOf = (findings: Findings | null, cut: string | null): Summary => {
  if (cut !== null || findings === null) {
    return { kind: 'caution', title: 'The self-test did not come to its end', sentences: cut === null ? [] : [cut] }
  }
  const { areas, failures, container, probes } = findings
  const parts = [embeddedPart(areas, failures.embedded), ...containerParts(container, probes, areas)]
  const kind = (['problem', 'caution', 'info'] as const).find(one => parts.some(part => part.kind === one)) ?? 'info'
  return { kind, title: TITLES[kind], sentences: parts.map(({ sentence }) => sentence) }
}
