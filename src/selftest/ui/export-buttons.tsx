/**
 * Takes the report along, as the JSON that is attached to a bug report.
 * @module
 */

import { Download } from 'lucide-react'
import { useMemo } from 'react'
import { CopyButton } from '../../ui/parts/copy-button.tsx'
import { type Findings, reportOf } from '../report.ts'

/** `rendition-self-test-2026-06-01T10-00-00.json` */
const fileName = (at: string): string => `rendition-self-test-${at.slice(0, 19).replaceAll(':', '-')}.json`

const download = (name: string, text: string): void => {
  const address = URL.createObjectURL(new Blob([text], { type: 'application/json' }))
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  // The browser has taken what it needs once this task is over.
  setTimeout(() => URL.revokeObjectURL(address))
}

export function ExportButtons({ findings }: { readonly findings: Findings }) {
  const text = useMemo(() => `${JSON.stringify(reportOf(findings), null, 1)}\n`, [findings])
  return (
    <div className="selftest-export">
      <CopyButton text={text} label="Copy as JSON" />
      <button type="button" className="button quiet small" onClick={() => download(fileName(findings.at), text)}>
        <Download aria-hidden size={14} />
        Download as JSON
      </button>
      <p className="faint">For a bug report. Of you it holds what your browser says of itself, and nothing else.</p>
    </div>
  )
}
