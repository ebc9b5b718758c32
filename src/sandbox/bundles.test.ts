import { expect, it } from 'vitest'
import { bundlesFor } from './bundles.ts'

const needs = { zod: ['zod'], '@hono/zod-validator': ['zod'], '@hono/zod-openapi': ['zod', 'zod-openapi'] }

it.each([
  [[], []],
  [['hono', 'hono/cors', 'constructor'], []],
  [['zod', '@hono/zod-validator'], ['zod']],
  [
    ['@hono/zod-openapi', 'zod'],
    ['zod', 'zod-openapi'],
  ],
])('a program of %j needs the bundles %j', (packages, bundles) => {
  expect(bundlesFor(packages, needs)).toEqual(bundles)
})
