import type { EncoderReading } from '../../src/encoder'
import { heldOutEncoders, shippedEncoder } from '../encoder/heldOutEncoders'
import { readNames, type GoldArticle } from './corpora'

/** What an encoder says of articles that it was not taught on, whichever set they are from. Each is read once. */
export async function readings(): Promise<(article: GoldArticle) => EncoderReading> {
  const taught = ['conll2003-train', 'polnear-entities-dev'] as const
  const shipped = await shippedEncoder()
  const heldOut = new Map(
    await Promise.all(
      taught.map(async (set) => [set, await heldOutEncoders(readNames(set).map(({ id }) => id))] as const)
    )
  )
  const known = new Map<GoldArticle, EncoderReading>()
  return (article) => {
    const encoder = heldOut.get(article.set as (typeof taught)[number])?.(article.id) ?? shipped
    const reading = known.get(article) ?? encoder.read(article.text)
    known.set(article, reading)
    return reading
  }
}
