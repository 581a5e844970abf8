/** The files of a folder that only this extension uses, by name. */
export interface CacheFiles {
  /** Undefined when there is no such file. */
  read(name: string): Promise<Uint8Array | undefined>
  write(name: string, bytes: Uint8Array): Promise<void>
  /** Replaces a file that already has the new name. */
  rename(from: string, to: string): Promise<void>
  /** The names of all files; empty when the folder does not exist. */
  list(): Promise<readonly string[]>
  remove(name: string): Promise<void>
}

/** SHA-256 of bytes in hexadecimal. */
export async function contentKey(bytes: Uint8Array): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', bytes as Uint8Array<ArrayBuffer>)
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('')
}
