/**
 * Packages that programs may import beside Hono and zod: databases and GraphQL.
 * @module
 */

import { body, header, json, log, status } from '../../../src/check/authoring.ts'
import type { Json } from '../../../src/check/expectation.ts'
import { area } from '../case.ts'
import { ask, give, type Headers, look } from '../words.ts'

const ann = { email: 'ann@example.com', tags: ['a'] }

export const sqlite = area('sqlite', 'SQLite: sql.js', 'sqlite', [
  {
    name: 'rows are put in and found',
    smoke: true,
    steps: [
      give('/books', { json: { title: 'Dune', price: 9.5 } })(status(201), json().equals({ changed: 1 })),
      give('/books', { json: { title: 'Emma', price: null } })(status(201)),
      look('/books')(
        json('[0].columns').equals(['id', 'title', 'price']),
        json('[0].values').equals([
          [1, 'Dune', 9.5],
          [2, 'Emma', null],
        ]),
      ),
      look('/books/2')(json().equals({ id: 2, title: 'Emma', price: null })),
      look('/books/3')(status(404)),
    ],
  },
  { name: 'the database of the check before is gone', steps: [look('/books')(json().equals([]))] },
  {
    name: 'constraints',
    steps: [
      give('/books', { json: { title: 'Dune', price: 1 } })(status(201)),
      give('/books', { json: { title: 'Dune', price: 1 } })(
        status(400),
        json().equals({ error: 'Error: UNIQUE constraint failed: books.title' }),
      ),
      give('/books', { json: { title: null, price: 1 } })(
        json().equals({ error: 'Error: NOT NULL constraint failed: books.title' }),
      ),
      look('/books')(json('[0].values').hasLength(1)),
    ],
  },
  {
    name: 'kinds of values',
    steps: [look('/kinds')(json().equals([1, 1.5, 9_007_199_254_740_991, 'ü👋', null, [0, 255], 'integer', 'ü', 1]))],
  },
  {
    name: 'functions, of SQLite and its own',
    steps: [look('/functions')(json('[0].values').equals([[42, 2, '2025-03-01']]))],
  },
  { name: 'a megabyte, exported and opened again', steps: [look('/large')(json('[0]').equals([1000, 1_005_000]))] },
  {
    name: 'mistakes',
    steps: [
      look('/wrong')(json().equals({ error: 'Error: near "selec": syntax error' })),
      look('/closed')(status(400), body.equals('Database closed')),
    ],
  },
])

export const drizzle = area('drizzle', 'Drizzle on SQLite', 'drizzle', [
  {
    name: 'insert and select',
    smoke: true,
    steps: [
      give('/users', { json: ann })(status(201), json().equals({ id: 1, active: true, ...ann })),
      give('/users', { json: { email: 'bob@example.com', active: false } })(
        json().equals({ id: 2, email: 'bob@example.com', active: false, tags: null }),
      ),
      look('/users')(json('[0].id').equals(2), json('[1].tags').equals(['a'])),
      look('/users?q=ann')(json().hasLength(1)),
      look('/users?limit=1')(json().hasLength(1), json('[0].id').equals(2)),
    ],
  },
  {
    name: 'update and delete',
    steps: [
      give('/users', { json: ann })(status(201)),
      ask('PATCH', '/users/1', {}, { json: { active: false } })(json('active').equals(false)),
      ask('PATCH', '/users/2', {}, { json: { active: false } })(status(404)),
      ask('DELETE', '/users/1')(json().equals({ left: 0 })),
    ],
  },
  {
    name: 'a unique constraint',
    smoke: true,
    steps: [
      give('/users', { json: ann })(status(201)),
      give('/users', { json: ann })(
        status(409),
        json().equals({ error: 'Error: UNIQUE constraint failed: users.email', cause: 'undefined' }),
      ),
      look('/users')(json().hasLength(1)),
    ],
  },
  {
    name: 'foreign keys',
    steps: [
      give('/orders', { json: { userId: 7, totals: [1] } })(
        status(400),
        json('error').equals('Error: FOREIGN KEY constraint failed'),
      ),
    ],
  },
  {
    name: 'a transaction is kept, or rolled back',
    smoke: true,
    steps: [
      give('/users', { json: ann })(status(201)),
      give('/orders', { json: { userId: 1, totals: [1, 2.5] } })(
        json('orders').hasLength(2),
        json('orders[1].total').equals(2.5),
        json('orders[0].at').equals('2024-02-29T12:00:00.000Z'),
      ),
      give('/orders', { json: { userId: 1, totals: [10, -1, 20] } })(
        status(400),
        json('error').equals('DrizzleError: Rollback'),
      ),
      look('/totals')(json().equals([{ email: ann.email, total: 3.5, orders: 2 }])),
    ],
  },
  {
    name: 'one row, or none',
    steps: [
      give('/users', { json: ann })(status(201)),
      look('/users/1')(json('email').equals(ann.email)),
      look('/users/2')(status(404), body.equals('Not Found')),
    ],
  },
  {
    name: 'the SQL of a query',
    steps: [
      look('/sql')(
        json().equals({
          sql: 'select "id", "email", "active", "tags" from "users" where "users"."email" = ?',
          params: ['a'],
        }),
      ),
    ],
  },
  {
    name: 'its logger writes on the console',
    steps: [
      look('/logged')(
        log().equals(['Query: select "id" from "users" where "users"."email" = ? -- params: ["nobody"]']),
      ),
    ],
  },
  {
    name: 'a proxy',
    steps: [
      give('/users', { json: ann })(status(201)),
      look('/proxy')(json().equals([{ email: ann.email }])),
      look('/proxy/failing')(
        json('cause').equals('Error: no line'),
        json('error').equals('Error: Failed query: select "id", "email", "active", "tags" from "users"\nparams: '),
      ),
    ],
  },
  {
    name: 'bytes',
    steps: [look('/bytes')(json().equals([0, 255]))],
    difference: {
      reason: 'Drizzle gives bytes as a `Buffer`, which browsers do not have.',
      embedded: 'Reading a column of bytes fails. sql.js itself gives a `Uint8Array`.',
    },
  },
])

const query = (text: string, variables: Json = {}, headers: Headers = {}) =>
  give('/graphql', { json: { query: text, variables } }, headers)

const FRAGMENTS = `query ($id: Int!) { book(id: $id) { title } old: books(before: 1900) { ...all } }
fragment all on Book { id year }`

export const graphql = area('graphql', 'GraphQL', 'graphql', [
  {
    name: 'a query, with variables, aliases and fragments',
    smoke: true,
    steps: [
      query(FRAGMENTS, { id: 1 })(
        status(200),
        header('content-type').equals('application/json'),
        json().equals({ data: { book: { title: 'Dune' }, old: [{ id: 2, year: 1815 }] } }),
      ),
      look('/graphql?query=%7Bbooks%7Btitle%7D%7D')(json('data.books').hasLength(2)),
    ],
  },
  {
    name: 'a mutation',
    steps: [
      query('mutation { add(title: "Ulysses") { id } }')(json('data.add.id').equals(3)),
      query('{ book(id: 3) { title } }')(json('data.book.title').equals('Ulysses')),
    ],
  },
  {
    name: 'what a mutation added is gone in the next check',
    steps: [query('{ book(id: 3) { title } }')(json('data.book').equals(null))],
  },
  {
    name: 'the context is the request',
    steps: [
      query('{ who }', {}, { 'X-User': 'ann' })(json('data.who').equals('ann')),
      query('{ who }')(json('data.who').equals(null)),
    ],
  },
  {
    name: 'an error of a resolver',
    smoke: true,
    steps: [
      query('{ book(id: 9) { title } who }')(
        status(200),
        json('data').equals({ book: null, who: null }),
        json('errors[0]').equals({
          message: 'no book 9',
          locations: [{ line: 1, column: 3 }],
          path: ['book'],
          extensions: { code: 'NOT_FOUND' },
        }),
      ),
      query('{ broken }')(
        status(500),
        json('errors[0].message').contains('Cannot return null for non-nullable field Query.broken.'),
      ),
    ],
  },
  {
    name: 'a query that is none',
    steps: [
      query('{ nothing }')(
        status(400),
        json('errors[0].message').equals('Cannot query field "nothing" on type "Query".'),
      ),
      give('/graphql', { json: {} })(status(400), json('errors[0].message').equals('Must provide query string.')),
      ask('PUT', '/graphql')(status(405), header('allow').equals('GET, POST')),
      look('/graphql?query=mutation%7Badd(title%3A%22x%22)%7Bid%7D%7D')(status(405)),
    ],
  },
  { name: 'a syntax error is on the console', steps: [query('{ books')(status(400), log().hasLength(1))] },
  {
    name: 'pretty answers, and GraphiQL',
    steps: [
      look('/pretty?query=%7Bwho%7D')(body.equals('{\n  "data": {\n    "who": null\n  }\n}')),
      look('/pretty', { Accept: 'text/html' })(status(200), body.contains('<!doctype html>')),
    ],
  },
  { name: 'the schema as text', steps: [look('/schema')(body.contains('"""What can be lent."""\ntype Book {'))] },
  {
    name: 'a schema of objects',
    steps: [
      look('/own?query=%7Bauthors%7Bname%20born%7D%7D')(
        json('data.authors').equals([{ name: 'Austen', born: 1775 }, null]),
        json('errors[0].path').equals(['authors', 1, 'name']),
      ),
    ],
  },
])
