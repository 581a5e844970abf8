/** Whether the place name at words `first` to `last` acts: a verb of acting or deciding after it, or a party to something. */
export function isActing(surface: (at: number) => string, first: number, last: number): boolean {
  const before = surface(first - 1).toLowerCase()
  const after = surface(last).toLowerCase()
  if (locative.has(before)) return false
  if (actingVerb.test(after) || after === 'and' && actingVerb.test(surface(last + 2).toLowerCase())) return true
  if (after === "'s" || after === '\u2019s') return actingNoun.test(surface(last + 1).toLowerCase())
  return partners.has(before)
}

const locative = new Set(['in', 'at', 'from', 'near', 'around', 'across', 'inside', 'outside', 'southern', 'northern', 'eastern', 'western', 'central', 'into', 'over', 'visit', 'visited'])
const partners = new Set(['by', 'between', 'with', 'against', 'urge', 'urged', 'accuse', 'accused', 'pressure', 'told', 'warned', 'asked', 'called'])
const actingVerb = /^(?:said|says|has|had|have|will|would|won|lost|beat|agreed|announced|denied|warned|accused|launched|sent|sends|wants|wanted|continued|continues|refused|rejected|must|should|could|may|can|signed|agrees|seeks|vowed|insisted|insists|called|urged|plays|played|defeated)$/
const actingNoun = /^(?:decision|offensive|incursion|policy|demand|demands|stance|response|vow|refusal|attack|attacks|military|army|government)$/
