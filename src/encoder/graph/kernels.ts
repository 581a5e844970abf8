import { webAssembly, type WasmMemory, type WebAssemblyHost } from './webAssembly'

/**
 * The kernels over one memory; the folder `kernels` says what each does. Addresses are bytes in that memory, and whoever calls
 * answers for them.
 */
export interface Kernels {
  firstFree(): number
  attendBytes(rows: number, width: number, heads: number): number
  attend(qkv: number, out: number, scratch: number, length: number, rows: number, width: number, heads: number): void
  multiply(
    a: number,
    scales: number,
    weights: number,
    weightScales: number,
    panel: number,
    start: number,
    startStride: number,
    out: number,
    stride: number,
    rows: number,
    depth: number,
    columns: number
  ): void
  multiplyFloats(
    x: number,
    weights: number,
    bias: number,
    out: number,
    rows: number,
    depth: number,
    columns: number
  ): void
  relate(
    asked: number,
    offered: number,
    askedMix: number,
    offeredMix: number,
    far: number,
    steps: number,
    last: number,
    bias: number,
    mixed: number,
    out: number,
    rows: number,
    roles: number,
    rank: number,
    hidden: number
  ): void
  gather(
    table: number,
    tableScales: number,
    ids: number,
    out: number,
    scales: number,
    rows: number,
    depth: number
  ): void
  quantize(x: number, out: number, scales: number, rows: number, depth: number, limit: number): void
  normalize(x: number, gain: number, out: number, rows: number, width: number): void
  rotate(qkv: number, angles: number, rows: number, width: number, heads: number): void
  gate(x: number, out: number, rows: number, inner: number): void
}

/** The compiled kernels: one module for a memory that threads share, one for a memory of a thread's own. */
export interface KernelModules {
  readonly shared: Uint8Array
  readonly own: Uint8Array
}

/** @throws when WebAssembly is not allowed here, or the bytes are not the kernels */
export function kernelsOver(memory: WasmMemory, module: Uint8Array): Kernels {
  const { Module, Instance } = theHost()
  return new Instance(new Module(module), { env: { memory } }).exports as unknown as Kernels
}

/** A memory of just so many pages of 64 KiB. @throws when there is not so much */
export function memoryOf(pages: number, shared: boolean): WasmMemory {
  const { Memory } = theHost()
  return new Memory({ initial: pages, maximum: pages, shared })
}

/** Whether this host runs the kernels' instructions: 128-bit SIMD, and threads for the shared ones. */
export function runsHere(module: Uint8Array): boolean {
  return webAssembly()?.validate(module) ?? false
}

function theHost(): WebAssemblyHost {
  const host = webAssembly()
  if (!host) throw new Error('there is no WebAssembly')
  return host
}
