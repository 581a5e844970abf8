// The encoder's kernels, in AssemblyScript: WebAssembly with SIMD, without state of its own. All addresses are bytes in the memory that is
// imported; whoever calls lays out what lies there (src/encoder/graph). `build/kernels.mjs` compiles this.
export { attend, attendBytes } from './attend';
export { multiply, multiplyFloats, multiplyWide } from './multiply';
export { relate } from './relate';
export { gate, gather, normalize, quantize, rotate } from './rows';

/** The first byte that is not the kernels' own. */
export function firstFree(): usize {
  return __heap_base;
}
