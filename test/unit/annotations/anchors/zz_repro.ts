import { live, type Step } from './zz_live'
const sentences = ['We will cut taxes.','He said so.','The minister, who had been in office for 12 years, did not want to comment on the talks in Geneva.','Smith met Jones \u{1F600} in Geneva on Monday.','Talks go on.','\u201CWe will cut taxes,\u201D said Smith.', '\u201CWe will not cut taxes,\u201D said Jones.','We will not cut taxes.','He left.']
for (const P of sentences) for (const n of [3,4,5]) {
  const text = `${P} ${P} We will cut taxes.\n\nWe will cut taxes.`
  const steps: Step[] = [
    { kind: 'edit', edit: { kind: 'cut', at: 0, length: 43 } },
    { kind: 'edit', edit: { kind: 'lineEnds', lineEnd: '\r\n' } },
    { kind: 'edit', edit: { kind: 'cut', at: 0, length: 59 } },
    { kind: 'edit', edit: { kind: 'replace', at: 0, length: 18, text: 'x' } },
    { kind: 'revert' }
  ]
  for (const looks of [0,1]) try { live(text, [{ at: 0, words: n }, { at: 0, words: 1 }], looks ? steps.flatMap((s) => [s, { kind: 'look' as const }]) : steps); console.log('ok', P.slice(0,20), n) } catch (e) { console.log('FAIL', looks, P, n, String((e as Error).message)) }
}
