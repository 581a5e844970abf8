import { followDecisions } from '../../../../src/annotations'
import { codesOn, wordSpans } from './decisions'
import { newText, reloadEdit } from './identityText'
import { afterEdits, replacements, type RandomEdit } from './randomEdits'
const P = 'The minister, who had been in office for 12 years, did not want to comment on the talks in Geneva.'
const text = `${P} ${P} We will cut taxes.\n\nWe will cut taxes.`
const decided = codesOn(text, wordSpans(text, [{ at: 0, words: 4 }, { at: 0, words: 1 }]))
const f = followDecisions(decided, text)
console.log(JSON.stringify(decided.map((d) => d.target[0]), null, 1))
let whole = newText(text)
const edits: RandomEdit[] = [{ kind: 'cut', at: 0, length: 43 }, { kind: 'lineEnds', lineEnd: '\r\n' }, { kind: 'cut', at: 0, length: 59 }, { kind: 'replace', at: 0, length: 18, text: 'x' }]
for (const e of edits) {
  const r = replacements(whole, e)
  f.edit(r.map(({ start, end, by }) => ({ start, end, text: by.text })))
  whole = afterEdits(whole, r)
  console.log(JSON.stringify(whole.text))
  if (e.kind === 'lineEnds') console.log(JSON.stringify(f.decisions(whole.text).map((d) => d.target[0])))
}
console.log(JSON.stringify(f.decisions(whole.text).map((d) => d.target[0])))
const re = reloadEdit(whole.text, text)
console.log(JSON.stringify(re))
f.edit([re])
console.log(JSON.stringify(f.decisions(text).map((d) => d.target[0])))
