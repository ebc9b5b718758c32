/**
 * The headers of the request line, one row each.
 * @module
 */

import { Plus, X } from 'lucide-react'
import { usePage, useView } from '../context.ts'
import { IconButton } from '../parts/icon-button.tsx'

export function HeaderRows() {
  const headers = useView(view => view.draft.headers)
  const page = usePage()
  const replace = (index: number, name: string, value: string) =>
    page.setDraft({ headers: headers.map((row, at) => (at === index ? ([name, value] as const) : row)) })
  return (
    <fieldset className="header-rows">
      <legend>Headers</legend>
      {headers.map(([name, value], index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: rows have no identity but their place
        <div className="request-row" key={index}>
          <input
            className="input mono"
            aria-label={`Name of header ${index + 1}`}
            placeholder="name"
            value={name}
            onChange={event => replace(index, event.currentTarget.value, value)}
            spellCheck={false}
            autoCapitalize="off"
          />
          <input
            className="input mono grow"
            aria-label={`Value of header ${index + 1}`}
            placeholder="value"
            value={value}
            onChange={event => replace(index, name, event.currentTarget.value)}
            spellCheck={false}
          />
          <IconButton
            icon={X}
            size="small"
            name={`Remove header ${index + 1}`}
            onClick={() => page.setDraft({ headers: headers.filter((_, at) => at !== index) })}
          />
        </div>
      ))}
      <button
        type="button"
        className="button quiet small"
        onClick={() => page.setDraft({ headers: [...headers, ['', '']] })}
      >
        <Plus aria-hidden size={14} />
        Add a header
      </button>
    </fieldset>
  )
}
