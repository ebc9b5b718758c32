/**
 * A test runner in small: `it` and `expect` as in Vitest.
 * @module
 */

type Test = () => void | Promise<void>

/** Registers tests with `it`, each with a name of its own. */
export type Suite<CreateApp> = (it: (name: string, test: Test) => void, createApp: CreateApp) => void

export interface Report {
  passed: string[]
  failed: { test: string; message: string }[]
}

/** Runs the tests one after the other. One that throws has failed. */
export const run = async <CreateApp>(
  suite: Suite<CreateApp>,
  createApp: CreateApp,
  order: 'written' | 'reversed' = 'written',
): Promise<Report> => {
  const tests = new Map<string, Test>()
  suite((name, test) => {
    if (name === '' || tests.has(name)) throw new Error(`Give each test a name of its own, not "${name}" again`)
    tests.set(name, test)
  }, createApp)

  const report: Report = { passed: [], failed: [] }
  for (const [name, test] of order === 'written' ? tests : [...tests].reverse()) {
    try {
      await test()
      report.passed.push(name)
    } catch (error) {
      report.failed.push({ test: name, message: error instanceof Error ? error.message : String(error) })
    }
  }
  return report
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null

const isEqual = (one: unknown, other: unknown): boolean => {
  if (!isObject(one) || !isObject(other) || Array.isArray(one) !== Array.isArray(other)) return Object.is(one, other)
  const keys = Object.keys(one)
  return (
    keys.length === Object.keys(other).length &&
    keys.every(key => Object.hasOwn(other, key) && isEqual(one[key], other[key]))
  )
}

const show = (value: unknown): string =>
  value instanceof Promise ? 'a Promise (await it first)' : (JSON.stringify(value) ?? String(value))

const matchers = (actual: unknown, isNegated: boolean) => {
  const judge = (holds: boolean, what: string): void => {
    if (holds === isNegated) throw new Error(`expected ${show(actual)} ${isNegated ? 'not ' : ''}${what}`)
  }
  return {
    /** The very same: for numbers, texts, booleans, null. */
    toBe: (expected: unknown) => judge(Object.is(actual, expected), `to be ${show(expected)}`),
    /** The same content: for lists and objects. The order of keys does not count. */
    toEqual: (expected: unknown) => judge(isEqual(actual, expected), `to equal ${show(expected)}`),
    /** An item of a list, or a part of a text. */
    toContain: (part: unknown) =>
      judge(
        Array.isArray(actual) ? actual.includes(part) : String(actual).includes(String(part)),
        `to contain ${show(part)}`,
      ),
    toHaveProperty: (key: string) => judge(isObject(actual) && Object.hasOwn(actual, key), `to have "${key}"`),
  }
}

/** Throws when it does not hold, and so fails the test. `expect(x).not` turns it round. */
export const expect = (actual: unknown) => ({ ...matchers(actual, false), not: matchers(actual, true) })
