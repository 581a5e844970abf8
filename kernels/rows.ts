// What is done to one row after the other.
import { quantizeRows, sum, swish } from './lanes';

/** Rows of the 8-bit `table` at `ids` as 16-bit integers, with their scales. `depth` a multiple of 8. */
export function gather(table: usize, tableScales: usize, ids: usize, out: usize, scales: usize, rows: i32, depth: i32): void {
  for (let row = 0; row < rows; row++, ids += 4, scales += 4) {
    const id = <usize>load<i32>(ids);
    store<f32>(scales, load<f32>(tableScales + (id << 2)));
    for (let at = table + id * <usize>depth, end = at + <usize>depth; at < end; at += 8, out += 16)
      v128.store(out, v128.load8x8_s(at));
  }
}

/** Rows of numbers as 16-bit integers up to `limit`, with a scale a row. `depth` a multiple of 8. */
export function quantize(x: usize, out: usize, scales: usize, rows: i32, depth: i32, limit: f32): void {
  quantizeRows(x, (<usize>depth) << 2, out, scales, rows, depth, limit);
}

/** Each row divided by the root of its mean square, times `gain`. `width` a multiple of 8. */
export function normalize(x: usize, gain: usize, out: usize, rows: i32, width: i32): void {
  const length = (<usize>width) << 2;
  for (let row = 0; row < rows; row++, x += length, out += length) {
    let squares = f32x4.splat(0), others = squares;
    for (let at: usize = 0; at < length; at += 32) {
      const low = v128.load(x + at), high = v128.load(x + at, 16);
      squares = f32x4.add(squares, f32x4.mul(low, low));
      others = f32x4.add(others, f32x4.mul(high, high));
    }
    const factor = f32x4.splat(<f32>1 / sqrt<f32>(sum(f32x4.add(squares, others)) / <f32>width + <f32>1e-6));
    for (let at: usize = 0; at < length; at += 16)
      v128.store(out + at, f32x4.mul(f32x4.mul(v128.load(x + at), factor), v128.load(gain + at)));
  }
}

/**
 * Turns queries and keys (the first two thirds of each row of `qkv`) by their place: the halves of a head are turned together.
 * `angles`: for each place the cosines of half a head, then its sines. Half a head is a multiple of 4.
 */
export function rotate(qkv: usize, angles: usize, rows: i32, width: i32, heads: i32): void {
  const head = (<usize>(width / heads)) << 2, half = head >> 1, turned = (<usize>width) << 3, stride = (<usize>width) * 12;
  for (let row = 0; row < rows; row++, qkv += stride, angles += head)
    for (let at = qkv, end = qkv + turned; at < end; at += head)
      for (let across: usize = 0; across < half; across += 16) {
        const cosine = v128.load(angles + across), sine = v128.load(angles + half + across);
        const low = v128.load(at + across), high = v128.load(at + half + across);
        v128.store(at + across, f32x4.sub(f32x4.mul(low, cosine), f32x4.mul(high, sine)));
        v128.store(at + half + across, f32x4.add(f32x4.mul(low, sine), f32x4.mul(high, cosine)));
      }
}

/** out = swish(the first half of a row) * its second half. `inner`, half a row, a multiple of 4. */
export function gate(x: usize, out: usize, rows: i32, inner: i32): void {
  const length = (<usize>inner) << 2;
  for (let row = 0; row < rows; row++, x += length << 1, out += length)
    for (let at: usize = 0; at < length; at += 16)
      v128.store(out + at, f32x4.mul(swish(v128.load(x + at)), v128.load(x + length + at)));
}
