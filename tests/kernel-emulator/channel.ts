/**
 * How the processes of an emulator report to it beside their terminals: a named pipe, one line of JSON for each thing
 * that happened. It is written to without waiting and without a handle, so a program sees nothing of it.
 * @module
 */

import { execFile } from 'node:child_process'
import { constants, openSync } from 'node:fs'
import { Socket } from 'node:net'
import { createInterface } from 'node:readline'
import { promisify } from 'node:util'

/** What a process reports of one of its servers. */
export interface Report {
  readonly process: number
  readonly type: 'listening' | 'closed'
  readonly port: number
  /** The address that it listens on. */
  readonly host: string
}

export class Channel {
  /** Where it is written to. */
  readonly path: string
  readonly #socket: Socket
  readonly #listeners = new Map<number, (report: Report) => void>()

  private constructor(path: string, socket: Socket) {
    this.path = path
    this.#socket = socket
    createInterface({ input: socket }).on('line', line => {
      const report: Report = JSON.parse(line)
      this.#listeners.get(report.process)?.(report)
    })
  }

  /** @throws {Error} where there are no named pipes */
  static async open(path: string): Promise<Channel> {
    await promisify(execFile)('mkfifo', [path])
    // Opened for both, it does not end when no process has it open. The socket closes it.
    const fd = openSync(path, constants.O_RDWR | constants.O_NONBLOCK)
    return new Channel(path, new Socket({ fd, readable: true, writable: false }))
  }

  listen(process: number, listener: (report: Report) => void): void {
    this.#listeners.set(process, listener)
  }

  unlisten(process: number): void {
    this.#listeners.delete(process)
  }

  async close(): Promise<void> {
    const closed = new Promise(resolve => this.#socket.once('close', resolve))
    this.#socket.destroy()
    await closed
  }
}
