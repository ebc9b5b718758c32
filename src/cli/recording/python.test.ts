import { describe, expect, it } from 'vitest'
import { findPython } from './python.ts'

describe('findPython', () => {
  it('tries the Python that is named and no other, and says why it will not do', async () => {
    await expect(findPython({ FASTAPI_PYTHON: './no-such-python' })).rejects.toThrow(
      /^could not find a Python with FastAPI and uvicorn: because \S+no-such-python: spawn \S+ ENOENT; install uv/,
    )
  })

  it('gives the last line of what an interpreter that is none wrote', async () => {
    await expect(findPython({ FASTAPI_PYTHON: process.execPath })).rejects.toThrow(/because \S+: Node\.js v\d/)
  })
})
