/**
 * Console lines as the app wrote them, with their level in words for those that do not see the colour.
 * @module
 */

import type { LogLine } from '../../http/http.ts'

export function ConsoleLines({ lines }: { readonly lines: readonly LogLine[] }) {
  return (
    <ol className="console-lines">
      {lines.map(({ level, text }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: lines repeat, and the order is what is shown
        <li key={index} data-level={level}>
          <span className="level">{level}</span>
          <code>{text}</code>
        </li>
      ))}
    </ol>
  )
}
