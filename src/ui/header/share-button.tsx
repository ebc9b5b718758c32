/**
 * "Share": copies a link that holds the code. It says what came of it in its own place.
 * @module
 */

import { Check, Link2 } from 'lucide-react'
import { ShareFallback } from './share-fallback.tsx'
import { useShare } from './use-share.ts'

export function ShareButton() {
  const { sharing, copy, dismiss } = useShare()
  const copied = sharing.kind === 'copied'
  const Icon = copied ? Check : Link2
  return (
    <>
      <button
        type="button"
        className="button quiet share-button"
        onClick={copy}
        onBlur={() => copied && dismiss()}
        onPointerLeave={() => copied && dismiss()}
      >
        <Icon aria-hidden size={14} />
        <span aria-live="polite">{copied ? 'Link copied' : 'Share'}</span>
      </button>
      <ShareFallback sharing={sharing} onClose={dismiss} />
    </>
  )
}
