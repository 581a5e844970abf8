import { ofPair, type Figure, type Ratings } from './ratings'

/** The three figures of one table of answers, none of which depends on the order of the annotators. */
export interface AgreementFigures {
  readonly percent: Figure
  readonly kappa: Figure
  readonly alpha: Figure
}

export function agreementFigures(ratings: Ratings): AgreementFigures {
  return { percent: percentAgreement(ratings), kappa: kappa(ratings), alpha: krippendorffsAlpha(ratings) }
}

/**
 * The share of units, 0 to 1, on which all annotators gave the same answer, of the units that all of them answered: `agree` of
 * R's irr, as a share.
 */
export function percentAgreement({ rows }: Ratings): Figure {
  let all = 0
  let same = 0
  for (const { answers, units } of rows) {
    if (answers.includes(null)) continue
    all += units
    if (answers.every((answer) => answer === answers[0])) same += units
  }
  return all === 0 ? 'nothing-to-compare' : same / all
}

/**
 * Of two annotators Cohen's kappa (J. Cohen, "A coefficient of agreement for nominal scales", Educational and Psychological
 * Measurement 20, 1960): (po - pe) / (1 - pe), with po the share of equal answers and pe the sum over all answers of the product
 * of how often each annotator gives it. Units that one of them did not answer are left out.
 *
 * Of more annotators the mean of all pairs (R. J. Light, "Measures of response agreement for qualitative data", Psychological
 * Bulletin 76, 1971); pairs that have nothing in common are left out, and one pair without variation leaves the mean undefined.
 */
export function kappa(ratings: Ratings): Figure {
  const pairs: number[] = []
  for (let second = 1; second < ratings.annotators; second++) {
    for (let first = 0; first < second; first++) {
      const figure = cohensKappa(ofPair(ratings, first, second))
      if (figure === 'no-variation') return figure
      if (figure !== 'nothing-to-compare') pairs.push(figure)
    }
  }
  return pairs.length === 0 ? 'nothing-to-compare' : pairs.reduce((sum, figure) => sum + figure, 0) / pairs.length
}

function cohensKappa({ rows }: Ratings): Figure {
  let all = 0
  let same = 0
  const uses = new Map<string, [number, number]>()
  for (const { answers, units } of rows) {
    all += units
    if (answers[0] === answers[1]) same += units
    for (const annotator of [0, 1] as const) {
      const answer = answers[annotator] ?? ''
      const counts = uses.get(answer) ?? [0, 0]
      counts[annotator] += units
      uses.set(answer, counts)
    }
  }
  if (all === 0) return 'nothing-to-compare'
  // In whole numbers, so that "no variation" is exact.
  const byChance = [...uses.values()].reduce((sum, [first, second]) => sum + first * second, 0)
  return byChance === all * all ? 'no-variation' : (same * all - byChance) / (all * all - byChance)
}

/**
 * Krippendorff's alpha for answers without order (K. Krippendorff, "Computing Krippendorff's Alpha-Reliability", 2011): 1 - Do/De,
 * from the coincidences of answers, in which a unit that m annotators answered counts each pair of its answers 1/(m - 1) times.
 * For any number of annotators and with answers missing; a unit that only one annotator answered is left out.
 */
export function krippendorffsAlpha({ rows }: Ratings): Figure {
  let paired = 0
  let agreeing = 0
  const uses = new Map<string, number>()
  for (const { answers, units } of rows) {
    const given = answers.filter((answer) => answer !== null)
    if (given.length < 2) continue
    paired += given.length * units
    const counts = new Map<string, number>()
    for (const answer of given) counts.set(answer, (counts.get(answer) ?? 0) + 1)
    for (const [answer, count] of counts) {
      agreeing += (units * count * (count - 1)) / (given.length - 1)
      uses.set(answer, (uses.get(answer) ?? 0) + units * count)
    }
  }
  if (paired === 0) return 'nothing-to-compare'
  if (uses.size === 1) return 'no-variation'
  const differing = [...uses.values()].reduce((sum, count) => sum + count * (paired - count), 0)
  return 1 - ((paired - 1) * (paired - agreeing)) / differing
}
