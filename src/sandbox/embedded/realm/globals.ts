/**
 * The realm's globals: those of a server are there, those of a page or a worker are not.
 * @module
 */

import { makeImmediates } from './immediates.ts'
import {
  defineProperty,
  getOwnPropertyDescriptor,
  getPrototypeOf,
  isObject,
  type RealmScope,
  setGlobal,
} from './primordials.ts'
import { type Exit, makeProcess } from './process.ts'

/** The prototypes of the global object that hold globals: those below EventTarget's. */
const scopePrototypes = (scope: RealmScope): readonly object[] => {
  const prototypes: object[] = []
  const end = scope.EventTarget.prototype
  for (let at: unknown = getPrototypeOf(scope); isObject(at) && at !== end; at = getPrototypeOf(at)) prototypes.push(at)
  return prototypes
}

/** Globals that tests replace and restore; accessors of a prototype in a worker, own data properties in Node. */
const ACCESSORS = ['crypto', 'navigator', 'performance']

/**
 * Gives the global object an own, writable data property for each method of its prototypes and for the accessors that
 * programs stub, so that `delete`, assignment and restoring work as in Node.
 */
const ownPrototypeGlobals = (scope: RealmScope): void => {
  for (const prototype of scopePrototypes(scope)) {
    for (const name of Object.getOwnPropertyNames(prototype)) {
      const property = getOwnPropertyDescriptor(prototype, name)
      if (name === 'constructor' || !property?.configurable) continue
      if (typeof property.value !== 'function' && !ACCESSORS.includes(name)) continue
      const value: unknown = Reflect.get(scope, name)
      Reflect.deleteProperty(prototype, name)
      defineProperty(scope, name, { value, writable: true, enumerable: true, configurable: true })
    }
  }
}

/** `process`, `global`, `setImmediate`, and the platform's globals where Node has them. */
export const installGlobals = (scope: RealmScope, exit: Exit): void => {
  ownPrototypeGlobals(scope)
  setGlobal(scope, 'global', scope)
  setGlobal(scope, 'process', makeProcess(scope, exit))
  const { setImmediate, clearImmediate } = makeImmediates(scope)
  setGlobal(scope, 'setImmediate', setImmediate)
  setGlobal(scope, 'clearImmediate', clearImmediate)
}

/**
 * What a server does not have: ways out (all refused by the frame's policy as well), ways to speak in the realm's name
 * or to end it, storage, and what tells a worker. Names that a browser lacks do not matter.
 */
const REMOVED = [
  ...['Worker', 'SharedWorker', 'importScripts', 'postMessage', 'onmessage', 'onmessageerror', 'close', 'name'],
  ...['WebSocket', 'WebSocketStream', 'WebSocketError', 'WebTransport', 'EventSource', 'XMLHttpRequest'],
  ...[
    'XMLHttpRequestEventTarget',
    'XMLHttpRequestUpload',
    'BroadcastChannel',
    'RTCDataChannel',
    'RTCRtpScriptTransformer',
  ],
  ...['indexedDB', 'IDBCursor', 'IDBCursorWithValue', 'IDBDatabase', 'IDBFactory', 'IDBIndex', 'IDBKeyRange'],
  ...['IDBObjectStore', 'IDBOpenDBRequest', 'IDBRecord', 'IDBRequest', 'IDBTransaction', 'IDBVersionChangeEvent'],
  ...['caches', 'Cache', 'CacheStorage', 'cookieStore', 'CookieStore', 'StorageManager', 'StorageBucketManager'],
  ...['FileReader', 'FileReaderSync', 'FileSystemHandle', 'FileSystemFileHandle', 'FileSystemDirectoryHandle'],
  ...['FileSystemSyncAccessHandle', 'FileSystemObserver', 'webkitRequestFileSystem', 'webkitRequestFileSystemSync'],
  ...['webkitResolveLocalFileSystemURL', 'webkitResolveLocalFileSystemSyncURL', 'Notification', 'PushManager'],
  ...['PushSubscription', 'ServiceWorkerRegistration', 'requestAnimationFrame', 'cancelAnimationFrame', 'fonts'],
  ...['FontFace', 'FontFaceSet', 'OffscreenCanvas', 'OffscreenCanvasRenderingContext2D', 'createImageBitmap'],
  ...['self', 'location', 'origin', 'isSecureContext', 'crossOriginIsolated', 'trustedTypes', 'scheduler'],
  ...['reportError', 'onerror', 'onlanguagechange', 'onrejectionhandled', 'onunhandledrejection'],
  ...['WorkerGlobalScope', 'DedicatedWorkerGlobalScope', 'WorkerLocation', 'WorkerNavigator', 'FileList', 'ImageData'],
]

const addressOf = (input: unknown): string => {
  try {
    const address = isObject(input) && 'url' in input ? input.url : input
    return String(address).slice(0, 200)
  } catch {
    return 'an address'
  }
}

/** Takes away what no server has, and answers `fetch` with a sentence. */
export const removeGlobals = (scope: RealmScope): void => {
  const holders = [scope, ...scopePrototypes(scope)]
  for (const name of REMOVED) for (const holder of holders) Reflect.deleteProperty(holder, name)
  const { fetch } = {
    async fetch(input: unknown): Promise<never> {
      throw new TypeError(
        `could not fetch ${addressOf(input)}: because programs here run without a network; ` +
          'keep the data in the program, or call your own app with app.request()',
      )
    },
  }
  setGlobal(scope, 'fetch', fetch)
}
