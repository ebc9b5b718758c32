/**
 * Expectations in words.
 * @module
 */

import { type Demand, demandOf } from './demand.ts'
import { flagOf, partNoun, subjectText, subjectValueText } from './describe-subject.ts'
import { typeText, valueText } from './describe-value.ts'
import type { Expectation, Format, Predicate, Subject } from './expectation.ts'
import { plural } from './text.ts'

const FORMATS: Readonly<Record<Format, string>> = {
  uuid: 'a UUID',
  date: 'a date such as 2024-12-31',
  'date-time': 'a date and time with its offset, such as 2024-12-31T23:59:59Z',
  'http-date': 'an HTTP date such as Tue, 31 Dec 2024 23:59:59 GMT',
  email: 'an e-mail address',
  url: 'a whole URL',
  base64: 'base64',
}

const OPERATORS = { '<': 'less than', '<=': 'at most', '>': 'more than', '>=': 'at least' }

/** `200 OK`, `200 OK or 204 No Content`, `1, 2 or 3`. */
const alternatives = (values: readonly string[]): string => {
  const [last = 'one of no values', ...others] = values.toReversed()
  return others.length === 0 ? last : `${others.toReversed().join(', ')} or ${last}`
}

/** What a length counts. */
const lengthText = (subject: Subject, { length, bound }: Extract<Predicate, { kind: 'length' }>): string => {
  const noun = partNoun(subject)
  const amount = noun === null ? String(length) : plural(length, noun)
  const bounded = bound === undefined || bound === 'exactly' ? amount : `${bound.replace('-', ' ')} ${amount}`
  if (noun !== null) return bounded
  return bounded === amount ? `length ${amount}` : `a length of ${bounded}`
}

type Form = 'is' | 'should' | 'are'

/** A verb in one of these forms; turned round when the demand is. */
interface Verbs {
  readonly turned: (bare: string, finite: string, finiteNot: string) => string
  readonly straight: (bare: string, finite: string) => string
}

/**
 * What is demanded of a subject, as a verb phrase: `is 201 Created`, `does not contain "x"`; with `should` before it,
 * `be 201 Created`, `not contain "x"`; of several, `are 201 Created`, `do not contain "x"`.
 */
export const demandText = ({ subject, predicate }: Expectation, form: Form): string => {
  const demand = demandOf(predicate)
  const straight: Verbs['straight'] = (bare, finite) => {
    if (form === 'is') return finite
    return form === 'are' && bare === 'be' ? 'are' : bare
  }
  const turned: Verbs['turned'] = (bare, finite, finiteNot) => {
    if (!demand.negated) return straight(bare, finite)
    if (form === 'is') return finiteNot
    if (form === 'should') return `not ${bare}`
    return bare === 'be' ? 'are not' : `do not ${bare}`
  }
  const flag = flagOf(subject, demand.predicate)
  if (!flag) return phrase(subject, demand, { turned, straight })
  const holds = flag.on !== demand.negated
  if (form === 'is') return `${holds ? 'is' : 'is not'} ${flag.adjective}`
  return `${holds ? 'be' : 'not be'} ${flag.adjective}`
}

const phrase = (subject: Subject, { predicate, negated }: Demand, { turned, straight }: Verbs): string => {
  const be = turned('be', 'is', 'is not')
  const each = be === 'are' ? 'are each' : be
  switch (predicate.kind) {
    case 'equals':
      return `${be} ${subjectValueText(subject, predicate.value)}`
    case 'one-of':
      return `${be} ${alternatives(predicate.values.map(value => subjectValueText(subject, value)))}`
    case 'contains':
      return `${turned('contain', 'contains', 'does not contain')} ${valueText(predicate.text)}`
    case 'starts-with':
      return `${turned('begin', 'begins', 'does not begin')} with ${valueText(predicate.text)}`
    case 'ends-with':
      return `${turned('end', 'ends', 'does not end')} with ${valueText(predicate.text)}`
    case 'matches':
      return `${turned('match', 'matches', 'does not match')} the pattern /${predicate.pattern}/`
    case 'format':
      return `${each} ${FORMATS[predicate.format]}`
    case 'type':
      return `${each} ${typeText(predicate.type)}`
    case 'compare':
      return `${be} ${OPERATORS[predicate.operator]} ${valueText(predicate.value)}`
    case 'length':
      return `${turned('have', 'has', 'does not have')} ${lengthText(subject, predicate)}`
    case 'subset':
      return `${turned('include', 'includes', 'does not include')} ${valueText(predicate.value)}`
    case 'unordered':
      return `${be} ${valueText(predicate.values)} in any order`
    case 'some':
      return `${straight('have', 'has')} ${negated ? 'no' : article(subject)} ${itemDemand(subject, predicate.predicate)}`
    case 'every':
      return `${straight('have', 'has')} only ${itemDemand(subject, predicate.predicate, true)}`
    case 'schema':
      return `${turned('match', 'matches', 'does not match')} the JSON Schema ${valueText(predicate.schema)}`
    case 'exists':
      return `${be} there`
    case 'absent':
      return straight('not be there', 'is not there')
  }
}

/** What an item of a list is called. */
export const itemNoun = (subject: Subject): string => {
  const noun = partNoun(subject)
  return noun === null || noun === 'character' || noun === 'byte' ? 'item' : noun
}

const article = (subject: Subject): string => (itemNoun(subject) === 'item' ? 'an' : 'a')

/** An item's own demand, which looks at a value and nothing else. */
const ITEM: Subject = { kind: 'json', path: '$' }

const itemDemand = (subject: Subject, predicate: Predicate, several = false): string => {
  const noun = itemNoun(subject)
  const demand = demandText({ subject: ITEM, predicate }, several ? 'are' : 'is')
  return `${noun}${several ? 's' : ''} that ${demand}`
}

/** One line: `status is 201 Created`, `header X-Error is "Item missing"`, `no header X-Error`. */
export const describeExpectation = (expectation: Expectation): string => {
  const { subject } = expectation
  const { predicate } = demandOf(expectation.predicate)
  const thing = flagOf(subject, predicate)?.thing ?? subjectText(subject)
  return predicate.kind === 'absent' ? `no ${thing}` : `${thing} ${demandText(expectation, 'is')}`
}

/** What was expected, for a place beside what came: `201 Created`, `"Item missing"`, `contains "x"`, `nothing`. */
export const expectedText = (expectation: Expectation): string => {
  const { predicate } = demandOf(expectation.predicate)
  if (predicate.kind === 'absent') return 'nothing'
  if (predicate.kind === 'exists') return 'anything'
  return demandText(expectation, 'is').replace(/^is /u, '')
}
