// Attention within a window, with 16-bit queries, keys, values and weights.
import { exponential, largest, narrowed, quantizeRows, sum } from './lanes';
import { multiplyWide } from './multiply';

/** Rows whose weights are worked on together: few enough that they stay near. */
const BLOCK: i32 = 16;
const BLOCK_BYTES: usize = 64;
/** The weights of a row are at most 1 and make 1 together. */
const WHOLE: f32 = 32767;

/** How many bytes `attend` needs for itself. */
export function attendBytes(rows: i32, width: i32, heads: i32): i32 {
  const head = width / heads, keyed = (rows + 7) & ~7;
  return keyed * head * 8 + keyed * 8 + head * 4 + BLOCK * 4 + BLOCK * keyed * 6;
}

/**
 * out[row] = the values of `length` rows, weighted by how their keys suit the query of the row. `qkv`: rows of queries, keys and
 * values, head after head. `rows`, `length` rounded up to 4: what stands in the rows from `length` on has no weight. A head is a multiple of 8.
 */
export function attend(qkv: usize, out: usize, scratch: usize, length: i32, rows: i32, width: i32, heads: i32): void {
  const head = width / heads, across = (<usize>head) << 2, stride = (<usize>width) * 12, outStride = (<usize>width) << 2;
  // As many keys as products of matrices take; the last ones may be none, and have no weight either.
  const keyed = (rows + 7) & ~7;
  const matrix = <usize>keyed * <usize>head * 2, column = (<usize>keyed) << 2;
  const queries = scratch, keys = queries + matrix, packedKeys = keys + matrix, packedValues = packedKeys + matrix;
  const queryScales = packedValues + matrix, keyScales = queryScales + column, valueScales = keyScales + column;
  const wholes = valueScales + across, scores = wholes + BLOCK_BYTES, shares = scores + (column << 4);
  // Sums of `head` products stay within 31 bits.
  const limit = min<f32>(WHOLE, floor<f32>(sqrt<f32>(<f32>2147483000.0 / <f32>head)));
  const factor = <f32>1 / sqrt<f32>(<f32>head);
  for (let at: usize = 0; at < BLOCK_BYTES; at += 4) store<f32>(wholes + at, <f32>1 / WHOLE);
  for (let index = 0; index < heads; index++) {
    const from = qkv + <usize>index * across;
    quantizeRows(from, stride, queries, queryScales, rows, head, limit);
    quantizeRows(from + outStride, stride, keys, keyScales, rows, head, limit);
    packKeys(keys, packedKeys, rows, head);
    packValues(from + 2 * outStride, stride, packedValues, valueScales, rows, keyed, head);
    for (let row = 0; row < rows; row += BLOCK) {
      const some = min(BLOCK, rows - row);
      multiplyWide(queries + (<usize>row * <usize>head << 1), queryScales + (<usize>row << 2), packedKeys, keyScales, scores, column, some, head, keyed);
      for (let at = 0; at < some; at++) share(scores + <usize>at * column, shares + <usize>at * (column >> 1), length, keyed, factor);
      multiplyWide(shares, wholes, packedValues, valueScales, out + <usize>row * outStride + <usize>index * across, outStride, some, keyed, head);
    }
  }
}

/** Keys as weights of `multiplyWide`: [rows / 8][head / 2][8 rows][2], four by eight at a time. */
function packKeys(keys: usize, packed: usize, rows: i32, head: i32): void {
  const length = (<usize>head) << 1;
  for (let row = 0; row < rows; row += 4) {
    let from = keys + <usize>row * length, to = packed + (<usize>(row >> 3) * length << 3) + ((<usize>row & 4) << 2);
    for (let at = 0; at < head; at += 8, from += 16, to += 128) {
      const a = v128.load(from), b = v128.load(from + length), c = v128.load(from + 2 * length), d = v128.load(from + 3 * length);
      const ab = v128.shuffle<i32>(a, b, 0, 4, 1, 5), cd = v128.shuffle<i32>(c, d, 0, 4, 1, 5);
      const AB = v128.shuffle<i32>(a, b, 2, 6, 3, 7), CD = v128.shuffle<i32>(c, d, 2, 6, 3, 7);
      v128.store(to, v128.shuffle<i64>(ab, cd, 0, 2));
      v128.store(to, v128.shuffle<i64>(ab, cd, 1, 3), 32);
      v128.store(to, v128.shuffle<i64>(AB, CD, 0, 2), 64);
      v128.store(to, v128.shuffle<i64>(AB, CD, 1, 3), 96);
    }
  }
}

/** `rows` values as weights of `multiplyWide`: [head / 8][keyed / 2][8 columns][2], with a scale a column. */
function packValues(values: usize, stride: usize, packed: usize, scales: usize, rows: i32, keyed: i32, head: i32): void {
  const unused = (<usize>(keyed - rows)) << 4;
  for (let column = 0; column < head; column += 8, values += 32, scales += 32, packed += unused) {
    let low = f32x4.splat(1e-20), high = low;
    for (let row = 0, at = values; row < rows; row++, at += stride) {
      low = f32x4.pmax(low, f32x4.abs(v128.load(at)));
      high = f32x4.pmax(high, f32x4.abs(v128.load(at, 16)));
    }
    const whole = f32x4.splat(WHOLE), lowFactor = f32x4.div(whole, low), highFactor = f32x4.div(whole, high);
    v128.store(scales, f32x4.div(low, whole));
    v128.store(scales, f32x4.div(high, whole), 16);
    for (let row = 0, at = values; row < rows; row += 2, at += 2 * stride, packed += 32) {
      const even = narrowed(v128.load(at), lowFactor, v128.load(at, 16), highFactor);
      const odd = narrowed(v128.load(at + stride), lowFactor, v128.load(at + stride, 16), highFactor);
      v128.store(packed, v128.shuffle<i16>(even, odd, 0, 8, 1, 9, 2, 10, 3, 11));
      v128.store(packed, v128.shuffle<i16>(even, odd, 4, 12, 5, 13, 6, 14, 7, 15), 16);
    }
  }
}

/** The softmax of `length` of `rows` scores times `factor`, as 16-bit shares of WHOLE. */
function share(scores: usize, shares: usize, length: i32, rows: i32, factor: f32): void {
  const end = scores + (<usize>rows << 2);
  for (let at = scores + (<usize>length << 2); at < end; at += 4) store<f32>(at, -1e30);
  let most = v128.load(scores);
  for (let at = scores + 16; at < end; at += 16) most = f32x4.pmax(most, v128.load(at));
  const top = f32x4.splat(largest(most)), factors = f32x4.splat(factor);
  let total = f32x4.splat(0);
  for (let at = scores; at < end; at += 16) {
    const weight = exponential(f32x4.mul(f32x4.sub(v128.load(at), top), factors));
    v128.store(at, weight);
    total = f32x4.add(total, weight);
  }
  const part = f32x4.splat(WHOLE / sum(total));
  for (let at = scores; at < end; at += 32, shares += 16) v128.store(shares, narrowed(v128.load(at), part, v128.load(at, 16), part));
}
