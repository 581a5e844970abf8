/** The family of the noun for who does something: "mediates" -> mediator; undefined for verbs that make nobody an anything. */
export function agentOf(verb: string): string | undefined {
  return agents.get(verb)
}

// Only what somebody does for a living or in an office.
const table = `
mediate mediator
negotiate negotiator
lead leader
head head
chair chairman
coach coach
manage manager
direct director
edit editor
found founder
own owner
host host
teach teacher
farm farmer
represent lawyer
defend lawyer
prosecute prosecutor
research researcher
analyze analyst
analyse analyst
translate translator
moderate reporter
invest businessman`

const agents = new Map(
  table
    .trim()
    .split('\n')
    .flatMap((line) => {
      const [verb, family] = line.split(' ') as [string, string]
      return formsOf(verb).map((form) => [form, family] as const)
    })
)

function formsOf(verb: string): readonly string[] {
  const irregular: Readonly<Record<string, readonly string[]>> = {
    lead: ['leads', 'led'],
    teach: ['teaches', 'taught']
  }
  if (irregular[verb]) return irregular[verb]
  return verb.endsWith('e') ? [`${verb}s`, `${verb}d`] : [`${verb}s`, `${verb}ed`]
}
