/**
 * What the rendition of question 8 has to do. Names and ids are other than the brief's wherever it does not matter.
 * @module
 */

import { body, del, get, header, json, mediaType, post, send, sendJson, status } from '../../src/check/authoring.ts'
import type { Check, SendStep } from '../../src/check/check.ts'
import type { Expectation } from '../../src/check/expectation.ts'
import {
  custom,
  deleted,
  deletedAgain,
  errorHeaderElsewhere,
  errorShape,
  missingItem,
  nameMissing,
  notANumber,
  otherNotation,
  wholeItem,
} from './advice.ts'

const isJson = mediaType('application/json')
const noErrorHeader = header('x-error').absent()

/** A 422 as FastAPI sends it. Only `loc` is held to, and that there is a sentence: its words differ between releases. */
const invalidAt = (...loc: string[]): Expectation[] => [
  status(422),
  isJson,
  json('detail').hasType('array'),
  json('detail[0].loc').equals(loc),
  json('detail[0].msg').hasAtLeast(1),
]

const missingItemStep = (id: number): SendStep =>
  send(get(`/items/${id}`), [status(404), isJson, json().equals({ detail: `Item ${id} not found` })], {
    advice: missingItem,
  })

export default [
  {
    id: 'create-status',
    title: 'POST /items answers 201',
    why: '201 Created tells a client that its request made something new. No framework can guess that: unless you say otherwise, the status is 200 for every method, POST included.',
    steps: [
      send(post('/items?name=Lamp'), [status(201), isJson], {
        advice: [
          {
            when: [status(200)],
            say: '200 is the default for every method. Pass the status as the second argument: c.json({ name }, 201).',
          },
          {
            when: [status(422)],
            say: "The name was not found. It is in the query: c.req.query('name').",
          },
        ],
      }),
    ],
  },
  {
    id: 'create-name',
    title: 'POST /items sends back the name it was given',
    why: 'A name in a query is percent-encoded, so that spaces, umlauts and & can travel in a URL. The server answers with the name itself.',
    steps: [
      send(post('/items?name=J%C3%B6rg%20M%C3%BCller'), [isJson, json().equals({ name: 'Jörg Müller' })], {
        advice: [
          {
            when: [json('name').contains('%')],
            say: "The name is still encoded. c.req.query('name') decodes it; a query cut out of c.req.url by hand is not decoded.",
          },
          {
            when: [json('name').equals('Foo')],
            say: "The name is always Foo. Read the one that was sent: c.req.query('name').",
          },
          {
            when: [json().equals({})],
            say: "JSON leaves out what is undefined, so the name was not found. It is in the query: c.req.query('name').",
          },
        ],
      }),
      send(post('/items?name=Salt%20%26%20pepper'), [isJson, json().equals({ name: 'Salt & pepper' })]),
    ],
  },
  {
    id: 'create-name-missing',
    title: 'POST /items without a name answers 422 and says what is missing',
    why: '422 says that the request was understood but its values will not do. loc leads to the value: first where to look (query), then the name of the parameter.',
    steps: [
      send(post('/items'), invalidAt('query', 'name'), { advice: nameMissing }),
      send(post('/items?title=Lamp'), invalidAt('query', 'name'), { advice: nameMissing }),
    ],
  },
  {
    id: 'create-name-source',
    title: 'POST /items takes the name from the query, not from the body',
    why: 'In FastAPI a plain parameter that is not in the path is a query parameter, even in a POST. Only Pydantic models and parameters declared with Body() are read from the body.',
    steps: [
      send(sendJson('POST', '/items', { name: 'Table' }), invalidAt('query', 'name'), {
        advice: [
          {
            when: [json('name').equals('Table')],
            say: "The name was read from the body. Here it is a query parameter: c.req.query('name').",
          },
          ...errorShape,
        ],
      }),
      send(sendJson('POST', '/items?name=Chair', { name: 'Table' }), [json().equals({ name: 'Chair' })], {
        advice: [
          {
            when: [json('name').equals('Table')],
            say: 'The name in the query is Chair, the one in the body does not count.',
          },
        ],
      }),
    ],
  },
  {
    id: 'read-item',
    title: 'GET /items/{id} answers 200 with the item',
    why: 'The plain case: what is returned is the body, as JSON, and 200 is the status that nobody has to write.',
    steps: [
      send(get('/items/1'), [status(200), isJson, json().equals({ name: 'Foo' })], { advice: wholeItem }),
      send(get('/items/2'), [status(200), isJson, json().equals({ name: 'Bar' })], { advice: wholeItem }),
    ],
  },
  {
    id: 'missing-item',
    title: 'GET /items/{id} answers 404 with the id in the detail when there is no such item',
    why: 'FastAPI turns a raised HTTPException into JSON: { "detail": ... } with the exception\'s status. A client can show the detail, so it names the item that was asked for.',
    steps: [missingItemStep(3), missingItemStep(42)],
  },
  {
    id: 'error-header',
    title: 'X-Error: Item missing comes with the missing item, and with no other answer',
    why: 'The header is part of this one exception. A client that looks for it must not find it on a success or on another error.',
    steps: [
      send(get('/items/17'), [header('x-error').equals('Item missing')], {
        advice: [
          {
            when: [status(404), header('x-error').absent()],
            say: "Headers are the third argument: c.json({ detail: ... }, 404, { 'X-Error': 'Item missing' }).",
          },
        ],
      }),
      send(get('/items/1'), [noErrorHeader], { advice: errorHeaderElsewhere }),
      send(get('/items/abc'), [noErrorHeader], { advice: errorHeaderElsewhere }),
      send(post('/items?name=Lamp'), [noErrorHeader], { advice: errorHeaderElsewhere }),
      send(post('/items'), [noErrorHeader], { advice: errorHeaderElsewhere }),
      send(get('/custom'), [noErrorHeader], { advice: errorHeaderElsewhere }),
      send(del('/items/2'), [noErrorHeader], { advice: errorHeaderElsewhere }),
    ],
  },
  {
    id: 'id-text',
    title: 'GET and DELETE /items/{id} answer 422 when the id is not a whole number',
    why: 'item_id: int is a promise about the URL. FastAPI answers a request that breaks it before the handler runs, and says in loc which parameter it was.',
    steps: [
      send(get('/items/abc'), invalidAt('path', 'item_id'), { advice: notANumber }),
      send(get('/items/1.5'), invalidAt('path', 'item_id'), { advice: notANumber }),
      send(del('/items/abc'), invalidAt('path', 'item_id'), {
        advice: [
          {
            when: [status(204)],
            say: 'A DELETE takes an id as a GET does, so the same test comes first: what is no whole number is a 422.',
          },
          ...errorShape,
        ],
      }),
    ],
  },
  {
    id: 'id-notation',
    title: 'GET /items/{id} answers 422 to 1e0, 0x1 and 2x as well',
    why: 'An id has one spelling. A reader that is more generous than it should be gives one item many addresses, and caches, logs and access rules then disagree about them.',
    steps: [
      send(get('/items/1e0'), invalidAt('path', 'item_id'), { advice: otherNotation }),
      send(get('/items/0x1'), invalidAt('path', 'item_id'), { advice: otherNotation }),
      send(get('/items/2x'), invalidAt('path', 'item_id'), { advice: otherNotation }),
    ],
  },
  {
    id: 'custom-response',
    title: 'GET /custom answers 200 with JSON and X-Custom: value',
    why: 'When you build the response yourself, you choose every part of it: here a header that is sent along with ordinary JSON.',
    steps: [
      send(
        get('/custom'),
        [status(200), isJson, json().equals({ message: 'ok' }), header('x-custom').equals('value')],
        { advice: custom },
      ),
    ],
  },
  {
    id: 'delete-answer',
    title: 'DELETE /items/{id} answers 204 with no body and no content type',
    why: '204 No Content says: done, and there is nothing to read. A body is not allowed, and without one a content type says something that is not so.',
    steps: [
      send(del('/items/2'), [status(204), body.equals(''), header('content-type').absent()], { advice: deleted }),
    ],
  },
  {
    id: 'delete-effect',
    title: 'DELETE /items/{id} removes that item and leaves the other',
    why: 'A status is a claim about what happened. The next requests show whether it is so.',
    steps: [
      send(del('/items/1'), [status(204)], { advice: deleted }),
      send(get('/items/1'), [status(404)], {
        advice: [
          {
            when: [json().equals({ name: 'Foo' })],
            say: "The item is still there. items.delete(id) removes it when id is a number, as the map's keys are: '1' is another key.",
          },
          ...missingItem,
        ],
      }),
      send(get('/items/2'), [status(200), json().equals({ name: 'Bar' })], {
        advice: [
          {
            when: [status(404)],
            say: 'Item 2 is gone as well. Remove only the one that was asked for: items.delete(id).',
          },
        ],
      }),
    ],
  },
  {
    id: 'delete-again',
    title: 'DELETE /items/{id} answers 204 for an unknown id, and the second time',
    why: 'DELETE is idempotent: asking twice must leave the server as asking once does. This design answers both alike, so a client can safely repeat a request whose answer was lost.',
    steps: [
      send(del('/items/42'), [status(204), body.equals('')], { advice: deletedAgain }),
      send(del('/items/2'), [status(204), body.equals('')], { advice: deleted }),
      send(del('/items/2'), [status(204), body.equals('')], { advice: deletedAgain }),
      send(get('/items/2'), [status(404)], { advice: missingItem }),
    ],
  },
] satisfies Check[]
