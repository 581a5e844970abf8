import type { Section } from './goldSets'

/** What others reach, as the gold data's README gives it: on the test sets of the same corpora, which are not ours to see. */
export interface PublishedFigure {
  readonly section: Section
  /** Names of the sets that it compares with begin so. */
  readonly family: string
  readonly system: string
  readonly figure: string
}

export const publishedFigures: readonly PublishedFigure[] = [
  { section: 'entities', family: 'conll2003', system: 'BERT-base', figure: 'F1 92.4 (four types, test set)' },
  {
    section: 'entities',
    family: 'conll2003',
    system: 'averaged perceptron with clusters and dictionaries',
    figure: 'F1 91.4 (four types, test set)'
  },
  { section: 'entities', family: 'conll2003', system: 'BiLSTM-CRF', figure: 'F1 90.9 (four types, test set)' },
  { section: 'entities', family: 'conll2003', system: 'Illinois', figure: 'F1 90.8 (four types, test set)' },
  { section: 'entities', family: 'conll2003', system: 'compromise', figure: 'F1 48.2 (three types, test set)' },
  { section: 'entities', family: 'polnear-entities', system: 'compromise', figure: 'F1 52.1 (sister set)' },
  { section: 'entities', family: 're3d', system: 'compromise', figure: 'F1 28.7' },
  {
    section: 'quotes',
    family: 'polnear',
    system: 'two human annotators with each other',
    figure: 'found F1 78.6, attributed F1 71.3'
  },
  {
    section: 'roles',
    family: 'polnear',
    system: 'two human annotators with each other',
    figure: 'source/cue/content F1 78.4/69.5/67.4'
  },
  {
    section: 'roles',
    family: 'polnear',
    system: 'BERT + Cofe',
    figure: 'source/cue/content F1 83.2/75.3/72.9 (test set)'
  },
  {
    section: 'roles',
    family: 'polnear',
    system: 'BiLSTM-CRF',
    figure: 'source/cue/content F1 69.6/66.7/59.0 (test set)'
  },
  {
    section: 'roles',
    family: 'polnear',
    system: 'CRF on embeddings',
    figure: 'source/cue/content F1 50.6/53.4/28.6 (test set)'
  },
  { section: 'roles', family: 'polnear', system: 'CoreNLP', figure: 'source/-/content F1 13.9/-/17.5 (test set)' },
  {
    section: 'links',
    family: 'polnear-links',
    system: 'same last name, previous speaker for pronouns',
    figure: 'B-cubed F1 84.2, pairs F1 67.4 (gold quotes given, sister set)'
  },
  {
    section: 'links',
    family: 'polnear-links',
    system: 'same last name',
    figure: 'B-cubed F1 81.2, pairs F1 56.0 (gold quotes given, sister set)'
  },
  {
    section: 'links',
    family: 'polnear-links',
    system: 'same string',
    figure: 'B-cubed F1 78.3, pairs F1 48.0 (gold quotes given, sister set)'
  },
  { section: 'acting', family: 'relocar', system: 'BERT', figure: 'accuracy 94.8 (test set)' },
  { section: 'acting', family: 'relocar', system: 'LSTM', figure: 'accuracy 83.6 (test set)' },
  { section: 'acting', family: 'semeval2007', system: 'BERT', figure: 'accuracy 89.1 (test set)' },
  { section: 'acting', family: 'semeval2007', system: 'best without a network', figure: 'accuracy 86.2 (test set)' },
  { section: 'acting', family: 'semeval2007', system: 'LSTM', figure: 'accuracy 83.1 (test set)' },
  { section: 'seeds', family: 'seeds', system: 'the project\u2019s own goal', figure: 'everything required' }
]
