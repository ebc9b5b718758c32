/**
 * Programs that want to reach a network, a store, another worker, the page or the person.
 * @module
 */

import { type Area, app, broke, passed, program } from '../program.ts'

/** Tries each and answers with what each came to. */
const trying = (tries: Readonly<Record<string, string>>) =>
  app(`const came = []
const attempt = async (name, run) => {
  try {
    const value = await Promise.race([run(), new Promise((_, reject) => setTimeout(reject, 100, new Error('nothing came')))])
    came.push(name + ' gave ' + String(value))
  } catch (error) {
    came.push(name + ': ' + (error.name === 'Error' || error.name === 'TypeError' ? 'refused' : error.name))
  }
}
${Object.entries(tries)
  .map(([name, code]) => `await attempt('${name}', async () => { ${code} })`)
  .join('\n')}
return c.text(came.join(', '))`)

const referenceErrors = (names: readonly string[]) => passed(names.map(name => `${name}: ReferenceError`).join(', '))

const sockets = {
  WebSocket: "return new WebSocket('ws://NETWORK/')",
  WebSocketStream: "return new WebSocketStream('ws://NETWORK/').opened",
  EventSource: "return new EventSource('http://NETWORK/')",
  WebTransport: "return new WebTransport('https://NETWORK/').ready",
  RTCPeerConnection: "return new RTCPeerConnection({ iceServers: [{ urls: 'stun:NETWORK' }] }).createOffer()",
  XMLHttpRequest: "const request = new XMLHttpRequest(); request.open('GET', 'http://NETWORK/', false); request.send()",
  importScripts: "importScripts('http://NETWORK/script.js')",
}
const stores = {
  indexedDB: "indexedDB.open('hostile')",
  caches: "await caches.open('hostile')",
  cookieStore: "await cookieStore.set('hostile', '1')",
  localStorage: "localStorage.setItem('hostile', '1')",
  sessionStorage: "sessionStorage.setItem('hostile', '1')",
  document: "document.cookie = 'hostile=1'",
}
const workers = {
  Worker: "return new Worker(URL.createObjectURL(new Blob(['for (;;) {}'])))",
  SharedWorker: "return new SharedWorker(URL.createObjectURL(new Blob([''])))",
  BroadcastChannel: "new BroadcastChannel('rendition').postMessage('hostile')",
}
const page = {
  parent: "parent.postMessage({ rendition: 'start' }, '*')",
  top: "top.location = 'http://NETWORK/'",
  opener: "opener.postMessage('hostile', '*')",
  window: 'window.hostile = 1',
  clients: 'return clients.matchAll()',
  open: "open('http://NETWORK/')",
  alert: "alert('hostile')",
  prompt: "prompt('hostile')",
}

export const waysOut: Area = {
  name: 'Ways out',
  programs: [
    program('Fetches from the network.', app("await fetch('http://NETWORK/')\nreturn c.text('fetched')"), {
      outcome: 'failed',
      sentence: 'The status should be 200 OK, but it is 500 Internal Server Error.',
    }),
    program('Opens sockets of every kind.', trying(sockets), referenceErrors(Object.keys(sockets))),
    program(
      'Imports a module from the network, with and without comments in between, and from data: and blob: addresses.',
      trying({
        plain: "return import('http://' + 'NETWORK/module.mjs')",
        comment: "return import/* hostile */('http://' + 'NETWORK/module.mjs')",
        line: "return import\n('http://' + 'NETWORK/module.mjs')",
        data: `return import('data:' + 'text/javascript,import "http://NETWORK/module.mjs"')`,
        blob: `return import(URL.createObjectURL(new Blob(['import "http://NETWORK/module.mjs"'], { type: 'text/javascript' })))`,
      }),
      passed('plain: refused, comment: refused, line: refused, data: refused, blob: refused'),
    ),
    program(
      'Makes code of text, to leave the compiler out.',
      trying({
        eval: "return eval('1')",
        Function: "return new Function('return 1')()",
        AsyncFunction: "return (async () => {}).constructor('return 1')()",
        GeneratorFunction: "return (function* () {}).constructor('yield 1')().next().value",
      }),
      passed('eval: EvalError, Function: EvalError, AsyncFunction: EvalError, GeneratorFunction: EvalError'),
      { refused: /unsafe-eval|string as JavaScript/ },
    ),
    program(
      'Sends a beacon, reads the connection and asks for devices.',
      trying({
        beacon: "return navigator.sendBeacon('http://NETWORK/', 'hostile')",
        gpu: 'return navigator.gpu.requestAdapter()',
        usb: 'return navigator.usb.getDevices()',
        serial: 'return navigator.serial.getPorts()',
        hid: 'return navigator.hid.getDevices()',
        locks: "return navigator.locks.request('hostile', () => 'locked')",
        serviceWorker: "return navigator.serviceWorker.register('hostile.js')",
        notifications: "return (await navigator.permissions.query({ name: 'notifications' })).state",
      }),
      passed(
        'beacon: refused, gpu: refused, usb: refused, serial: refused, hid: refused, locks: refused, serviceWorker: refused, notifications gave denied',
      ),
    ),
    program('Reads and writes every kind of storage.', trying(stores), referenceErrors(Object.keys(stores))),
    program(
      'Asks for the private file system and for more room in it.',
      trying({
        folder: 'return navigator.storage.getDirectory()',
        persist: 'return navigator.storage.persist()',
        reader: 'return new FileReaderSync().readAsText(new Blob([]))',
        request: 'return webkitRequestFileSystemSync(0, 1)',
      }),
      passed('folder: refused, persist: refused, reader: ReferenceError, request: ReferenceError'),
    ),
    program('Starts workers and channels of its own.', trying(workers), referenceErrors(Object.keys(workers))),
    program('Speaks to the page, opens windows and asks the person.', trying(page), referenceErrors(Object.keys(page))),
    program(
      'Navigates its own address, and the page’s.',
      trying({
        href: "location.href = 'http://NETWORK/'",
        replace: "location.replace('http://NETWORK/')",
        assign: "location.assign('http://NETWORK/')",
        whole: "globalThis.location = 'http://NETWORK/'",
      }),
      passed('href: ReferenceError, replace: ReferenceError, assign: ReferenceError, whole gave undefined'),
    ),
    program(
      'Ends its own worker, so that nobody can say why.',
      trying({ close: 'close()', self: 'self.close()', exit: 'process.exit(1)' }),
      broke('The app ended before it had answered: process.exit(1) (app.ts, line 16).'),
    ),
    program(
      'Brings the deleted globals back from prototypes and from other realms.',
      trying({
        prototype: "return Object.getPrototypeOf(Object.getPrototypeOf(globalThis)).importScripts('http://NETWORK/')",
        constructor: "return globalThis.constructor.prototype.postMessage.call(globalThis, 'hostile')",
        scope: 'return new globalThis.constructor()',
        shadow: "return new ShadowRealm().evaluate('1')",
        chain:
          "for (let at = globalThis; at; at = Object.getPrototypeOf(at)) for (const name of ['Worker', 'WebSocket', 'postMessage', 'importScripts', 'indexedDB', 'close']) if (Object.hasOwn(at, name)) return name\nreturn 'nothing'",
      }),
      passed('prototype: refused, constructor: refused, scope: refused, shadow: ReferenceError, chain gave nothing'),
    ),
    program(
      'Lets a stylesheet, a picture and a font be loaded by its answer.',
      app(
        'return c.html(\'<link rel=stylesheet href="http://NETWORK/hostile.css"><img src="http://NETWORK/hostile.png"><meta http-equiv=refresh content="0;url=http://NETWORK/">\')',
      ),
      { outcome: 'failed', sentence: 'The status should be 201 Created, but it is 200 OK.' },
      { checks: null },
    ),
    program(
      'Waits for a WebSocket of its own address to open, with the server’s side of one.',
      app(
        "return c.text(await new Promise((resolve, reject) => { const socket = new (require('ws'))('ws://NETWORK/'); socket.on('open', resolve) }))",
      ),
      { outcome: 'failed', sentence: 'The status should be 200 OK, but it is 500 Internal Server Error.' },
    ),
  ],
}
