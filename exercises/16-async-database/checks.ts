/**
 * What the rendition of question 16 has to do. Addresses are generated, so that none can be known beforehand.
 * @module
 */

import {
  anyStatus,
  ask,
  body,
  del,
  get,
  header,
  json,
  log,
  make,
  mediaType,
  send,
  sendJson,
  status,
  statuses,
  together,
} from '../../src/check/authoring.ts'
import type { Advice, Check, Save, SendStep } from '../../src/check/check.ts'
import type { Expectation, Json } from '../../src/check/expectation.ts'
import * as advice from './advice.ts'

const isJson = mediaType('application/json')

const addresses = { one: make.email, two: make.email, three: make.email }

/** A user as it is sent, with the titles of posts. */
const user = (name: string, email: string, ...titles: string[]): { readonly [field: string]: Json } => ({
  name,
  email,
  ...(titles.length > 0 && { posts: titles.map(title => ({ title })) }),
})

/** Makes a user that a check needs: how that is answered, "created" asks for. */
const add = (sent: Json, save: Save = {}): SendStep => send(sendJson('POST', '/users', sent), [], { save })

/** The list has exactly these users, in this order. */
const lists = (path: string, names: readonly string[], said: readonly Advice[] = advice.listed): SendStep =>
  send(
    get(path),
    [status(200), json().hasLength(names.length), ...names.map((name, at) => json(`[${at}].name`).equals(name))],
    { advice: said },
  )

const is404 = (what: string): Expectation[] => [status(404), isJson, json().equals({ detail: `${what} not found` })]
const is409 = (detail: string): Expectation[] => [status(409), isJson, json().equals({ detail })]
const is422 = (...loc: string[]): Expectation[] => [
  status(422),
  isJson,
  json('detail').hasType('array'),
  json('detail[0].loc').equals(loc),
  json('detail[0].msg').hasAtLeast(1),
]

export default [
  {
    id: 'created',
    title: 'POST /users stores the user and answers 201 with its id and its Location',
    why: 'The id is made by the database, so this answer is the first place where a client can learn it. RETURNING brings it back along with the insert, without a second question.',
    values: { ...addresses, name: make.word },
    steps: [
      add(user('Ada', '{{one}}')),
      send(
        sendJson('POST', '/users', user('{{name}}', '{{two}}')),
        [
          status(201),
          isJson,
          json('id').hasType('integer'),
          json().includes({ name: '{{name}}', email: '{{two}}', posts: [] }),
          header('location').matches('^/users/\\d+$'),
        ],
        { advice: advice.created, save: { id: json('id').subject, place: header('location').subject } },
      ),
      send(
        get('{{place}}'),
        [status(200), isJson, json().equals({ id: '{{id}}', name: '{{name}}', email: '{{two}}', posts: [] })],
        { advice: advice.created },
      ),
    ],
  },
  {
    id: 'invalid',
    title: 'POST /users without an email and GET /users?limit=ten answer 422',
    why: 'What is no user never reaches the database. Its own constraints are the last line: they say that something is wrong, and not where.',
    steps: [
      send(sendJson('POST', '/users', { name: 'Ada' }), is422('body', 'email'), { advice: advice.invalid }),
      send(get('/users?limit=ten'), is422('query', 'limit'), { advice: advice.invalid }),
      lists('/users', [], advice.invalid),
    ],
  },
  {
    id: 'duplicate',
    title: 'POST /users answers 409 when the email is taken, and changes nothing',
    why: 'Two accounts with one address cannot be told apart. It is a conflict with what is stored, not a mistake in what was sent, and no failure of the server: 409.',
    values: addresses,
    steps: [
      add(user('Ada', '{{one}}')),
      send(sendJson('POST', '/users', user('Eve', '{{one}}', 'Tea')), is409('Email already registered'), {
        advice: advice.duplicate,
      }),
      lists('/users', ['Ada'], advice.duplicate),
      add(user('Eve', '{{two}}')),
      lists('/users', ['Ada', 'Eve'], advice.duplicate),
    ],
  },
  {
    id: 'ids',
    title: 'An id is never given to another user, even when its user was deleted',
    why: 'Somebody may have kept it: a bookmark, a cache, an access rule. Without AUTOINCREMENT, SQLite gives the highest id again once it is free.',
    values: addresses,
    steps: [
      add(user('Ada', '{{one}}')),
      add(user('Mia', '{{two}}'), { id: json('id').subject }),
      send(del('/users/{{id}}'), []),
      send(sendJson('POST', '/users', user('Zoe', '{{three}}')), [json('id').moreThan('{{id}}')], {
        advice: advice.reusedId,
      }),
    ],
  },
  {
    id: 'deleted',
    title: 'DELETE /users/{id} answers 204 and removes that user; from then on it is a 404',
    why: 'Whether a row was there, the statement itself can tell: by the number of rows that it changed, or by what it returns.',
    values: addresses,
    steps: [
      add(user('Ada', '{{one}}'), { ada: json('id').subject }),
      add(user('Mia', '{{two}}'), { mia: json('id').subject }),
      send(del('/users/{{mia}}'), [status(204), body.equals('')], { advice: advice.deleted }),
      send(get('/users/{{mia}}'), is404('User'), { advice: advice.deleted }),
      send(del('/users/{{mia}}'), is404('User'), { advice: advice.deleted }),
      send(get('/users/{{ada}}'), [status(200), json('name').equals('Ada')], { advice: advice.deleted }),
    ],
  },
  {
    id: 'list',
    title: 'GET /users sorts by name, leaves out skip users, and shows at most limit, 10 unless given',
    why: 'Without ORDER BY a database owes no order, and pages of a list without one can overlap. A list without a limit grows until it is too long to be sent.',
    values: addresses,
    steps: [
      ...['Mia', 'Zoe', 'Ada', 'Eve'].map(name => add(user(name, `${name}-{{one}}`))),
      lists('/users', ['Ada', 'Eve', 'Mia', 'Zoe']),
      lists('/users?skip=1&limit=2', ['Eve', 'Mia']),
      lists('/users?skip=3', ['Zoe']),
      ...['A', 'B', 'C', 'D', 'E', 'F', 'G'].map(name => add(user(name, `${name}-{{two}}`))),
      lists('/users', ['A', 'Ada', 'B', 'C', 'D', 'E', 'Eve', 'F', 'G', 'Mia']),
    ],
  },
  {
    id: 'posts',
    title: 'POST /users/{id}/posts answers 201 with the post, and a user is read with all posts, in order',
    why: 'A foreign key ties a post to its author. The user is read with the posts because the code says so, not because somebody touched an attribute.',
    values: { ...addresses, third: make.word },
    steps: [
      add(user('Ada', '{{one}}'), { ada: json('id').subject }),
      send(
        sendJson('POST', '/users', user('Mia', '{{two}}', 'Walnuts', 'Apples')),
        [
          json('posts').hasLength(2),
          json('posts[0]').includes({ title: 'Walnuts' }),
          json('posts[1]').includes({ title: 'Apples' }),
        ],
        { advice: advice.posted, save: { mia: json('id').subject } },
      ),
      send(
        sendJson('POST', '/users/{{mia}}/posts', { title: '{{third}}' }),
        [
          status(201),
          isJson,
          json('id').hasType('integer'),
          json().includes({ title: '{{third}}', author_id: '{{mia}}' }),
        ],
        { advice: advice.posted, save: { post: json('id').subject } },
      ),
      send(
        get('/posts/{{post}}'),
        [status(200), isJson, json().equals({ id: '{{post}}', title: '{{third}}', author_id: '{{mia}}' })],
        { advice: advice.posted },
      ),
      send(
        get('/users/{{mia}}'),
        [
          status(200),
          json('posts').hasLength(3),
          json('posts[0].title').equals('Walnuts'),
          json('posts[1].title').equals('Apples'),
          json('posts[2]').equals({ id: '{{post}}', title: '{{third}}', author_id: '{{mia}}' }),
        ],
        { advice: advice.posted },
      ),
      send(get('/users/{{ada}}'), [status(200), json('posts').equals([])], { advice: advice.posted }),
    ],
  },
  {
    id: 'author-missing',
    title: 'POST /users/{id}/posts answers 404 when there is no such user',
    why: 'The foreign key refuses a post without an author. That is the 404 of the address which was asked for, and neither a 500 nor the 409 of another constraint.',
    values: addresses,
    steps: [
      add(user('Mia', '{{one}}'), { mia: json('id').subject }),
      send(sendJson('POST', '/users/98765/posts', { title: 'Tea' }), is404('User'), { advice: advice.authorMissing }),
      send(del('/users/{{mia}}'), []),
      send(sendJson('POST', '/users/{{mia}}/posts', { title: 'Tea' }), is404('User'), { advice: advice.authorMissing }),
    ],
  },
  {
    id: 'title-taken',
    title: 'POST /users/{id}/posts answers 409 when this author has used the title, and only then',
    why: 'A unique constraint can span columns: here one author and one title. The answer says which constraint it was, so that a client knows what to change.',
    values: addresses,
    steps: [
      add(user('Ada', '{{one}}', 'Tea'), { ada: json('id').subject }),
      add(user('Mia', '{{two}}', 'Jam'), { mia: json('id').subject }),
      send(sendJson('POST', '/users/{{ada}}/posts', { title: 'Tea' }), is409('Title already used'), {
        advice: advice.titleTaken,
      }),
      send(sendJson('POST', '/users/{{mia}}/posts', { title: 'Tea' }), [json('title').equals('Tea')], {
        advice: advice.titleTaken,
      }),
      send(get('/users/{{ada}}'), [status(200), json('posts').hasLength(1)], { advice: advice.titleTaken }),
    ],
  },
  {
    id: 'rollback',
    title: 'POST /users stores nothing when one of the posts cannot be stored',
    why: 'Half of it is worse than nothing: sent again with better titles, it now fails as the email is taken. A transaction makes one of many statements.',
    values: addresses,
    steps: [
      add(user('Ada', '{{one}}', 'Tea')),
      send(sendJson('POST', '/users', user('Mia', '{{two}}', 'Jam', 'Pie', 'Jam')), is409('Title already used'), {
        advice: advice.rolledBack,
      }),
      lists('/users', ['Ada'], advice.rolledBack),
      send(
        sendJson('POST', '/users', user('Mia', '{{two}}', 'Jam')),
        [json('posts').hasLength(1), json('posts[0].title').equals('Jam')],
        { advice: advice.rolledBack },
      ),
    ],
  },
  {
    id: 'statements',
    title: 'GET /users needs at most four statements for six users, and each is a line on the console',
    why: 'One question for the list and one more for each user in it: the N+1 problem. It works, it is only slow, and more so with every user. Those who see their statements see it at once.',
    values: addresses,
    steps: [
      add(user('Ada', 'ada-{{one}}', 'Tea')),
      add(user('Mia', 'mia-{{one}}', 'Cake', 'Jam')),
      ...['Bo', 'Cy', 'Di', 'Ed'].map(name => add(user(name, `${name}-{{two}}`))),
      send(
        get('/users'),
        [
          status(200),
          json().hasLength(6),
          json('[0].posts[0].title').equals('Tea'),
          json('[5].posts[1].title').equals('Jam'),
          log().hasAtLeast(1),
          log().hasAtMost(4),
        ],
        { advice: advice.statements },
      ),
    ],
  },
  {
    id: 'cascade',
    title: 'DELETE /users/{id} deletes the posts of that user as well, and no others',
    why: 'A post whose author is gone points to nothing. ON DELETE CASCADE lets the database tidy up, in the same transaction. SQLite does so only where foreign keys are switched on.',
    values: addresses,
    steps: [
      add(user('Ada', '{{one}}', 'Kept'), { kept: json('posts[0].id').subject }),
      add(user('Mia', '{{two}}', 'Gone'), { mia: json('id').subject, gone: json('posts[0].id').subject }),
      send(del('/users/{{mia}}'), []),
      send(get('/posts/{{gone}}'), is404('Post'), { advice: advice.cascade }),
      send(get('/posts/{{kept}}'), [status(200), json('title').equals('Kept')], { advice: advice.cascade }),
    ],
  },
  {
    id: 'at-once',
    title: 'Of four requests with one email, sent at once, one is answered 201 and the others 409',
    why: 'Between asking whether an address is taken and storing it, another request can store it. The unique constraint decides, for all of them.',
    values: addresses,
    steps: [
      together(
        ['Ada', 'Eve', 'Mia', 'Zoe'].map(name =>
          ask(sendJson('POST', '/users', user(name, '{{one}}', 'Tea', 'Jam')), [anyStatus.oneOf(201, 409)], {
            advice: advice.racedOne,
          }),
        ),
        [statuses.hasItems(201, 409, 409, 409)],
        { advice: advice.raced },
      ),
      send(get('/users'), [status(200), json().hasLength(1), json('[0].posts').hasLength(2)], {
        advice: advice.racedList,
      }),
    ],
  },
] satisfies Check[]
