import type { CreateApp } from './shop.ts'
import { expect, type Suite } from './testing.ts'

const suite: Suite<CreateApp> = (it, createApp) => {
  // A test: a name, and a function that throws when
  // something is not as it should be. Each test makes
  // an app of its own.
  it('the list answers 200', async () => {
    const app = createApp()
    const response = await app.request('/products')
    expect(response.status).toBe(200)
  })

  // Next: POST /products, with the staff's headers and a
  // product as JSON, answers 201. Then go on with the
  // table of the task: one test for each promise.
  // The clock is yours: createApp({ now: () => 0 }).
}

export default suite
