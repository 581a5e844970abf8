// @ts-check
// Which stages run, and which of them may begin now. No clock and no processes: run.mjs has those.

/** @typedef {Pick<import('./stages.mjs').Stage, 'name' | 'group' | 'seconds' | 'weight' | 'needs' | 'holds'>} Planned */

/**
 * The stages with these names or of these groups, and those that they need; all but `desktop` when nothing is named.
 * @template {Planned} S
 * @param {readonly S[]} stages @param {readonly string[]} wanted @returns {S[]} in the order of `stages`
 * @throws when a name is unknown
 */
export function chooseStages(stages, wanted) {
  const unknown = wanted.filter((name) => !stages.some((stage) => stage.name === name || stage.group === name))
  if (unknown.length > 0)
    throw new Error(`no stage "${unknown.join('", "')}"; there are ${stages.map((stage) => stage.name).join(', ')}`)
  /** @type {Set<S>} */
  const chosen = new Set()
  /** @param {S} stage */
  const choose = (stage) => {
    if (chosen.has(stage)) return
    chosen.add(stage)
    for (const name of stage.needs ?? []) {
      const needed = stages.find((one) => one.name === name)
      if (needed === undefined) throw new Error(`the stage "${stage.name}" needs "${name}", which is none`)
      choose(needed)
    }
  }
  for (const stage of stages)
    if (
      wanted.length === 0
        ? stage.group !== 'desktop'
        : wanted.includes(stage.name) || wanted.includes(stage.group ?? '')
    )
      choose(stage)
  return stages.filter((stage) => chosen.has(stage))
}

/**
 * Runs stages side by side. A stage begins when those it needs are green, when nobody holds what it holds, and when there is
 * room for its weight beside those that run: they weigh `atOnce` together at most, unless one alone is heavier. Of those that
 * may begin, the one begins behind which the longest work lies.
 * A red stage stops no other but those that need it.
 * @template {Planned} S
 * @param {readonly S[]} stages @param {number} atOnce
 * @param {(stage: S) => Promise<boolean>} execute runs a stage and says whether it was green
 * @param {(stage: S, red: string) => void} leaveOut hears of each stage that is not run, with the red stage that it needs
 * @returns {Promise<void>} when all have ended
 * @throws when stages need each other in a circle
 */
export async function runStages(stages, atOnce, execute, leaveOut) {
  const lengths = wholeLengths(stages)
  /** @type {Map<string, 'waiting' | 'running' | 'green' | 'red'>} */
  const states = new Map(stages.map(({ name }) => [name, 'waiting']))
  /** @type {Map<S, Promise<void>>} */
  const running = new Map()
  for (;;) {
    leaveOutBehindRed()
    for (let next = nextStage(); next !== undefined; next = nextStage()) begin(next)
    if (running.size === 0) return
    await Promise.race(running.values())
  }

  function leaveOutBehindRed() {
    for (let isDone = false; !isDone;) {
      isDone = true
      for (const stage of stages) {
        const red = stage.needs?.find((name) => states.get(name) === 'red')
        if (states.get(stage.name) !== 'waiting' || red === undefined) continue
        states.set(stage.name, 'red')
        leaveOut(stage, red)
        isDone = false
      }
    }
  }

  /** @returns {S | undefined} */
  function nextStage() {
    const room =
      running.size === 0 ? Infinity : atOnce - [...running.keys()].reduce((sum, { weight = 1 }) => sum + weight, 0)
    const held = new Set([...running.keys()].flatMap(({ holds }) => holds ?? []))
    return stages
      .filter(
        ({ name, weight = 1, needs, holds }) =>
          states.get(name) === 'waiting' &&
          weight <= room &&
          (needs ?? []).every((needed) => states.get(needed) === 'green') &&
          !(holds ?? []).some((thing) => held.has(thing))
      )
      .sort((a, b) => (lengths.get(b.name) ?? 0) - (lengths.get(a.name) ?? 0))[0]
  }

  /** @param {S} stage */
  function begin(stage) {
    states.set(stage.name, 'running')
    running.set(
      stage,
      execute(stage).then((isGreen) => {
        states.set(stage.name, isGreen ? 'green' : 'red')
        running.delete(stage)
      })
    )
  }
}

/**
 * The seconds of each stage and of the longest chain of stages that can only begin after it.
 * @param {readonly Planned[]} stages @returns {ReadonlyMap<string, number>}
 */
function wholeLengths(stages) {
  /** @type {Map<string, number>} */
  const lengths = new Map()
  /** @param {Planned} stage @param {readonly string[]} before @returns {number} */
  const lengthOf = (stage, before) => {
    if (before.includes(stage.name)) throw new Error(`stages need each other: ${[...before, stage.name].join(', ')}`)
    const known = lengths.get(stage.name)
    if (known !== undefined) return known
    const after = stages
      .filter(({ needs }) => needs?.includes(stage.name))
      .map((one) => lengthOf(one, [...before, stage.name]))
    const length = stage.seconds + Math.max(0, ...after)
    lengths.set(stage.name, length)
    return length
  }
  for (const stage of stages) lengthOf(stage, [])
  return lengths
}
