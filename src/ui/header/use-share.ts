/**
 * Copies the share link, and says for a while what came of it.
 * @module
 */

import { useState } from 'react'
import { useActions } from '../context.ts'

export type Sharing =
  | { readonly kind: 'idle' }
  | { readonly kind: 'copied' }
  /** The clipboard was refused: the person copies it by hand. */
  | { readonly kind: 'by-hand'; readonly link: string }
  | { readonly kind: 'failed'; readonly why: string }

export function useShare() {
  const { share } = useActions()
  const [sharing, setSharing] = useState<Sharing>({ kind: 'idle' })
  async function copy(): Promise<void> {
    let link: string
    try {
      link = await share()
    } catch (error) {
      return setSharing({ kind: 'failed', why: error instanceof Error ? error.message : String(error) })
    }
    await navigator.clipboard.writeText(link).then(
      () => setSharing({ kind: 'copied' }),
      () => setSharing({ kind: 'by-hand', link }),
    )
  }
  return { sharing, copy, dismiss: () => setSharing({ kind: 'idle' }) }
}
