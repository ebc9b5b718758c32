import { expect, test } from 'vitest'
import { bytesOf } from '../http/body.ts'
import { encodeMultipart } from './multipart.ts'

const parsed = async (...parts: Parameters<typeof encodeMultipart>[0]) => {
  const { type, body } = encodeMultipart(parts)
  return new Response(bytesOf(body), { headers: { 'content-type': type } }).formData()
}

test('is read by the platform as the parts it was made from', async () => {
  const data = await parsed(
    { name: 'title', content: { text: 'Jörg\r\n--' } },
    { name: 'file', content: { base64: '/wAB' }, filename: 'a.bin' },
    { name: 'file', content: { text: 'hello' }, filename: 'b "1".txt', type: 'text/plain' },
  )
  expect(data.get('title')).toBe('Jörg\r\n--')
  const files = data.getAll('file').filter(part => part instanceof File)
  expect(files.map(file => [file.name, file.type])).toEqual([
    ['a.bin', 'application/octet-stream'],
    ['b "1".txt', 'text/plain'],
  ])
  expect(new Uint8Array((await files[0]?.arrayBuffer()) ?? new ArrayBuffer(0))).toEqual(new Uint8Array([255, 0, 1]))
})

test('is the same for the same parts', () => {
  const parts = [{ name: 'a', content: { text: 'b' } }]
  expect(encodeMultipart(parts)).toEqual(encodeMultipart(parts))
  expect(encodeMultipart(parts).body).toEqual({
    text: '--rendition-form-0\r\nContent-Disposition: form-data; name="a"\r\n\r\nb\r\n--rendition-form-0--\r\n',
  })
})

test('has a boundary that is in none of its parts', async () => {
  const content = { text: '\r\n--rendition-form-0--\r\n' }
  expect((await parsed({ name: 'a', content })).get('a')).toBe(content.text)
})

test('is base64 when it is not text', () => {
  expect(encodeMultipart([{ name: 'a', content: { base64: '/w==' } }]).body).toHaveProperty('base64')
})
