/**
 * What the rendition of question 4 has to do. Names and prices are made anew for every run.
 * @module
 */

import { is, json, make, mediaType, post, send, sendJson, status } from '../../src/check/authoring.ts'
import type { Check, RequestTemplate } from '../../src/check/check.ts'
import type { Expectation, Json } from '../../src/check/expectation.ts'
import {
  allErrors,
  bodyItself,
  computed,
  defaults,
  emptyObject,
  extra,
  media,
  merged,
  missingVersion,
  nestedLoc,
  noBody,
  nothingCoerced,
  notJson,
  notNumber,
  nullAllowed,
  nullRefused,
  numberAsText,
  odderId,
  putParts,
  zeroTax,
} from './advice.ts'

const isJson = mediaType('application/json')

/** A 422 with exactly these entries, in any order. Only `loc` is held to: the wording is the server's own. */
const invalidAt = (...locs: Json[][]): Expectation[] => [
  status(422),
  isJson,
  json('detail').hasType('array'),
  ...(locs.length === 1
    ? [json('detail[0].loc').equals(locs[0] ?? [])]
    : locs.map(loc => json('detail').some(is.includes({ loc })))),
  json('detail').hasLength(locs.length),
]

/** FastAPI adds to loc where the JSON broke, or leaves it at the body: only that it is about the body counts. */
const unreadable: Expectation[] = [
  status(422),
  isJson,
  json('detail').hasType('array'),
  json('detail[0].loc[0]').equals('body'),
]

const postItem = (item: Json): RequestTemplate => sendJson('POST', '/items', item)

/** A body as it is written, with a content type that need not be true. */
const postText = (text: string, type = 'application/json'): RequestTemplate => ({
  ...post('/items', [['Content-Type', type]]),
  body: { text },
})

const plain = { name: '{{name}}', price: '{{price}}' }
const completed = { ...plain, tax: null, tags: [], maker: null, price_with_tax: null }
const nameAndPrice = { name: make.word, price: make.decimal(1, 900, 2) }

export default [
  {
    id: 'defaults',
    title: 'POST /items answers 200 with the item, and fills in what was left out',
    why: 'The model is the contract: whatever the client left out, code behind it finds every field there, and so does the next client.',
    values: { ...nameAndPrice, tag: make.word, maker: make.word },
    steps: [
      send(postItem(plain), [status(200), isJson, json().equals(completed)], { advice: defaults }),
      send(
        postItem({ ...plain, tags: ['{{tag}}', 'garden'], maker: { name: '{{maker}}' } }),
        [
          status(200),
          isJson,
          json().equals({ ...completed, tags: ['{{tag}}', 'garden'], maker: { name: '{{maker}}', country: null } }),
        ],
        { advice: defaults },
      ),
    ],
  },
  {
    id: 'price-with-tax',
    title: 'The answer has price_with_tax, the sum, when there is a tax',
    why: 'A computed field belongs to the answer alone: nobody has to send it, and it can never contradict the fields that it is made from.',
    steps: [
      send(
        postItem({ name: 'Table', price: 120, tax: 22.5 }),
        [json('tax').equals(22.5), json('price_with_tax').equals(142.5)],
        { advice: computed },
      ),
      send(postItem({ name: 'Chair', price: 80, tax: 8 }), [json('price_with_tax').equals(88)], {
        advice: computed,
      }),
    ],
  },
  {
    id: 'zero-tax',
    title: 'A tax of 0 is a tax: price_with_tax is then the price',
    why: '0 was said by the client, null was not. JavaScript and Python both take 0 for false, so a test for "is there a tax" has to ask for null.',
    values: nameAndPrice,
    steps: [
      send(postItem({ ...plain, tax: 0 }), [json('tax').equals(0), json('price_with_tax').equals('{{price}}')], {
        advice: zeroTax,
      }),
    ],
  },
  {
    id: 'extra-fields',
    title: 'Fields that the model does not know are ignored, at every depth',
    why: 'What is not declared does not come in: a client cannot set what it should not, and a newer client may send more than this server knows.',
    values: { ...nameAndPrice, maker: make.word },
    steps: [
      send(
        postItem({ ...plain, colour: 'red', price_with_tax: 1 }),
        [json('name').equals('{{name}}'), json('colour').absent(), json('price_with_tax').not.equals(1)],
        { advice: extra },
      ),
      send(
        postItem({ ...plain, maker: { name: '{{maker}}', colour: 'red' } }),
        [json('maker.name').equals('{{maker}}'), json('maker.colour').absent()],
        { advice: extra },
      ),
    ],
  },
  {
    id: 'all-errors',
    title: 'Missing and wrong fields are reported together, one entry each',
    why: 'A form with three mistakes is mended in one go when one answer names all three. loc says which field each entry is about.',
    steps: [
      send(postItem({}), [...invalidAt(['body', 'name'], ['body', 'price']), json('detail[0].msg').hasType('string')], {
        advice: emptyObject,
      }),
      send(
        postItem({ price: 'cheap', tax: 'some', tags: 'red' }),
        invalidAt(['body', 'name'], ['body', 'price'], ['body', 'tax'], ['body', 'tags']),
        { advice: allErrors },
      ),
    ],
  },
  {
    id: 'text-is-text',
    title: 'A number is not taken for a text',
    why: 'Pydantic 2 reads no text from a number: 00501 sent as a number has lost its zeros already, and nobody would notice.',
    values: { ...nameAndPrice, number: make.int(1, 9000) },
    steps: [
      send(postItem({ ...plain, name: '{{number}}' }), invalidAt(['body', 'name']), { advice: nothingCoerced }),
      send(postItem({ ...plain, name: true }), invalidAt(['body', 'name']), { advice: nothingCoerced }),
    ],
  },
  {
    id: 'number-as-text',
    title: 'A text that spells a number is taken for the number',
    why: 'Pydantic reads "12.50" where a float is wanted, because forms, queries and many clients have only texts. The answer then holds a number.',
    values: { ...nameAndPrice, whole: make.int(1, 900) },
    steps: [
      send(postItem({ ...plain, price: '{{whole}}.0' }), [json('price').equals('{{whole}}')], {
        advice: numberAsText,
      }),
      send(postItem({ ...plain, price: '12.50', tax: '-2' }), [json('price').equals(12.5), json('tax').equals(-2)], {
        advice: numberAsText,
      }),
    ],
  },
  {
    id: 'not-a-number',
    title: 'null, an empty text, 0x10 and "7 apples" are no numbers',
    why: 'A reader that makes a number of anything stores prices that nobody sent: in JavaScript null and "" are 0 when they are asked for a number.',
    values: { name: make.word },
    steps: [null, '', '0x10', '7 apples', [7]].map(price =>
      send(postItem({ name: '{{name}}', price }), invalidAt(['body', 'price']), { advice: notNumber }),
    ),
  },
  {
    id: 'null',
    title: 'null is allowed where the type says so, and nowhere else',
    why: 'To leave a field out and to send null are two things. A default stands for what was left out; null has to be in the type.',
    values: nameAndPrice,
    steps: [
      send(postItem({ ...plain, tax: null, maker: null }), [json('tax').equals(null), json('maker').equals(null)], {
        advice: nullAllowed,
      }),
      send(postItem({ ...plain, tags: null }), invalidAt(['body', 'tags']), { advice: nullRefused }),
    ],
  },
  {
    id: 'nested-loc',
    title: 'loc leads to the place: a field of a nested model, an index of a list',
    why: 'An editor of a long document has to mark the one value that is wrong, however deep it is. Keys are texts, indices are numbers.',
    values: { ...nameAndPrice, tag: make.word },
    steps: [
      send(postItem({ ...plain, maker: { country: 'SE' } }), invalidAt(['body', 'maker', 'name']), {
        advice: nestedLoc,
      }),
      send(postItem({ ...plain, tags: ['{{tag}}', 7, 'garden'] }), invalidAt(['body', 'tags', 1]), {
        advice: nestedLoc,
      }),
    ],
  },
  {
    id: 'not-json',
    title: 'A body that is no JSON, and no body at all, is a 422 in the same shape',
    why: "Broken JSON is the client's mistake like any other, so it must not end as a 500; and one shape for all of them is one thing less for a client to handle.",
    steps: [
      send(post('/items'), unreadable, { advice: noBody }),
      ...['', '{"name": "Lamp", "price": 12', '{name: Lamp}', 'price=12'].map(text =>
        send(postText(text), unreadable, { advice: notJson }),
      ),
    ],
  },
  {
    id: 'not-an-object',
    title: 'null, a list or a text in the place of the object is a 422 at ["body"]',
    why: 'All three are valid JSON, and none has fields. Code that reads a field of null throws, and the client sees a 500.',
    steps: [null, [{ name: 'Lamp', price: 12 }], 'Lamp'].map(value =>
      send(postText(JSON.stringify(value)), invalidAt(['body']), { advice: bodyItself }),
    ),
  },
  {
    id: 'media-type',
    title: 'JSON is what is declared as JSON: with a charset and +json as well, but not text/plain or json-seq',
    why: 'A page of another origin can make a browser send text/plain without asking you first. An API that reads JSON from it gives up what CORS protects.',
    values: nameAndPrice,
    steps: [
      send(
        { ...postItem(plain), headers: [['Content-Type', 'application/json; charset=utf-8']] },
        [json('name').equals('{{name}}')],
        { advice: media },
      ),
      send(
        { ...postItem(plain), headers: [['Content-Type', 'application/vnd.Shop+JSON']] },
        [json('name').equals('{{name}}')],
        { advice: media },
      ),
      send({ ...postItem(plain), headers: [['Content-Type', 'text/plain']] }, unreadable, { advice: media }),
      send({ ...postItem(plain), headers: [['Content-Type', 'text/plain; as=application/json']] }, unreadable, {
        advice: media,
      }),
      send({ ...postItem(plain), headers: [['Content-Type', 'application/json-seq']] }, unreadable, { advice: media }),
    ],
  },
  {
    id: 'put-parts',
    title: 'PUT /items/{item_id} takes an id from the path, a version from the query and the item from the body',
    why: 'FastAPI sees from the signature where each parameter comes from. In a rendition you say it yourself, and numbers arrive as texts in two of the three places.',
    values: { ...nameAndPrice, id: make.int(10, 9000), version: make.int(-99, -1) },
    steps: [
      send(
        sendJson('PUT', '/items/{{id}}?version={{version}}', plain),
        [isJson, json().includes({ item_id: '{{id}}', version: '{{version}}', ...plain })],
        { advice: putParts },
      ),
    ],
  },
  {
    id: 'put-errors',
    title: 'PUT /items/{item_id} reports what is wrong in path, query and body in one answer',
    why: 'FastAPI collects the errors of all sources before it answers. Validators that run one after the other stop at the first, and the client learns of the rest one request later.',
    values: nameAndPrice,
    steps: [
      send(
        sendJson('PUT', '/items/abc?version=new', { price: 'cheap' }),
        invalidAt(['path', 'item_id'], ['query', 'version'], ['body', 'name'], ['body', 'price']),
        { advice: merged },
      ),
      send(sendJson('PUT', '/items/1.5', plain), invalidAt(['path', 'item_id'], ['query', 'version']), {
        advice: missingVersion,
      }),
      send(sendJson('PUT', '/items/0x10?version=2', { price: 12 }), invalidAt(['path', 'item_id'], ['body', 'name']), {
        advice: odderId,
      }),
    ],
  },
] satisfies Check[]
