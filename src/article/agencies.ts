/** News agencies and wire services by the names they are credited under, lower case. */
const agencies = new Set([
  'xinhua', 'ap', 'associated press', 'the associated press', 'reuters', 'thomson reuters', 'afp', 'agence france-presse', 'upi',
  'united press international', 'dpa', 'efe', 'ansa', 'tass', 'itar-tass', 'interfax', 'ria novosti', 'sputnik', 'kyodo', 'kyodo news',
  'jiji', 'jiji press', 'yonhap', 'anadolu', 'anadolu agency', 'aa', 'pti', 'press trust of india', 'ani', 'ians', 'uni', 'app', 'wafa',
  'sana', 'irna', 'isna', 'mena', 'bernama', 'antara', 'kuna', 'spa', 'wam', 'petra', 'qna', 'nna', 'ina', 'jta', 'bloomberg', 'cnn',
  'bbc', 'bbc news', 'nbc', 'nbc news', 'abc', 'abc news', 'cbs', 'cbs news', 'fox news', 'npr', 'ips', 'inter press service', 'cp',
  'canadian press', 'the canadian press', 'pa', 'pa media', 'press association', 'aap', 'ap photo', 'afp photo', 'getty images', 'apa',
  'belga', 'anp', 'lusa', 'pap', 'ctk', 'tt', 'ntb', 'stt', 'ritzau', 'mti', 'tanjug', 'hina', 'ukrinform', 'unian', 'cns', 'rns',
  'voa', 'voa news', 'rfe/rl', 'rferl', 'rfa', 'dw', 'al jazeera', 'pr newswire', 'business wire', 'globe newswire', 'marketwatch',
  'tns'
])

/** Whether a name is a news agency's. Case and the spaces around do not matter. */
export function isAgency(name: string): boolean {
  return agencies.has(name.trim().toLowerCase())
}

/** The longest name in the list, in characters: a search never has to look further. */
export const longestAgencyName = Math.max(...[...agencies].map((name) => name.length))
