/**
 * Console lines as the app wrote them, with their level in words for those that do not see the colour. A place in the
 * learner's files leads there.
 * @module
 */

import type { LogLine } from '../../http/http.ts'
import { allFiles } from '../../workspace/selectors.ts'
import { usePage, useWorkspaceState } from '../context.ts'
import { fewMarks } from './few-marks.ts'
import { splitAtPlaces } from './source-places.ts'

function LineText({ text }: { readonly text: string }) {
  const files = useWorkspaceState(allFiles)
  const page = usePage()
  return (
    <code>
      {splitAtPlaces(fewMarks(text), files).map(({ text, place }, index) =>
        place === null ? (
          text
        ) : (
          // biome-ignore lint/suspicious/noArrayIndexKey: places repeat, and the order is what is shown
          <button key={index} type="button" className="place" onClick={() => page.jumpTo(place)}>
            {text}
          </button>
        ),
      )}
    </code>
  )
}

/** More would keep the page busy for long, and nobody reads them. */
const shownLines = 200

export function ConsoleLines({ lines }: { readonly lines: readonly LogLine[] }) {
  const more = lines.length - shownLines
  return (
    <>
      {more > 0 ? <p className="faint">{more.toLocaleString('en')} earlier lines are not shown.</p> : null}
      <ol className="console-lines">
        {lines.slice(-shownLines).map(({ level, text }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: lines repeat, and the order is what is shown
          <li key={index} data-level={level}>
            <span className="level">{level}</span>
            <LineText text={text} />
          </li>
        ))}
      </ol>
    </>
  )
}
