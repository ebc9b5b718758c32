/**
 * When the chunks of a body came, where there were several.
 * @module
 */

import type { HttpResponse } from '../../http/http.ts'

const oneDecimal = new Intl.NumberFormat('en', { maximumFractionDigits: 1 })

export const inMs = (ms: number): string => `${oneDecimal.format(ms)} ms`

/** A body may come in thousands. */
const shown = 100

export function Chunks({ response: { chunks } }: { readonly response: HttpResponse }) {
  if (chunks.length < 2) return null
  return (
    <div className="block">
      <h4 className="eyebrow">
        {chunks.length > shown ? `The first ${shown} of ${chunks.length} chunks` : `${chunks.length} chunks`}
      </h4>
      <ol className="chunks">
        {chunks.slice(0, shown).map(({ at, size }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the order is what is shown
          <li key={index}>
            {inMs(at)} <span>{size.toLocaleString('en')} bytes</span>
          </li>
        ))}
      </ol>
    </div>
  )
}
