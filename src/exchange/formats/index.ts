import type { ExchangeFormat } from '../format'
import { brat, bratInception } from './brat'
import { json } from './json'
import { jsonl } from './jsonl'

/** Every format, in the order of the menu. A new one is added here and nowhere else: commands and command line follow. */
export const exchangeFormats: readonly ExchangeFormat[] = [json, jsonl, brat, bratInception]

export function formatOf(id: unknown): ExchangeFormat | undefined {
  return exchangeFormats.find((format) => format.id === id)
}
