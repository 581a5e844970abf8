import { joinedBytes } from '../../../util/joinedBytes'

/** The parts of a model file, read one after the other. All throw that the file is damaged where it ends too soon. */
export interface FileParts {
  readonly integer: () => number
  readonly integers: (count: number) => Uint32Array
  readonly floats: (count: number) => Float32Array
  /** Of which the file holds the upper half. */
  readonly shortFloats: (count: number) => Float32Array
  /** As they lie in the file. */
  readonly bytes: (count: number) => Int8Array
  /** Throws that the file is damaged, where it is. */
  readonly check: (isRight: boolean) => void
  /** Throws when the file goes on. */
  readonly end: () => void
}

/** @param name of the file, for the message */
export function fileParts(file: Uint8Array, name: string): FileParts {
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength)
  let at = 0
  const check = (isRight: boolean) => {
    if (!isRight) throw new Error(`${name} is damaged`)
  }
  const take = (length: number) => {
    check(at + length <= file.byteLength)
    at += length
    return at - length
  }
  const integers = (count: number) => {
    const from = take(count * 4)
    return Uint32Array.from({ length: count }, (_, index) => view.getUint32(from + index * 4, true))
  }
  return {
    integer: () => view.getUint32(take(4), true),
    integers,
    floats: (count) => new Float32Array(integers(count).buffer),
    shortFloats(count) {
      const from = take(count * 2)
      return new Float32Array(
        Uint32Array.from({ length: count }, (_, index) => view.getUint16(from + index * 2, true) << 16).buffer
      )
    },
    bytes: (count) => new Int8Array(file.buffer, file.byteOffset + take(count), count),
    check,
    end: () => {
      check(at === file.byteLength)
    }
  }
}

/** What `FileParts` reads. */
export interface WrittenParts {
  readonly integer: (value: number) => void
  readonly floats: (values: ArrayLike<number>) => void
  /** Floats whose lower halves are zero. */
  readonly shortFloats: (values: Float32Array) => void
  /** Whole numbers from -128 to 127. */
  readonly bytes: (values: Int8Array | Float32Array) => void
  readonly raw: (bytes: Uint8Array) => void
  readonly file: () => Uint8Array
}

export function writtenParts(): WrittenParts {
  const parts: Uint8Array[] = []
  const raw = (bytes: Uint8Array) => {
    parts.push(bytes)
  }
  return {
    integer: (value) => {
      raw(new Uint8Array(Uint32Array.of(value).buffer))
    },
    floats: (values) => {
      raw(new Uint8Array(Float32Array.from(values).buffer))
    },
    shortFloats: (values) => {
      const bits = new Uint32Array(Float32Array.from(values).buffer)
      raw(new Uint8Array(Uint16Array.from(bits, (each) => each >>> 16).buffer))
    },
    bytes: (values) => {
      raw(new Uint8Array(Int8Array.from(values).buffer))
    },
    raw,
    file: () => joinedBytes(parts)
  }
}
