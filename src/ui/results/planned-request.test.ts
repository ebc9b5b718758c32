import { describe, expect, it } from 'vitest'
import type { BodyTemplate } from '../../check/check.ts'
import { fillRequest } from '../../check/template.ts'
import { plannedRequest } from './planned-request.ts'

const template = (body: BodyTemplate, path = '/') => ({
  method: 'POST',
  path,
  headers: [['accept', 'x']] as const,
  body,
})

describe('plannedRequest', () => {
  it.each<BodyTemplate>([
    { text: 'plain' },
    { base64: '/w==' },
    { json: { a: [1, null] } },
    {
      form: [
        ['a', 'b c'],
        ['a', '{x}'],
      ],
    },
  ])('is what is sent where no value is waited for: %j', body => {
    expect(plannedRequest(template(body))).toEqual({ request: fillRequest(template(body), {}), exact: true })
  })

  it('has names where values will be', () => {
    const { request, exact } = plannedRequest(template({ json: { id: '{{id}}' } }, '/items/{{id}}'))
    expect(request).toMatchObject({ path: '/items/{{id}}', body: { text: '{"id":"{{id}}"}' } })
    expect(exact).toBe(false)
    expect(plannedRequest(template({ form: [['id', '{{id}}']] })).request.body).toEqual({ text: 'id={{id}}' })
  })

  it('leaves the content type alone that a request names itself', () => {
    const headers = [['Content-Type', 'application/problem+json']] as const
    expect(plannedRequest({ method: 'POST', path: '/', headers, body: { json: 1 } }).request.headers).toEqual(headers)
  })

  it('shows the parts of a form, which are not what is sent', () => {
    const file = { name: 'cv', content: { base64: '/w==' }, filename: 'a.pdf', type: 'application/pdf' }
    const { request, exact } = plannedRequest(template({ multipart: [{ name: 'who', content: { text: 'me' } }, file] }))
    expect(request.body).toEqual({ text: 'who: me\ncv (file a.pdf, application/pdf): /w== (base64)' })
    expect(exact).toBe(false)
  })
})
