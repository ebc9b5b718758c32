/**
 * Everything that is said about the engines and how they stand, derived from facts.
 * @module
 */

import type { Outcome } from '../../check/result.ts'
import type { EngineName } from '../../sandbox/sandbox.ts'
import type { ContainerStage, ContainerStatus } from '../../sandbox/webcontainer/status.ts'
import type { Confirmation, Differing, EngineChoice } from '../../workspace/engines-state.ts'
import { wholeSentence } from '../parts/words.ts'

const ENGINES: Readonly<Record<EngineName, string>> = {
  embedded: 'In this page',
  webcontainer: 'Real Node (WebContainer)',
  node: 'Node',
}

export const engineName = (engine: EngineName): string => ENGINES[engine]

/** The choices, in the order in which they are offered, with a line about each. */
export const CHOICES: readonly { readonly choice: EngineChoice; readonly name: string; readonly line: string }[] = [
  {
    choice: 'auto',
    name: 'Automatic (recommended)',
    line: 'The page answers at once; real Node confirms it.',
  },
  { choice: 'embedded', name: ENGINES.embedded, line: 'Answers at once, offline too. Starts nothing else.' },
  {
    choice: 'webcontainer',
    name: ENGINES.webcontainer,
    line: 'Answers later, and needs a network to start.',
  },
]

/** The stages of a start in order, each as what is being done. */
export const STAGES: readonly (readonly [stage: ContainerStage, words: string])[] = [
  ['loading', 'loading its files'],
  ['connecting', 'reaching StackBlitz'],
  ['starting', 'booting the kernel'],
  ['mounting', 'mounting packages'],
  ['spawning', 'launching a process'],
  ['checking', 'checking itself'],
]

/** The place of a stage in the order, from 0. */
export const stageIndex = (stage: ContainerStage): number => STAGES.findIndex(([name]) => name === stage)

/** What is being done in a stage: `mounting packages`. */
export const stageWords = (stage: ContainerStage): string => STAGES[stageIndex(stage)]?.[1] ?? stage

const WAITING: Readonly<Record<(ContainerStatus & { kind: 'waiting' })['for'], string>> = {
  edit: 'It starts after your first edit.',
  consent: 'It waits for you to run this code.',
  network: 'You are offline; it starts when you are back.',
  person: 'It starts when you say so.',
}

const progress = ({ stage }: ContainerStatus & { kind: 'booting' }): string =>
  `It is starting: ${stageWords(stage)} (${stageIndex(stage) + 1} of ${STAGES.length}).`

/** How the WebContainer stands: one or two whole sentences. */
export function describeContainer(container: ContainerStatus): string {
  switch (container.kind) {
    case 'off':
      return 'It is off, and nothing starts it until you turn it on again.'
    case 'waiting':
      return WAITING[container.for]
    case 'booting':
      return `${progress(container)}${container.slow ? ' It is taking longer than usual.' : ''}`
    case 'ready':
      return `Node.js ${container.node} is running in this tab.`
    case 'failed':
      return wholeSentence(container.message)
  }
}

/** What a button can do about a WebContainer that is not up. */
export type ContainerRemedy = 'start' | 'retry' | 'reload' | 'allow'

/** Null when there is nothing to press. */
export function remedyOf(container: ContainerStatus): ContainerRemedy | null {
  if (container.kind === 'off') return 'allow'
  if (container.kind === 'waiting') return container.for === 'edit' || container.for === 'person' ? 'start' : null
  if (container.kind === 'failed') return container.remedy === 'none' ? null : container.remedy
  return null
}

export const REMEDIES: Readonly<Record<ContainerRemedy, string>> = {
  start: 'Start it now',
  retry: 'Try again',
  reload: 'Reload the page',
  allow: 'Turn it on',
}

/** What runs the code now. */
export function describeRunning(choice: EngineChoice, container: ContainerStatus): string {
  if (choice === 'webcontainer')
    return `Your code runs in real Node, inside this browser tab${container.kind === 'ready' ? '' : ', once that is up'}.`
  if (choice === 'auto' && container.kind === 'ready')
    return 'Your code runs in this page, shut off from the network, and then in real Node, which confirms the verdict.'
  return 'Your code runs in this page, shut off from the network. Nothing of it is sent anywhere.'
}

/** What came of confirming the verdict; null when there is nothing to say. */
export function describeConfirmation(confirmation: Confirmation): string | null {
  switch (confirmation.kind) {
    case 'none':
      return null
    case 'running':
      return 'It is running your code now, to confirm the verdict.'
    case 'confirmed':
      return 'It came to the same as this page on every check.'
    case 'differs':
      return confirmation.checks.length === 1
        ? 'It came to something else on one check, which the results name.'
        : `It came to something else on ${confirmation.checks.length} checks, which the results name.`
    case 'unknown':
      return wholeSentence(confirmation.why)
  }
}

const OUTCOMES: Readonly<Record<Outcome, string>> = {
  passed: 'passed',
  failed: 'failed',
  broke: 'broke',
  'not-run': 'was not run',
}

/** What the engines came to: `passed in this page, failed in real Node`. */
export const describeDiffering = ({ embedded, webcontainer }: Differing): string =>
  `${OUTCOMES[embedded]} in this page, ${OUTCOMES[webcontainer]} in real Node`

/** Why the app cannot be opened now; null when it can. */
export function whyNoApp(container: ContainerStatus): string | null {
  switch (container.kind) {
    case 'ready':
      return null
    case 'off':
      return 'Your app opens in real Node, which you have turned off.'
    case 'failed':
      return `Your app opens in real Node, which is not available. ${wholeSentence(container.message)}`
    default:
      return `Your app opens in real Node. ${describeContainer(container)}`
  }
}

/** Why nothing answers, when real Node alone should and is not up: a title and what there is to say about it. */
export function whyNoAnswer(
  choice: EngineChoice,
  container: ContainerStatus,
): { readonly ours: boolean; readonly title: string; readonly text: string } | null {
  if (choice !== 'webcontainer' || container.kind === 'ready') return null
  // A link's code waits for its reader in every engine, and the page says that.
  if (container.kind === 'waiting' && container.for === 'consent') return null
  const text = describeContainer(container)
  if (container.kind === 'failed') return { ours: true, title: 'Real Node is not available.', text }
  return { ours: false, title: 'Nothing answers until real Node is up.', text }
}

/** What is announced when the WebContainer comes to another state; empty when that is not worth a word. */
export function announcement(container: ContainerStatus): string {
  if (container.kind === 'booting') return 'Real Node is starting.'
  if (container.kind === 'ready') return `Real Node is ready, version ${container.node}.`
  return container.kind === 'failed' ? container.message : ''
}
