import type { Corpus } from '../../../src/corpus'
import { corpusBuilder, type CorpusBuilder } from '../../../src/workspace/corpusBuilder'

/** A builder, and the corpus that it announced last. */
export function builtCorpus(onReady?: () => void): {
  readonly builder: CorpusBuilder
  readonly corpus: () => Corpus | undefined
} {
  let last: Corpus | undefined
  const builder = corpusBuilder((corpus) => {
    last = corpus
  }, onReady)
  return { builder, corpus: () => last }
}
