/**
 * The code, and beside it the brief or the results.
 * @module
 */

import { Group, Panel, Separator, useDefaultLayout } from 'react-resizable-panels'
import { BriefPane } from '../brief/brief-pane.tsx'
import { usePage, useView } from '../context.ts'
import { EditorPane } from '../editor/editor-pane.tsx'
import { ResultsPane } from '../results/results-pane.tsx'
import { Pane } from './pane.tsx'
import { PaneTabs } from './pane-tabs.tsx'
import { layoutStorage } from './storage.ts'

export function TwoPanes() {
  const layout = useDefaultLayout({ id: 'rendition:two-panes', storage: layoutStorage })
  const page = usePage()
  const inFront = useView(view => view.side)
  return (
    <Group className="pane-group" id="two-panes" {...layout}>
      <Panel id="side" defaultSize="48%" minSize="300px">
        <div className="fill side">
          <PaneTabs panes={['brief', 'results']} value={inFront} onChange={page.show} className="side-tabs" />
          <Pane name="brief" hidden={inFront !== 'brief'}>
            <BriefPane />
          </Pane>
          <Pane name="results" hidden={inFront !== 'results'}>
            <ResultsPane stacked={false} />
          </Pane>
        </div>
      </Panel>
      <Separator className="separator" aria-label="Resize the panes" />
      <Panel id="code" minSize="320px">
        <Pane name="code">
          <EditorPane />
        </Pane>
      </Panel>
    </Group>
  )
}
