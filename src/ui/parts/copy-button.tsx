/**
 * Copies a text and says so, until the pointer or the focus leaves.
 * @module
 */

import { Check, Copy } from 'lucide-react'
import { useState } from 'react'

interface Props {
  readonly text: string
  readonly label: string
}

export function CopyButton({ text, label }: Props) {
  const [state, setState] = useState<'idle' | 'copied' | 'refused'>('idle')
  const copy = () =>
    navigator.clipboard.writeText(text).then(
      () => setState('copied'),
      () => setState('refused'),
    )
  const Icon = state === 'copied' ? Check : Copy
  const words = { idle: label, copied: 'Copied', refused: 'The browser did not allow it' }
  return (
    <button
      type="button"
      className="button quiet small"
      onClick={copy}
      onBlur={() => setState('idle')}
      onPointerLeave={() => setState('idle')}
    >
      <Icon aria-hidden size={14} />
      <span aria-live="polite">{words[state]}</span>
    </button>
  )
}
