/**
 * `console.table`, drawn as Node draws it.
 * @module
 */

import { clip, inspectValue } from '../../program/inspect-value.ts'
import { isObject } from './primordials.ts'

const ROWS = 100
const COLUMNS = 20
/** Characters of one cell. */
const CELL = 200

/** A cell opens an object only when it is an array or has few properties. */
const cell = (value: unknown): string => {
  const wide = isObject(value) && !Array.isArray(value) && Object.keys(value).length > 2
  return clip(inspectValue(value, { depth: wide ? -1 : 0, breakLength: Number.POSITIVE_INFINITY }), CELL)
}

const hasProperties = (value: unknown): value is object => typeof value === 'object' && value !== null

const draw = (rows: readonly (readonly string[])[]): string => {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map(row => (row[column] ?? '').length)) + 2)
  const rule = (left: string, middle: string, right: string) =>
    left + widths.map(width => '─'.repeat(width)).join(middle) + right
  const lines = rows.map(
    row => `│${row.map((text, column) => ` ${text.padEnd((widths[column] ?? 0) - 1)}`).join('│')}│`,
  )
  const [head = '', ...body] = lines
  return [rule('┌', '┬', '┐'), head, rule('├', '┼', '┤'), ...body, rule('└', '┴', '┘')].join('\n')
}

/**
 * A table of an array's items or an object's properties, one row each, one column per property; null for values that
 * have no rows, which `console.table` logs instead.
 */
export const formatTable = (data: unknown, only?: readonly string[]): string | null => {
  if (!hasProperties(data)) return null
  const isCollection = data instanceof Map || data instanceof Set
  const entries = isCollection ? [...data.values()].entries() : Object.entries(data)
  const keys = data instanceof Map ? [...data.keys()] : []
  const rows = [...entries].slice(0, ROWS).map(([index, value]) => ({ index: String(index), value }))
  const names = only ?? new Set(rows.flatMap(({ value }) => (hasProperties(value) ? Object.keys(value) : [])))
  const columns = isCollection ? [] : [...names].slice(0, COLUMNS)
  const hasValues = isCollection || rows.some(({ value }) => !hasProperties(value))
  const body = rows.map(({ index, value }, row) => [
    index,
    ...(data instanceof Map ? [cell(keys[row])] : []),
    ...columns.map(name => (hasProperties(value) && Object.hasOwn(value, name) ? cell(Reflect.get(value, name)) : '')),
    ...(hasValues ? [isCollection || !hasProperties(value) ? cell(value) : ''] : []),
  ])
  const index = isCollection ? '(iteration index)' : '(index)'
  const key = data instanceof Map ? ['Key'] : []
  return draw([[index, ...key, ...columns, ...(hasValues ? ['Values'] : [])], ...body])
}
