import { expect, it } from 'vitest'
import { handshakeOf, realmRequestOf } from './to-realm.ts'

it('a request has one cookie header, the address of its host, what HTTP adds, and no body where none is allowed', () => {
  const headers = [
    ['Cookie', 'a=1'],
    ['Host', 'api.example:81'],
    ['cookie', 'b=2'],
  ] as const
  const { body, ...request } = realmRequestOf({ method: 'GET', path: 'x?y=1', headers, body: { text: 'no' } })
  expect(body).toBeNull()
  expect(request).toEqual({
    method: 'GET',
    url: 'http://api.example:81/x?y=1',
    headers: [
      ['Host', 'api.example:81'],
      ['content-length', '2'],
      ['cookie', 'a=1; b=2'],
      ['connection', 'keep-alive'],
    ],
    refused: false,
  })
})

it.each([
  ['/a\\b', true],
  ['/a?b=\\', false],
  ['/a%5Cb', false],
])('the path %s is refused: %s', (path, refused) => {
  expect(realmRequestOf({ method: 'GET', path, headers: [] }).refused).toBe(refused)
})

it('a handshake adds what RFC 6455 asks for and keeps what the request says itself', () => {
  const request = { method: 'GET', path: '/ws', headers: [['Upgrade', 'h2c']] } as const
  const headers = Object.fromEntries(handshakeOf(request, ['chat', 'v2']).headers)
  expect(headers).toMatchObject({
    Upgrade: 'h2c',
    connection: 'Upgrade',
    'sec-websocket-version': '13',
    'sec-websocket-protocol': 'chat,v2',
  })
  expect(headers).not.toHaveProperty('upgrade')
  expect(atob(headers['sec-websocket-key'] ?? '')).toHaveLength(16)
})
