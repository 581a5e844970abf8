import { final, type Sieve } from '../discourse'

/** "The judge, Jane Roe, said", "Example Engineering, a company that ...": a description beside its bearer's name. */
export const apposition: Sieve = {
  rule: 'apposition',
  confidence: 0.9,
  resolve({ apposition: name }, _index, { named }) {
    return name >= 0 && named[name] ? final(named[name]) : null
  }
}
