/**
 * Brief, code and results beside each other, at widths that are kept.
 * @module
 */

import { Group, Panel, Separator, useDefaultLayout } from 'react-resizable-panels'
import { BriefPane } from '../brief/brief-pane.tsx'
import { EditorPane } from '../editor/editor-pane.tsx'
import { ResultsPane } from '../results/results-pane.tsx'
import { Pane } from './pane.tsx'
import { layoutStorage } from './storage.ts'

export function ThreePanes() {
  const layout = useDefaultLayout({ id: 'rendition:three-panes', storage: layoutStorage })
  return (
    <Group className="pane-group" id="three-panes" {...layout}>
      <Panel id="brief" defaultSize="29%" minSize="260px">
        <Pane name="brief">
          <BriefPane />
        </Pane>
      </Panel>
      <Separator className="separator" aria-label="Resize brief and code" />
      <Panel id="code" defaultSize="38%" minSize="320px">
        <Pane name="code">
          <EditorPane />
        </Pane>
      </Panel>
      <Separator className="separator" aria-label="Resize code and results" />
      <Panel id="results" minSize="300px">
        <Pane name="results">
          <ResultsPane stacked={false} />
        </Pane>
      </Panel>
    </Group>
  )
}
