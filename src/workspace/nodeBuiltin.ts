/**
 * A module of Node's, where the extension host is Node (20.16 or newer); undefined in the browser. Host rooms import no `node:*`, so that
 * one bundle serves both: only here it is seen which of them this is. A caller says what it takes of the module, all of it optional.
 */
export function nodeBuiltin<Parts extends object>(name: 'node:fs' | 'node:worker_threads'): Partial<Parts> {
  const host = globalThis as unknown as Host<Parts>
  return host.process?.getBuiltinModule?.(name) ?? {}
}

interface Host<Parts> {
  readonly process?: { readonly getBuiltinModule?: (name: string) => Partial<Parts> | undefined }
}
