// Products of matrices: what the encoder does nearly all its time. Four rows by eight columns at a time, two steps of depth an instruction.

/** Eight finished sums of a row: times both scales, and on top of what stands at `start` (0: on nothing). */
// @ts-ignore: decorator
@inline
function put<Start>(out: usize, low: v128, high: v128, scale: usize, lowScales: v128, highScales: v128, start: usize): void {
  const rowScale = v128.load32_splat(scale);
  let first = f32x4.mul(f32x4.convert_i32x4_s(low), f32x4.mul(rowScale, lowScales));
  let second = f32x4.mul(f32x4.convert_i32x4_s(high), f32x4.mul(rowScale, highScales));
  if (!isVoid<Start>()) {
    first = f32x4.add(first, v128.load(start));
    second = f32x4.add(second, v128.load(start, 16));
  }
  v128.store(out, first);
  v128.store(out, second, 16);
}

// @ts-ignore: decorator
@inline
function plus(sums: v128, x: v128, weights: v128): v128 {
  return i32x4.add(sums, i32x4.dot_i16x8_s(x, weights));
}

/**
 * out[row, column] = start[row, column] + a[row] * scales[row] . weights[column] * weightScales[column]
 * `a` 16-bit rows; `weights` 8-bit as [columns / 8][depth / 2][8 columns][2]. `rows` a multiple of 4, `columns` of 8, `depth` of 2.
 * `stride` and `startStride`: bytes from row to row of `out` and `start`; `start` 0 for nothing, `startStride` 0 for the same row each time.
 * `panel` has room for 16 x `depth` bytes: the weights of eight columns are widened there once for all rows, which takes a tenth less time than to widen them for every four rows.
 */
export function multiply(
  a: usize, scales: usize, weights: usize, weightScales: usize, panel: usize, start: usize, startStride: usize, out: usize, stride: usize,
  rows: i32, depth: i32, columns: i32
): void {
  const bytes = (<usize>depth) << 3;
  for (let column = 0; column < columns; column += 8, weights += bytes) {
    const across = (<usize>column) << 2;
    widen(weights, panel, bytes);
    if (start) multiplyPanel<i32>(a, scales, panel, weightScales + across, start + across, startStride, out + across, stride, rows, depth);
    else multiplyPanel<void>(a, scales, panel, weightScales + across, 0, 0, out + across, stride, rows, depth);
  }
}

/** The same with 16-bit weights, and on top of nothing. */
export function multiplyWide(
  a: usize, scales: usize, weights: usize, weightScales: usize, out: usize, stride: usize, rows: i32, depth: i32, columns: i32
): void {
  const bytes = (<usize>depth) << 4;
  for (let column = 0; column < columns; column += 8, weights += bytes) {
    const across = (<usize>column) << 2;
    multiplyPanel<void>(a, scales, weights, weightScales + across, 0, 0, out + across, stride, rows, depth);
  }
}

/** So many 8-bit numbers, a multiple of 16, as 16-bit ones. */
// @ts-ignore: decorator
@inline
function widen(from: usize, to: usize, bytes: usize): void {
  for (const end = from + bytes; from < end; from += 16, to += 32) {
    v128.store(to, v128.load8x8_s(from));
    v128.store(to, v128.load8x8_s(from, 8), 16);
  }
}

/** Eight columns of a product, `weights` 16-bit. */
// @ts-ignore: decorator
@inline
function multiplyPanel<Start>(
  a: usize, scale: usize, weights: usize, weightScales: usize, from: usize, step: usize, to: usize, stride: usize, rows: i32, depth: i32
): void {
  const end = weights + ((<usize>depth) << 4), length = (<usize>depth) << 1;
  const lowScales = v128.load(weightScales), highScales = v128.load(weightScales, 16);
  let first = a;
  for (let row = 0; row < rows; row += 4) {
    let second = first + length, third = second + length, fourth = third + length;
    let a0 = i32x4.splat(0), a1 = a0, b0 = a0, b1 = a0, c0 = a0, c1 = a0, d0 = a0, d1 = a0;
    // Two steps of depth at a time: with four the compiler of V8 runs out of registers, and it takes half as long again.
    for (let weight = weights; weight < end; weight += 32) {
      const low = v128.load(weight), high = v128.load(weight, 16);
      let x = v128.load32_splat(first);
      a0 = plus(a0, x, low); a1 = plus(a1, x, high);
      x = v128.load32_splat(second);
      b0 = plus(b0, x, low); b1 = plus(b1, x, high);
      x = v128.load32_splat(third);
      c0 = plus(c0, x, low); c1 = plus(c1, x, high);
      x = v128.load32_splat(fourth);
      d0 = plus(d0, x, low); d1 = plus(d1, x, high);
      first += 4; second += 4; third += 4; fourth += 4;
    }
    put<Start>(to, a0, a1, scale, lowScales, highScales, from); to += stride; from += step;
    put<Start>(to, b0, b1, scale + 4, lowScales, highScales, from); to += stride; from += step;
    put<Start>(to, c0, c1, scale + 8, lowScales, highScales, from); to += stride; from += step;
    put<Start>(to, d0, d1, scale + 12, lowScales, highScales, from); to += stride; from += step;
    first = fourth; scale += 16;
  }
}

/**
 * out[row, column] = bias[column] + x[row] . weights[column], all 32-bit numbers; `weights` as [columns / 8][depth][8 columns].
 * For the few columns of the heads, which are kept as they were learned.
 */
export function multiplyFloats(x: usize, weights: usize, bias: usize, out: usize, rows: i32, depth: i32, columns: i32): void {
  const panel = (<usize>depth) << 5, stride = (<usize>columns) << 2;
  for (let row = 0; row < rows; row++, out += stride) {
    let weight = weights;
    for (let across: usize = 0; across < stride; across += 32) {
      let low = v128.load(bias + across), high = v128.load(bias + across, 16), at = x;
      for (const end = weight + panel; weight < end; weight += 32, at += 4) {
        const value = v128.load32_splat(at);
        low = f32x4.add(low, f32x4.mul(value, v128.load(weight)));
        high = f32x4.add(high, f32x4.mul(value, v128.load(weight, 16)));
      }
      v128.store(out + across, low);
      v128.store(out + across, high, 16);
    }
    x += (<usize>depth) << 2;
  }
}
