import { describe, expect, it } from 'vitest'
import { requestOf, requestPath } from './draft.ts'

describe('requestPath', () => {
  it('starts at the root', () => {
    expect(requestPath('items')).toBe('/items')
    expect(requestPath('')).toBe('/')
  })

  it('encodes what a URL cannot hold and leaves what is encoded', () => {
    expect(requestPath('/items?name=Jörg B')).toBe('/items?name=J%C3%B6rg%20B')
    expect(requestPath('/items?name=J%C3%B6rg')).toBe('/items?name=J%C3%B6rg')
    expect(requestPath('/a/😀')).toBe('/a/%F0%9F%98%80')
    expect(requestPath('/half \ud83d')).toBe('/half%20%EF%BF%BD')
  })

  it('leaves the fragment at home', () => {
    expect(requestPath('/items#top')).toBe('/items')
  })
})

describe('requestOf', () => {
  const draft = { method: 'POST', path: '/items', headers: [], body: '' }

  it('sends no body when there is none to send', () => {
    expect(requestOf(draft)).toEqual({ method: 'POST', path: '/items', headers: [] })
    expect(requestOf({ ...draft, method: 'GET', body: '{}' })).not.toHaveProperty('body')
  })

  it('says of JSON that it is JSON, unless the person said what it is', () => {
    expect(requestOf({ ...draft, body: '{}' }).headers).toEqual([['content-type', 'application/json']])
    const headers = [['Content-Type', 'text/plain']] as const
    expect(requestOf({ ...draft, headers, body: '{}' }).headers).toEqual(headers)
    expect(requestOf({ ...draft, body: 'a=b' }).headers).toEqual([])
  })

  it('keeps repeated headers and drops rows without a name', () => {
    const headers = [
      ['cookie', 'a=1'],
      ['cookie', 'b=2'],
      ['', 'lost'],
    ] as const
    expect(requestOf({ ...draft, headers }).headers).toEqual(headers.slice(0, 2))
  })
})
