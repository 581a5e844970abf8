import type { FlatFeatures } from '../../flat/flatDocument'

/**
 * Features as lines that people can read ("kind: direct"), for formats that have a description and nothing else; a backslash
 * stands before what would end a line.
 */
export function featureLines(features: FlatFeatures): string {
  return Object.entries(features)
    .map(([name, value]) => `${name}: ${String(value).replace(/[\\\r\n]/g, (unit) => escapes[unit]!)}`)
    .join('\n')
}

/** Undefined where a text is not such lines: somebody else wrote it. */
export function readFeatureLines(text: string): FlatFeatures | undefined {
  if (text === '') return undefined
  const features: [string, string | number | boolean][] = []
  for (const line of text.split('\n')) {
    const [, name = '', value = ''] = /^([a-zA-Z]+): (.*)$/s.exec(line) ?? []
    if (!names.has(name)) return undefined
    features.push([
      name,
      typed(
        name,
        value.replace(/\\([\\nr])/g, (_, unit: string) => unescapes[unit]!)
      )
    ])
  }
  return Object.fromEntries(features)
}

function typed(name: string, value: string): string | number | boolean {
  if (name === 'acting') return value === 'true'
  if (name !== 'repeat' && name !== 'confidence') return value
  const number = Number(value)
  return Number.isFinite(number) ? number : value
}

const names: ReadonlySet<string> = new Set([
  ...['acting', 'form', 'entity', 'name', 'identity', 'kind', 'act', 'speaker', 'repeat', 'code'],
  ...['status', 'annotator', 'created', 'confidence']
])
const escapes: Readonly<Record<string, string>> = { '\\': '\\\\', '\n': '\\n', '\r': '\\r' }
const unescapes: Readonly<Record<string, string>> = { '\\': '\\', n: '\n', r: '\r' }
