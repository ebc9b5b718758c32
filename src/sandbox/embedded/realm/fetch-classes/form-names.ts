/**
 * Names in multipart bodies: browsers write quotes and line breaks in them as `%22`, `%0D` and `%0A` (HTML Standard,
 * "multipart/form-data encoding algorithm"), and Node reads them back, which Chromium does not.
 * @module
 */

import type { RealmScope } from '../primordials.ts'

const WRITTEN: Readonly<Record<string, string>> = { '%22': '"', '%0D': '\r', '%0A': '\n' }

const readBack = (name: string): string => name.replace(/%22|%0D|%0A/g, written => WRITTEN[written] ?? written)

/** @returns a function that gives the same form, or a copy with the names read back where any is not as it was meant */
export const formNameReader = ({ FormData, File }: RealmScope): ((form: unknown) => unknown) => {
  const nameOf = (value: FormDataEntryValue): string => (typeof value === 'string' ? '' : value.name)
  return form => {
    if (!(form instanceof FormData)) return form
    const entries = [...form]
    if (entries.every(([name, value]) => readBack(name) === name && readBack(nameOf(value)) === nameOf(value)))
      return form
    const read = new FormData()
    for (const [name, value] of entries) {
      if (typeof value === 'string') {
        read.append(readBack(name), value)
      } else {
        const { type, lastModified } = value
        read.append(readBack(name), new File([value], readBack(value.name), { type, lastModified }))
      }
    }
    return read
  }
}
