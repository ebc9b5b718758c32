/**
 * The place where code is typed: the plain editor at once, Monaco in its stead when it has come. At the switch the
 * text, the selection, the scroll position and the focus stay where they are.
 * @module
 */

import { useCallback, useEffect, useRef, useState } from 'react'
import { usePage, useWorkspace } from '../context.ts'
import { useResolvedTheme } from '../theme.ts'
import { PlainEditor, type PlainEditorHandle } from './plain-editor.tsx'
import { useMonaco } from './use-monaco.ts'

/** Calls back once no input method is in the middle of a word; gives what stops the waiting. */
function whenNotComposing(area: HTMLTextAreaElement | null, then: () => void): () => void {
  if (area === null || !area.matches('[data-composing]')) {
    then()
    return () => undefined
  }
  area.addEventListener('compositionend', then, { once: true })
  return () => area.removeEventListener('compositionend', then)
}

export function CodeEditor() {
  const workspace = useWorkspace()
  const page = usePage()
  const { monaco, failed } = useMonaco()
  const theme = useResolvedTheme()
  const container = useRef<HTMLDivElement>(null)
  const plain = useRef<PlainEditorHandle>(null)
  const [inPlace, setInPlace] = useState(false)
  const [announcement, setAnnouncement] = useState('')
  const onLeaving = useCallback(() => setAnnouncement('Tab now leaves the editor.'), [])

  useEffect(() => {
    const host = container.current
    if (monaco === null || host === null) return
    let dispose = () => {}
    const stopWaiting = whenNotComposing(plain.current?.textarea ?? null, () => {
      const area = plain.current?.textarea ?? null
      const focused = area !== null && document.activeElement === area
      // Ahead of React: Monaco measures its place and takes the focus, and can do neither while hidden.
      host.hidden = false
      const editor = monaco.createCodeEditor(host, workspace, {
        handover: area === null ? null : { ...selectionOf(area), focused },
        onLeaving,
      })
      page.editor = editor
      dispose = editor.dispose
      setInPlace(true)
      performance.mark('rendition:editor-usable')
    })
    return () => {
      stopWaiting()
      dispose()
      page.editor = null
      setInPlace(false)
    }
  }, [monaco, workspace, page, onLeaving])

  useEffect(() => monaco?.applyTheme(theme), [monaco, theme])

  useEffect(() => {
    if (!inPlace) page.editor = plain.current
  }, [inPlace, page])

  return (
    <div className="code-editor">
      <div className="monaco-place" ref={container} hidden={!inPlace} />
      {inPlace ? null : <PlainEditor handle={plain} onLeaving={onLeaving} />}
      <span className="visually-hidden" role="status">
        {announcement}
      </span>
      {failed ? (
        <p className="editor-note" role="status">
          The full editor could not be loaded, so this is the plain one. Reload the page to try again.
        </p>
      ) : null}
    </div>
  )
}

const selectionOf = ({ selectionStart, selectionEnd, scrollTop }: HTMLTextAreaElement) => ({
  selectionStart,
  selectionEnd,
  scrollTop,
})
