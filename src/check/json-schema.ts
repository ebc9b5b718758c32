/**
 * The check language as a JSON Schema, for editors and for people who write checks in JSON.
 * @module
 */

import { z } from 'zod'
import { checkSchema } from './schema.ts'

/** Of a list of checks, as an exercise has them (JSON Schema 2020-12). */
export const jsonSchemaOfChecks = (): Readonly<Record<string, unknown>> => {
  const checks = z.array(checkSchema).meta({ title: 'Checks of a Rendition exercise' })
  return { ...z.toJSONSchema(checks, { target: 'draft-2020-12' }) }
}
