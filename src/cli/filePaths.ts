import { sep } from 'node:path'
import { decodeBytes } from '../article'

/** A file or folder: how Node finds it, and what messages and results call it. */
export interface FilePath {
  /** Bytes where the name is not UTF-8. */
  readonly path: string | Buffer
  readonly name: string
}

/** The path of an argument; `bytes` when it is not UTF-8. */
export function argumentPath(argument: string, bytes: Uint8Array | undefined): FilePath {
  return bytes ? { path: Buffer.from(bytes), name: readable(bytes) } : { path: argument, name: argument }
}

/** The path of an entry of a folder, whose name is given as bytes. */
export function entryPath(folder: FilePath, bytes: Uint8Array): FilePath {
  const text = Buffer.from(bytes).toString()
  const isText = !text.includes('\uFFFD') || Buffer.from(text).equals(bytes)
  const name = `${withoutSlash(folder.name)}/${isText ? text : readable(bytes)}`
  if (isText && typeof folder.path === 'string') return { path: `${withoutSlash(folder.path)}/${text}`, name }
  return { path: Buffer.concat([Buffer.from(folder.path), Buffer.from('/'), bytes]), name }
}

/** A name that is not UTF-8 comes from an older system: in Windows-1252 most of them can be read. */
function readable(bytes: Uint8Array): string {
  return decodeBytes(bytes, 'windows-1252')
}

function withoutSlash(path: string): string {
  return path.replace(sep === '/' ? /\/+$/ : /[/\\]+$/, '')
}
