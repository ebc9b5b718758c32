/**
 * Server-sent events out of a body (HTML standard §9.2.6).
 * @module
 */

import { parseJson, type Readable, unreadable, value } from './actual.ts'
import type { Json } from './expectation.ts'

export interface ServerSentEvent {
  /** `message` when none was given. */
  readonly event: string
  /** Its lines joined by line feeds. */
  readonly data: string
  /** Where one was given. */
  readonly id?: string
}

/** Those that ended with an empty line; what comes after the last of these is no event yet. */
export const parseEvents = (text: string): readonly ServerSentEvent[] => {
  const events: ServerSentEvent[] = []
  let fields = noFields()
  for (const line of text
    .replace(/^\ufeff/u, '')
    .split(/\r\n|\r|\n/u)
    .slice(0, -1)) {
    if (line !== '') {
      addField(fields, line)
      continue
    }
    const { event, data, id } = fields
    if (data.length > 0) {
      events.push({ event: event === '' ? 'message' : event, data: data.join('\n'), ...(id !== null && { id }) })
    }
    fields = noFields()
  }
  return events
}

interface Fields {
  event: string
  readonly data: string[]
  id: string | null
}

const noFields = (): Fields => ({ event: '', data: [], id: null })

/** Comments, `retry` and unknown fields leave no trace in an event. */
const addField = (fields: Fields, line: string): void => {
  const [, name = '', content = ''] = /^([^:]*)(?:: ?([\s\S]*))?$/u.exec(line) ?? []
  if (name === 'event') fields.event = content
  else if (name === 'data') fields.data.push(content)
  else if (name === 'id' && !content.includes('\0')) fields.id = content
}

/** The list of events as JSON; with `json`, the data of each is parsed, and one that is not JSON makes all unreadable. */
export const readEvents = (body: Readable, data: 'text' | 'json'): Readable => {
  if (body.kind !== 'value') return body
  const list: Json[] = []
  for (const [index, event] of parseEvents(String(body.value)).entries()) {
    const parsed = data === 'json' ? parseJson(event.data, `the data of event [${index}]`) : value(event.data)
    if (parsed.kind !== 'value') return unreadable(parsed.why)
    list.push({ ...event, data: parsed.value })
  }
  return value(list)
}
