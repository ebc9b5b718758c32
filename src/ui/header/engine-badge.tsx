/**
 * Which engine the verdict comes from.
 * @module
 */

import { Cpu } from 'lucide-react'
import type { EngineName } from '../../sandbox/sandbox.ts'
import { useWorkspaceState } from '../context.ts'
import { Tip } from '../parts/tip.tsx'

const ENGINES: Readonly<Record<EngineName, { readonly name: string; readonly meaning: string }>> = {
  embedded: {
    name: 'In this page',
    meaning:
      'Your code runs in this page, shut off from the network and from everything else. Nothing is sent anywhere.',
  },
  webcontainer: { name: 'Real Node (WebContainer)', meaning: 'Your code runs in Node.js, inside this browser tab.' },
  node: { name: 'Node', meaning: 'Your code runs in Node.js.' },
}

export function EngineBadge() {
  const engine = useWorkspaceState(state => state.verdict?.engine ?? 'embedded')
  const { name, meaning } = ENGINES[engine]
  return (
    <Tip text={meaning}>
      <button type="button" className="badge engine-badge" aria-label={`Engine: ${name}. ${meaning}`}>
        <Cpu aria-hidden size={12} />
        {name}
      </button>
    </Tip>
  )
}
