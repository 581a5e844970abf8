// What the kernels share: four 32-bit numbers at a time.

// Constants lie in memory: V8 builds a constant vector anew with three or four instructions wherever it is used, in loops too.
// First what `exponential` needs: its range, log2(e), the number that rounds, and ln(2)^k / k! from k = 6 to 0.
const NUMBERS = memory.data<f32>(
  [
    -87.0, 88.0, 1.4426950408889634, 12582912.0,
    0.00015403530393381608, 0.0013333558146428443, 0.009618129107628477, 0.05550410866482158, 0.2402265069591007,
    0.6931471805599453, 1.0
  ],
  16
);

// Adding 1.5 * 2^23 leaves a small number's nearest integer in the low bits: as fast as an addition, where the instructions for it take several.
const ROUNDER: f32 = 12582912.0;
const ROUNDER_BITS: i32 = 0x4b400000;

// @ts-ignore: decorator
@inline
export function largest(lanes: v128): f32 {
  return max(
    max(f32x4.extract_lane(lanes, 0), f32x4.extract_lane(lanes, 1)),
    max(f32x4.extract_lane(lanes, 2), f32x4.extract_lane(lanes, 3))
  );
}

// @ts-ignore: decorator
@inline
export function sum(lanes: v128): f32 {
  return f32x4.extract_lane(lanes, 0) + f32x4.extract_lane(lanes, 1) + (f32x4.extract_lane(lanes, 2) + f32x4.extract_lane(lanes, 3));
}

/** e^x of each lane: 2^n times a polynomial of what is left. Below -87 and above 88 as there. */
// @ts-ignore: decorator
@inline
export function exponential(x: v128): v128 {
  const bounded = f32x4.pmax(v128.load32_splat(NUMBERS), f32x4.pmin(v128.load32_splat(NUMBERS, 4), x));
  const power = f32x4.mul(bounded, v128.load32_splat(NUMBERS, 8));
  const shifted = f32x4.add(power, v128.load32_splat(NUMBERS, 12));
  const rest = f32x4.sub(power, f32x4.sub(shifted, v128.load32_splat(NUMBERS, 12)));
  let value = v128.load32_splat(NUMBERS, 16);
  value = f32x4.add(f32x4.mul(value, rest), v128.load32_splat(NUMBERS, 20));
  value = f32x4.add(f32x4.mul(value, rest), v128.load32_splat(NUMBERS, 24));
  value = f32x4.add(f32x4.mul(value, rest), v128.load32_splat(NUMBERS, 28));
  value = f32x4.add(f32x4.mul(value, rest), v128.load32_splat(NUMBERS, 32));
  value = f32x4.add(f32x4.mul(value, rest), v128.load32_splat(NUMBERS, 36));
  value = f32x4.add(f32x4.mul(value, rest), v128.load32_splat(NUMBERS, 40));
  // n, in the low bits of `shifted`, goes to the exponent.
  return i32x4.add(value, i32x4.shl(shifted, 23));
}

/** x / (1 + e^-x) of each lane. */
// @ts-ignore: decorator
@inline
export function swish(x: v128): v128 {
  return f32x4.div(x, f32x4.add(v128.load32_splat(NUMBERS, 40), exponential(f32x4.neg(x))));
}

/** Two vectors of numbers times a factor, as eight 16-bit integers. */
// @ts-ignore: decorator
@inline
export function narrowed(low: v128, lowFactor: v128, high: v128, highFactor: v128): v128 {
  const rounder = f32x4.splat(ROUNDER);
  const bits = i32x4.splat(ROUNDER_BITS);
  return i16x8.narrow_i32x4_s(
    i32x4.sub(f32x4.add(f32x4.mul(low, lowFactor), rounder), bits),
    i32x4.sub(f32x4.add(f32x4.mul(high, highFactor), rounder), bits)
  );
}

/** `rows` rows of numbers, `stride` bytes apart, as 16-bit integers up to `limit` with a scale a row; `depth` a multiple of 8. */
export function quantizeRows(x: usize, stride: usize, out: usize, scales: usize, rows: i32, depth: i32, limit: f32): void {
  const length = (<usize>depth) << 2;
  for (let row = 0; row < rows; row++, x += stride, scales += 4) {
    let most = f32x4.splat(0), other = most;
    for (let at: usize = 0; at < length; at += 32) {
      most = f32x4.pmax(most, f32x4.abs(v128.load(x + at)));
      other = f32x4.pmax(other, f32x4.abs(v128.load(x + at, 16)));
    }
    const top = max(largest(f32x4.pmax(most, other)), <f32>1e-20);
    store<f32>(scales, top / limit);
    const factor = f32x4.splat(limit / top);
    for (let at: usize = 0; at < length; at += 32, out += 16)
      v128.store(out, narrowed(v128.load(x + at), factor, v128.load(x + at, 16), factor));
  }
}
