import { agreementRows, rowName, sideFacts, sideText, type Figure } from '../annotations/agreement'
import { excelCsv } from '../exchange'
import { translatable } from '../util/translate'
import type { ComparedState } from './comparisonSession'

/** A file that a comparison can be exported as. */
export interface ComparisonFormat {
  readonly id: string
  readonly label: string
  readonly description: string
  /** Between name and extension of the file that is proposed. */
  readonly suffix: string
  readonly extension: string
  readonly text: () => string
}

/** The two files that a comparison can be exported as. Labels are in English; see `exportMenu` in `src/commands`. */
export function comparisonFormats(
  state: ComparedState,
  codeName: (code: string) => string
): readonly ComparisonFormat[] {
  return [
    {
      id: 'csv-agreement',
      label: translatable('CSV of agreement'),
      description: translatable('a row for each figure: percent, kappa, alpha, F1'),
      suffix: '.agreement',
      extension: 'csv',
      text: () => agreementCsv(state, codeName)
    },
    {
      id: 'csv-judgements',
      label: translatable('CSV of decisions side by side'),
      description: translatable('a row for everything that both decided about, with what was settled'),
      suffix: '.comparison',
      extension: 'csv',
      text: () => judgementsCsv(state, codeName)
    }
  ]
}

/** A figure that is not defined is an empty cell, and the last column says why. */
function agreementCsv({ comparison, choice }: ComparedState, codeName: (code: string) => string) {
  const [first, second] = choice.annotators
  const header = [
    'first annotator',
    'second annotator',
    'measure',
    'about',
    'units',
    'agreement',
    'kappa',
    'alpha',
    'F1 exact',
    'F1 overlapping',
    'found of first',
    'found of second',
    'undefined because'
  ]
  const rows = agreementRows(comparison).map((row) => [
    first,
    second,
    row.measure,
    row.measure.startsWith('code') ? codeName(row.about) : rowName(row, codeName),
    row.units,
    cell(row.percent),
    cell(row.kappa),
    cell(row.alpha),
    row.exact,
    row.overlapping,
    row.overlappingOfFirst,
    row.overlappingOfSecond,
    [row.percent, row.kappa, row.alpha].find((figure) => typeof figure === 'string') ?? null
  ])
  return excelCsv(header, rows)
}

function judgementsCsv({ comparison, choice, names, settled }: ComparedState, codeName: (code: string) => string) {
  const header = ['article', 'kind', 'words', 'start', 'end', ...choice.annotators, 'agreed', 'settled']
  const rows = comparison.judgements.map((judgement) => [
    names.get(judgement.article) ?? judgement.article,
    judgement.kind,
    judgement.words,
    judgement.place?.start ?? null,
    judgement.place?.end ?? null,
    ...sideFacts(judgement).map((facts) => sideText(facts, codeName)),
    judgement.isAgreed,
    judgement.isAgreed ? null : settled.has(judgement)
  ])
  return excelCsv(header, rows)
}

function cell(figure: Figure | null): number | null {
  return typeof figure === 'number' ? figure : null
}
