import type { FlatFeatures } from '../../flat/flatDocument'
import { featureNames, featuresOfTexts } from '../../reading/foreign'

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
  const texts = new Map<string, string>()
  for (const line of text.split('\n')) {
    const [, name = '', value = ''] = /^([a-zA-Z]+): (.*)$/s.exec(line) ?? []
    if (!featureNames.includes(name)) return undefined
    texts.set(
      name,
      value.replace(/\\([\\nr])/g, (_, unit: string) => unescapes[unit]!)
    )
  }
  return featuresOfTexts(texts)
}

const escapes: Readonly<Record<string, string>> = { '\\': '\\\\', '\n': '\\n', '\r': '\\r' }
const unescapes: Readonly<Record<string, string>> = { '\\': '\\', n: '\n', r: '\r' }
