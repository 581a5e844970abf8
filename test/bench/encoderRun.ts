// Run by encoder.ts in a process of its own: the encoder alone, without the engine.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { openEncoder, prepareEncoder, type Encoder, type EncoderMemory } from '../../src/encoder'
import { middle, milliseconds } from './measure'
import { longArticle, type BenchText } from './texts'

export interface EncoderTask {
  readonly texts: readonly BenchText[]
  readonly runs: number
  /** The kernels' modules, in base64. */
  readonly own: string
  readonly shared: string
}

/** Milliseconds and rates are of processor time. */
export interface EncoderSpeed {
  readonly preparing: { readonly first: number; readonly again: number }
  readonly memory: { readonly weights: number; readonly workspace: number }
  readonly windows: { readonly piecesPerSecond: number; readonly productsPerSecond: number }
  readonly reading: { readonly first: number; readonly warm: number; readonly charactersPerPiece: number }
  readonly lengths: readonly {
    readonly characters: number
    readonly whole: number
    readonly keystroke: number
    readonly pieces: number
  }[]
}

const [models = '', input = ''] = process.argv.slice(2)
const { texts, runs, own, shared } = JSON.parse(readFileSync(input, 'utf8')) as EncoderTask
const kernels = { own: Buffer.from(own, 'base64'), shared: Buffer.from(shared, 'base64') }
const weights = readFileSync(join(models, 'encoder.safetensors'))

process.stdout.write(JSON.stringify(speed()))

function speed(): EncoderSpeed {
  const preparing = Array.from({ length: 3 }, () => milliseconds(() => prepareEncoder({ weights, kernels })))
  const prepared = prepareEncoder({ weights, kernels })
  if ('problem' in prepared) throw new Error(`${prepared.problem}: ${prepared.detail}`)
  const { layers, width, inner, low } = prepared.sizes
  const encoder = openEncoder(prepared)
  const characters = texts.reduce((sum, { text }) => sum + text.length, 0)
  let pieces = 0
  const all = () =>
    milliseconds(() => {
      pieces = texts.reduce((sum, { text }) => sum + encoder.read(text).encoded, 0)
    })
  const first = all()
  const warm = middle(Array.from({ length: runs }, all))
  const perWord = low * width + layers * (4 * width * width + 3 * width * inner)
  const window = fullWindow(encoder)
  const piecesPerSecond = 1000 / middle(Array.from({ length: runs }, () => window.millisecondsPerPiece()))
  return {
    preparing: { first: preparing[0]!, again: middle(preparing.slice(1)) },
    memory: { weights: prepared.workspaces, workspace: prepared.workspaceBytes },
    windows: { piecesPerSecond, productsPerSecond: piecesPerSecond * (perWord + 2 * layers * width * window.pieces) },
    reading: {
      first: (1000 * characters) / first,
      warm: (1000 * characters) / warm,
      charactersPerPiece: characters / pieces
    },
    lengths: [6_000, 300_000].map((length) => measured(encoder, longArticle(texts, length)))
  }
}

/** A text that is one window, read again and again. */
function fullWindow(encoder: Encoder): { readonly pieces: number; millisecondsPerPiece(): number } {
  const text = longArticle(texts, 20_000)
  let length = 300
  while (encoder.read(text.slice(0, length + 20)).encoded <= 254) length += 20
  const { encoded } = encoder.read(text.slice(0, length))
  return {
    pieces: encoded,
    millisecondsPerPiece: () => milliseconds(() => encoder.read(text.slice(0, length))) / encoded
  }
}

/** A letter is typed in the middle of the text, ever the next one. */
function measured(encoder: Encoder, text: string): EncoderSpeed['lengths'][number] {
  const times = Math.max(1, Math.min(runs, Math.round((runs * 30_000) / text.length)))
  const whole = middle(Array.from({ length: times }, () => milliseconds(() => encoder.read(text))))
  const memory: EncoderMemory = {}
  encoder.read(text, memory)
  let pieces = 0
  const keystroke = middle(
    Array.from({ length: runs }, (_, run) =>
      milliseconds(() => {
        const typed = `${text.slice(0, text.length / 2)}${'e'.repeat(run + 1)}${text.slice(text.length / 2)}`
        pieces = encoder.read(typed, memory).encoded
      })
    )
  )
  return { characters: text.length, whole, keystroke, pieces }
}
