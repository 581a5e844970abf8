// What every piece is to a cue.
import { sum, swish } from './lanes';

/**
 * out[row, role] = askedRoles[role] . offered[row, role] / root(rank) + bias[role] + last[role] . swish(askedMix + offeredMix[row] + far[steps[row]])
 * `offered`: rows of `roles` x `rank` numbers; `offeredMix` rows of `hidden`; `far` a table of such rows; `out` rows of 8 numbers.
 * `rank` and `hidden` multiples of 4, `roles` at most 8; `mixed` has room for `hidden` numbers.
 */
export function relate(
  asked: usize, offered: usize, askedMix: usize, offeredMix: usize, far: usize, steps: usize, last: usize, bias: usize, mixed: usize,
  out: usize, rows: i32, roles: i32, rank: i32, hidden: i32
): void {
  const depth = (<usize>rank) << 2, breadth = (<usize>hidden) << 2, factor = <f32>1 / sqrt<f32>(<f32>rank);
  for (let row = 0; row < rows; row++, offeredMix += breadth, steps += 4, out += 32) {
    const apart = far + <usize>load<i32>(steps) * breadth;
    for (let at: usize = 0; at < breadth; at += 16)
      v128.store(mixed + at, swish(f32x4.add(f32x4.add(v128.load(askedMix + at), v128.load(offeredMix + at)), v128.load(apart + at))));
    let query = asked, weights = last;
    for (let role = 0; role < roles; role++) {
      const product = dot(query, offered, depth), mix = dot(weights, mixed, breadth);
      store<f32>(out + (<usize>role << 2), product * factor + mix + load<f32>(bias + (<usize>role << 2)));
      query += depth; offered += depth; weights += breadth;
    }
  }
}

// @ts-ignore: decorator
@inline
function dot(a: usize, b: usize, length: usize): f32 {
  let total = f32x4.splat(0);
  for (let at: usize = 0; at < length; at += 16) total = f32x4.add(total, f32x4.mul(v128.load(a + at), v128.load(b + at)));
  return sum(total);
}
