/**
 * Hints from nudge to near-answer, one at a time.
 * @module
 */

import { Lightbulb } from 'lucide-react'
import { useState } from 'react'
import { TrustedHtml } from '../parts/trusted-html.tsx'

export function Hints({ hints }: { readonly hints: readonly string[] }) {
  const [shown, setShown] = useState(0)
  if (hints.length === 0) return null
  return (
    <section className="brief-section" aria-labelledby="hints-title">
      <h3 id="hints-title">Hints</h3>
      <ol className="hints" aria-live="polite">
        {hints.slice(0, shown).map((html, index) => (
          <li key={html}>
            <span className="eyebrow">
              Hint {index + 1} of {hints.length}
            </span>
            <TrustedHtml className="prose" html={html} />
          </li>
        ))}
      </ol>
      {shown < hints.length ? (
        <button type="button" className="button" onClick={() => setShown(shown + 1)}>
          <Lightbulb aria-hidden size={14} />
          Show hint {shown + 1} of {hints.length}
        </button>
      ) : null}
    </section>
  )
}
