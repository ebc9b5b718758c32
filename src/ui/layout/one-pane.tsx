/**
 * One pane at a time, with tabs at the bottom, within reach of a thumb. All three stay as they are while hidden.
 * @module
 */

import { BriefPane } from '../brief/brief-pane.tsx'
import { usePage, useView } from '../context.ts'
import { EditorPane } from '../editor/editor-pane.tsx'
import { ResultsPane } from '../results/results-pane.tsx'
import { PANES } from '../view.ts'
import { Pane } from './pane.tsx'
import { PaneTabs } from './pane-tabs.tsx'

export function OnePane() {
  const inFront = useView(view => view.pane)
  const page = usePage()
  return (
    <div className="one-pane">
      <Pane name="brief" hidden={inFront !== 'brief'}>
        <BriefPane />
      </Pane>
      <Pane name="code" hidden={inFront !== 'code'}>
        <EditorPane />
      </Pane>
      <Pane name="results" hidden={inFront !== 'results'}>
        <ResultsPane stacked />
      </Pane>
      <PaneTabs panes={PANES} value={inFront} onChange={page.show} className="bottom-tabs" />
    </div>
  )
}
