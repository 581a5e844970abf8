import { ok, deepEqual } from 'node:assert/strict'
import { apart, kernelMemory, numbers, packedBytes } from './kernelMemory'
import { attended, gated, normalized, plusBias, product, related, rotated, rowsOf } from './plainKernels'

describe('kernels, against 64-bit numbers', () => {
  for (const [rows, depth, columns] of [
    [4, 8, 8],
    [12, 192, 256],
    [20, 704, 24]
  ] as const)
    it(`multiply ${rows} rows of ${depth} into ${columns} columns, on a start or on a bias`, async () => {
      const { kernels, ...memory } = await kernelMemory()
      const a = numbers(rows * depth).map((value) => Math.round(value * 20_000))
      const weights = numbers(columns * depth, 2).map((value) => Math.round(value * 127))
      const [scales, weightScales] = [numbers(rows, 3), numbers(columns, 4)]
      const start = numbers(rows * columns, 5)
      const exact = product(
        rowsOf(
          a.map((value, index) => value * Math.fround(scales[Math.floor(index / depth)]!)),
          depth
        ),
        rowsOf(
          weights.map((value, index) => value * Math.fround(weightScales[Math.floor(index / depth)]!)),
          depth
        )
      )
      const given = [
        ...[memory.shorts(a), memory.floats(scales)],
        ...[memory.bytes(packedBytes(rowsOf(weights, depth))), memory.floats(weightScales)]
      ] as const
      const [panel, out] = [memory.room(16 * depth), memory.room(4 * rows * columns)]
      const multiply = (from: number, stride: number) => {
        kernels.multiply(
          ...(given as [number, number, number, number]),
          panel,
          from,
          stride,
          out,
          4 * columns,
          rows,
          depth,
          columns
        )
        return memory.readFloats(out, rows * columns)
      }
      ok(apart(multiply(0, 4 * columns), exact.values) < 1e-6)
      const onStart = exact.values.map((value, index) => value + start[index]!)
      ok(apart(multiply(memory.floats(start), 4 * columns), onStart) < 1e-6)
      ok(apart(multiply(memory.floats(start), 0), plusBias(exact, start.subarray(0, columns)).values) < 1e-6)
    })

  it('the largest sums that may come up do not overflow', async () => {
    const { kernels, ...memory } = await kernelMemory()
    const [rows, depth, columns] = [4, 704, 8]
    const limit = Math.floor((2 ** 31 - 1) / (127 * depth))
    const [panel, out] = [memory.room(16 * depth), memory.room(4 * rows * columns)]
    kernels.multiply(
      ...([memory.shorts(new Array<number>(rows * depth).fill(-limit)), memory.floats([1, 1, 1, 1])] as const),
      ...([
        memory.bytes(new Array<number>(columns * depth).fill(127)),
        memory.floats(new Array<number>(8).fill(1))
      ] as const),
      ...([panel, 0, 0, out, 4 * columns, rows, depth, columns] as const)
    )
    ok(apart(memory.readFloats(out, rows * columns), new Array<number>(32).fill(-limit * 127 * depth)) < 1e-6)
  })

  it('numbers become 16-bit integers with a scale a row; a row of zeros stays one', async () => {
    const { kernels, ...memory } = await kernelMemory()
    const [rows, depth, limit] = [3, 24, 12_000]
    const x = numbers(rows * depth).map((value, index) =>
      index < 2 * depth ? value * 10 ** Math.floor(index / depth) : 0
    )
    const [out, scales] = [memory.room(2 * rows * depth), memory.room(4 * rows)]
    kernels.quantize(memory.floats(x), out, scales, rows, depth, limit)
    const found = memory.readShorts(out, rows * depth)
    const factors = memory.readFloats(scales, rows)
    const back = Float64Array.from(found, (value, index) => value * factors[Math.floor(index / depth)]!)
    for (const at of [0, 1]) {
      const of = (values: Float64Array) => values.subarray(at * depth, (at + 1) * depth)
      ok(apart(of(back), of(x)) <= 0.51 / limit)
      deepEqual(Math.max(...found.subarray(at * depth, (at + 1) * depth).map(Math.abs)), limit)
    }
    deepEqual([...found.subarray(2 * depth)], new Array(depth).fill(0))
  })

  it('gather takes rows of the table as they are', async () => {
    const { kernels, ...memory } = await kernelMemory()
    const table = numbers(5 * 16).map((value) => Math.round(value * 127))
    const [out, scales] = [memory.room(2 * 3 * 16), memory.room(4 * 3)]
    const [at, factors] = [memory.bytes(table), memory.floats([1, 2, 3, 4, 5])]
    kernels.gather(at, factors, memory.integers([4, 0, 4]), out, scales, 3, 16)
    const rows = [4, 0, 4].flatMap((id) => [...table.subarray(id * 16, (id + 1) * 16)])
    deepEqual([...memory.readShorts(out, 48)], rows)
    deepEqual([...memory.readFloats(scales, 3)], [5, 1, 5])
  })

  it('normalize', async () => {
    const { kernels, ...memory } = await kernelMemory()
    const [x, gain] = [numbers(3 * 40).map((value) => value * 9), numbers(40, 2)]
    const out = memory.room(4 * 3 * 40)
    kernels.normalize(memory.floats(x), memory.floats(gain), out, 3, 40)
    ok(apart(memory.readFloats(out, 120), normalized(rowsOf(x, 40), gain).values) < 1e-6)
  })

  it('gate, also where its exponential is at its ends', async () => {
    const { kernels, ...memory } = await kernelMemory()
    const x = numbers(2 * 48).map((value, index) =>
      index < 8 ? [-1e4, -90, -87, -1, 0, 1, 88, 1e4][index]! : value * 20
    )
    const out = memory.room(4 * 48)
    kernels.gate(memory.floats(x), out, 2, 24)
    ok(apart(memory.readFloats(out, 48), gated(rowsOf(x, 48)).values) < 1e-6)
    const small = numbers(96, 3)
    kernels.gate(memory.floats(small), out, 2, 24)
    ok(apart(memory.readFloats(out, 48), gated(rowsOf(small, 48)).values) < 1e-6)
  })

  for (const [rows, width, heads] of [
    [8, 64, 2],
    [24, 96, 3],
    [12, 64, 2],
    [40, 64, 1],
    [44, 96, 3],
    [16, 256, 4]
  ] as const)
    it(`rotate and attend, ${rows} rows of ${width} with ${heads} heads`, async () => {
      const { kernels, ...memory } = await kernelMemory()
      const head = width / heads
      const qkv = rowsOf(
        numbers(rows * 3 * width).map((value) => value * 3),
        3 * width
      )
      const angles = Float64Array.from({ length: rows * head }, (_, index) => {
        const across = index % head
        const angle = Math.floor(index / head) / 10_000 ** ((2 * (across % (head / 2))) / head)
        return across < head / 2 ? Math.cos(angle) : Math.sin(angle)
      })
      const at = memory.floats(qkv.values)
      kernels.rotate(at, memory.floats(angles), rows, width, heads)
      const turned = rotated(qkv, heads)
      ok(apart(memory.readFloats(at, qkv.values.length), turned.values) < 1e-6)

      const [out, scratch] = [memory.room(4 * rows * width), memory.room(kernels.attendBytes(rows, width, heads))]
      for (const length of [rows, rows - 3]) {
        kernels.attend(at, out, scratch, length, rows, width, heads)
        const found = memory.readFloats(out, length * width)
        ok(apart(found, attended(turned, heads, length).values.subarray(0, length * width)) < 1e-3)
      }
    })

  it('multiplyFloats', async () => {
    const { kernels, ...memory } = await kernelMemory()
    const [rows, depth, columns] = [3, 40, 24]
    const [x, weights, bias] = [numbers(rows * depth), numbers(columns * depth, 2), numbers(columns, 3)]
    const packed = Float64Array.from({ length: columns * depth }, (_, index) => {
      const [block, at, each] = [Math.floor(index / (8 * depth)), Math.floor(index / 8) % depth, index % 8]
      return weights[(8 * block + each) * depth + at]!
    })
    const out = memory.room(4 * rows * columns)
    kernels.multiplyFloats(memory.floats(x), memory.floats(packed), memory.floats(bias), out, rows, depth, columns)
    const exact = plusBias(product(rowsOf(x, depth), rowsOf(weights, depth)), bias)
    ok(apart(memory.readFloats(out, rows * columns), exact.values) < 1e-5)
  })

  it('relate', async () => {
    const { kernels, ...memory } = await kernelMemory()
    const [rows, roles, rank, hidden] = [5, 7, 16, 24]
    const given = {
      asked: rowsOf(numbers(roles * rank), rank),
      askedMix: numbers(hidden, 2),
      offered: rowsOf(numbers(rows * roles * rank, 3), roles * rank),
      offeredMix: rowsOf(numbers(rows * hidden, 4), hidden),
      far: rowsOf(numbers(8 * hidden, 5), hidden),
      steps: [7, 0, 3, 3, 1],
      last: rowsOf(numbers(roles * hidden, 6), hidden),
      bias: numbers(roles, 7)
    }
    const out = memory.room(4 * 8 * rows)
    kernels.relate(
      ...([memory.floats(given.asked.values), memory.floats(given.offered.values)] as const),
      ...([memory.floats(given.askedMix), memory.floats(given.offeredMix.values)] as const),
      ...([memory.floats(given.far.values), memory.integers(given.steps), memory.floats(given.last.values)] as const),
      ...([memory.floats(given.bias), memory.room(4 * hidden), out, rows, roles, rank, hidden] as const)
    )
    const found = memory.readFloats(out, 8 * rows).filter((_, index) => index % 8 < roles)
    ok(apart(found, related(given).values) < 1e-5)
  })
})
