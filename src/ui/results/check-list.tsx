/**
 * The checks. The first that needs a look is open, unless the person has opened or closed it.
 * @module
 */

import { firstProblem, shownResults } from '../../workspace/selectors.ts'
import { usePage, useView } from '../context.ts'
import { useShownState } from '../shown-state.ts'
import { CheckItem } from './check-item.tsx'

export function CheckList() {
  const state = useShownState()
  const results = shownResults(state)
  const seed = state.verdict?.seed ?? state.seed
  const opened = useView(view => view.opened)
  const page = usePage()
  const first = firstProblem(results)
  return (
    <ol className="check-list">
      {results.map(({ check, result, stale }) => (
        <CheckItem
          key={check.id}
          check={check}
          result={result}
          seed={seed}
          stale={stale}
          open={opened[check.id] ?? check.id === first}
          onToggle={page.toggleCheck}
        />
      ))}
    </ol>
  )
}
