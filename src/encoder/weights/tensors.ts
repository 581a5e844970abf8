/** The tensors of a file of weights, by name. */
export interface Tensors {
  readonly metadata: ReadonlyMap<string, string>
  /** Of the data. */
  readonly checksum: string
  /** `[rows, columns]` of a matrix; undefined where there is none of this name. */
  shape(name: string): readonly number[] | undefined
  /** A matrix of 8-bit rows with their scales. @throws {WeightsFault} when it is not there, or has another form */
  bytes(name: string, rows: number, columns: number): { readonly bytes: Int8Array; readonly scales: Float32Array }
  /** Numbers of any shape, in rows; 8-bit ones times their scales. @throws {WeightsFault} */
  floats(name: string, rows: number, columns: number): Float32Array
  /** Bytes as they are. @throws {WeightsFault} */
  raw(name: string): Uint8Array
}

/** A file of weights that is not what it should be; the message is for people. */
export class WeightsFault extends Error {}

interface Stored {
  readonly kind: 'I8' | 'F32' | 'U8'
  readonly shape: readonly number[]
  readonly begin: number
  readonly end: number
}

const bytesOf = { I8: 1, F32: 4, U8: 1 } as const
const longestHeader = 1_000_000

/**
 * Reads the layout of safetensors: eight bytes with the header's length, a header in JSON, data. The header's `__metadata__`
 * may hold a `checksum` of the data, which is then held against it.
 * @throws {WeightsFault} when the bytes are anything else
 */
export function readTensors(file: Uint8Array): Tensors {
  const { header, length } = headerOf(file)
  // Copied: what follows wants it at a multiple of four bytes, and a Buffer of Node slices without copying.
  const data = new Uint8Array(file.subarray(8 + length))
  const metadata = metadataOf(header)
  const stored = new Map<string, Stored>()
  for (const [name, entry] of Object.entries(header))
    if (name !== '__metadata__') stored.set(name, storedTensor(name, entry, data.length))
  const checksum = checksumOf(data)
  if ((metadata.get('checksum') ?? checksum) !== checksum) throw new WeightsFault('its checksum is another')

  const of = (name: string, kinds: readonly Stored['kind'][], shape?: readonly [number, number]): Stored => {
    const tensor = stored.get(name)
    if (!tensor) throw new WeightsFault(`${name} is missing`)
    const fits = !shape || (tensor.shape.at(-1) === shape[1] && sizeOf(tensor.shape) === shape[0] * shape[1])
    if (!kinds.includes(tensor.kind) || !fits)
      throw new WeightsFault(`${name} is ${tensor.kind} ${tensor.shape.join(' x ')}`)
    return tensor
  }
  const numbers = ({ begin, end }: Stored) => new Float32Array(data.buffer.slice(begin, end))
  const scalesOf = (name: string, rows: number) => numbers(of(`${name}.scale`, ['F32'], [1, rows]))
  return {
    metadata,
    checksum,
    shape: (name) => stored.get(name)?.shape,
    bytes(name, rows, columns) {
      const { begin } = of(name, ['I8'], [rows, columns])
      return { bytes: new Int8Array(data.buffer, begin, rows * columns), scales: scalesOf(name, rows) }
    },
    floats(name, rows, columns) {
      const tensor = of(name, ['F32', 'I8'], [rows, columns])
      if (tensor.kind === 'F32') return numbers(tensor)
      const bytes = new Int8Array(data.buffer, tensor.begin, rows * columns)
      const scales = scalesOf(name, rows)
      return Float32Array.from(bytes, (byte, index) => byte * (scales[Math.floor(index / columns)] ?? 0))
    },
    raw(name) {
      const { begin, end } = of(name, ['U8'])
      return data.subarray(begin, end)
    }
  }
}

/**
 * The checksum that the file says it has: fast, because the data is not looked at.
 * @throws {WeightsFault} when it has no header
 */
export function toldChecksum(file: Uint8Array): string | undefined {
  return metadataOf(headerOf(file).header).get('checksum')
}

function headerOf(file: Uint8Array): { readonly header: Record<string, unknown>; readonly length: number } {
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength)
  const length = file.length < 8 ? Infinity : view.getUint32(0, true) + view.getUint32(4, true) * 2 ** 32
  if (length > longestHeader || 8 + length > file.length) throw new WeightsFault('it has no header')
  return { header: parsed(new TextDecoder().decode(file.subarray(8, 8 + length))), length }
}

function metadataOf(header: Record<string, unknown>): ReadonlyMap<string, string> {
  return new Map(Object.entries(header['__metadata__'] ?? {}).map(([name, value]) => [name, String(value)]))
}

function parsed(header: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(header)
    if (typeof value === 'object' && value !== null) return value as Record<string, unknown>
  } catch {
    // Said below.
  }
  throw new WeightsFault('its header is not JSON')
}

function storedTensor(name: string, entry: unknown, dataLength: number): Stored {
  const { dtype, shape, data_offsets: offsets } = (entry ?? {}) as Record<string, unknown>
  const [begin, end] = isNumbers(offsets) ? offsets : []
  if (
    (dtype === 'I8' || dtype === 'F32' || dtype === 'U8') &&
    isNumbers(shape) &&
    begin !== undefined &&
    end !== undefined
  )
    if (begin <= end && end <= dataLength && end - begin === sizeOf(shape) * bytesOf[dtype])
      return { kind: dtype, shape, begin, end }
  throw new WeightsFault(`the header says of ${name} what cannot be`)
}

function isNumbers(value: unknown): value is readonly number[] {
  return Array.isArray(value) && value.every((number) => Number.isSafeInteger(number) && number >= 0)
}

function sizeOf(shape: readonly number[]): number {
  return shape.reduce((product, size) => product * size, 1)
}

/** FNV-1a over 32-bit words, as train/encoder/export.py writes it. */
function checksumOf(data: Uint8Array<ArrayBuffer>): string {
  let sum = 0x811c9dc5
  for (const word of new Uint32Array(data.buffer, 0, data.length >> 2)) sum = Math.imul(sum ^ word, 0x01000193)
  return (sum >>> 0).toString(16).padStart(8, '0')
}
