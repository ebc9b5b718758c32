/**
 * Requests and responses as people read them. Everything here is shown as text, whatever a program put into it.
 * @module
 */

import type { Body, HeaderList, HttpRequest } from '../../http/http.ts'
import { fewMarks } from './few-marks.ts'
import { readableBody } from './readable-body.ts'

interface StatusProps {
  readonly status: number
  /** Whether another one was expected. */
  readonly unmet?: boolean
}

/** Green, and so on, is in the style sheet; the number is always there. */
export function StatusCode({ status, unmet = false }: StatusProps) {
  return (
    <span className="status-code" data-class={Math.floor(status / 100)} data-unmet={unmet || undefined}>
      {status}
      {unmet ? <span className="visually-hidden"> not as expected</span> : null}
    </span>
  )
}

export function RequestLine({ request }: { readonly request: Pick<HttpRequest, 'method' | 'path'> }) {
  return (
    <code className="request-line">
      <span className="method" data-method={request.method}>
        {request.method}
      </span>{' '}
      <span className="path">{request.path}</span>
    </code>
  )
}

export function Headers({ headers, empty }: { readonly headers: HeaderList; readonly empty?: string }) {
  if (headers.length === 0) return empty === undefined ? null : <p className="faint">{empty}</p>
  return (
    <dl className="headers">
      {headers.map(([name, value], index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: names repeat, and the order is what is shown
        <div key={index}>
          <dt>{name}</dt>
          <dd>{fewMarks(value)}</dd>
        </div>
      ))}
    </dl>
  )
}

export function BodyView({ body, label }: { readonly body: Body; readonly label: string }) {
  const { text, note } = readableBody(body)
  return (
    <>
      {text === '' ? (
        <p className="faint">{note}</p>
      ) : (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls has to be reachable by keyboard
        <section className="body" tabIndex={0} aria-label={label}>
          <pre>{fewMarks(text)}</pre>
        </section>
      )}
      {text !== '' && note !== null ? <p className="faint">{note}</p> : null}
    </>
  )
}
