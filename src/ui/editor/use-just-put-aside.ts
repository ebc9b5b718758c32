/**
 * Whether the code was put aside by the last thing that happened to it, "Reset" or a link. An edit ends that.
 * @module
 */

import { useState } from 'react'
import type { SourceFiles } from '../../compile/program.ts'
import { useWorkspaceState } from '../context.ts'

interface Seen {
  readonly aside: SourceFiles | null
  /** The files that took its place. */
  readonly instead: SourceFiles | null
}

export function useJustPutAside(): boolean {
  const aside = useWorkspaceState(state => state.setAside)
  const files = useWorkspaceState(state => state.files)
  const fromLink = useWorkspaceState(state => state.live === 'link')
  // What an earlier visit put aside is not news, but for what the link that was opened just now did.
  const [seen, setSeen] = useState<Seen>({ aside, instead: fromLink ? files : null })
  if (seen.aside !== aside) {
    // Undoing may uncover what was put aside before; that is not news either.
    const news = aside !== null && files !== seen.aside
    setSeen({ aside, instead: news ? files : null })
    return news
  }
  return aside !== null && seen.instead === files
}
