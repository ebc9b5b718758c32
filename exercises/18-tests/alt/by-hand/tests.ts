import { type CreateApp, type Product, type Shop, staff } from './shop.ts'
import type { Suite } from './testing.ts'

const must = (holds: boolean, what: string): void => {
  if (!holds) throw new Error(`Must: ${what}`)
}

const call = async (app: Shop, line: string, body?: object, headers: object = staff) => {
  const [method, path] = line.split(' ')
  const response = await app.request(path, {
    method,
    headers: { ...headers, ...(body && { 'Content-Type': 'application/json' }) },
    ...(body && { body: JSON.stringify(body) }),
  })
  const text = await response.text()
  return { status: response.status, headers: response.headers, text, json: text === '' ? null : JSON.parse(text) }
}

const chair = { name: 'Chair', price: 49, cost: 23 }

const suite: Suite<CreateApp> = (it, createApp) => {
  it('life of a product', async () => {
    const app = createApp()
    const added = await call(app, 'POST /products', chair)
    must(added.status === 201, '201')
    const path = added.headers.get('Location')
    must(path === `/products/${added.json.id}`, 'a Location')
    must((await call(app, `DELETE ${path}`, undefined, {})).status === 401, 'a token to delete')
    must((await call(app, `DELETE ${path}`)).status === 204, '204')
    const gone = await call(app, `GET ${path}`)
    must(gone.status === 404 && gone.text.includes(String(added.json.id)), 'a 404 with the id')
  })

  it('the list', async () => {
    const app = createApp()
    for (const price of [8, 9, 7]) await call(app, 'POST /products', { ...chair, price })
    const { json, text } = await call(app, 'GET /products')
    const chairs = json.filter(({ name }: Product) => name === 'Chair')
    must(chairs.map(({ price }: Product) => price).join() === '7,8,9', 'the cheapest first')
    must(!text.includes('cost') && !text.includes('23'), 'no cost')
    must((await call(app, 'GET /products?limit=1')).json.length === 1, 'a limit')
  })

  it('what is refused', async () => {
    const app = createApp()
    must((await call(app, 'POST /products', { ...chair, price: 0 })).status === 422, 'a price above 0')
    await call(app, 'POST /products', chair)
    must((await call(app, 'POST /products', chair, {})).status === 401, 'a token to add')
  })

  it('the age of products', async () => {
    let days = 0
    const app = createApp({ now: () => Date.UTC(2031, 0, 1 + days) })
    await call(app, 'POST /products', { ...chair, price: 1 })
    days = 7
    await call(app, 'POST /products', { ...chair, price: 2 })
    const { json } = await call(app, 'GET /products?limit=2')
    must(json.map((product: Product) => product.is_new).join() === 'false,true', 'new for a week')
  })
}

export default suite
