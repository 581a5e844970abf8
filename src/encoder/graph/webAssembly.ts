/** A memory of WebAssembly's; where it is shared, it may be posted to other threads. */
export interface WasmMemory {
  readonly buffer: ArrayBufferLike
}

/** What of WebAssembly the encoder uses: the compiler knows it with the DOM alone, and every host has it. */
export interface WebAssemblyHost {
  readonly Memory: new (descriptor: { initial: number; maximum: number; shared: boolean }) => WasmMemory
  readonly Module: new (bytes: Uint8Array) => object
  readonly Instance: new (
    module: object,
    imports: { readonly env: { readonly memory: WasmMemory } }
  ) => { readonly exports: Record<string, unknown> }
  validate(bytes: Uint8Array): boolean
}

/** Undefined where the host has it turned off. */
export function webAssembly(): WebAssemblyHost | undefined {
  return (globalThis as unknown as { readonly WebAssembly?: WebAssemblyHost }).WebAssembly
}
