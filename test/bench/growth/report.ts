import { table, whole } from '../table'
import { mostFourTimes, type Growth } from './growth'

/** A table of ratios, because they are the same on every machine, and a line for each group that grows faster than it may. */
export function reportGrowth(growths: readonly Growth[]): string {
  return [
    table(
      [
        'the worst of hostile inputs',
        'inputs',
        'the worst',
        'size',
        'milliseconds of processor time',
        'twice the size: times',
        `four times the size: times, at most ${mostFourTimes}`
      ],
      growths.map(({ what, cases, worst, unit, size, first, twice, fourTimes, tooSteep }) => [
        what,
        whole(cases),
        `\`${worst.replaceAll('|', '\\|')}\``,
        `${whole(size)} ${unit}`,
        first.toFixed(1),
        twice.toFixed(1),
        `${fourTimes.toFixed(1)}${tooSteep.length > 0 ? ' **too steep**' : ''}`
      ])
    ),
    '',
    ...growths
      .filter(({ tooSteep }) => tooSteep.length > 0)
      .map(({ what, tooSteep }) => `Too steep, ${what}: ${tooSteep.join(', ')}`),
    isTooSteep(growths)
      ? `Some time is more than ${mostFourTimes} times as long for four times the size.`
      : `No time is more than ${mostFourTimes} times as long for four times the size.`
  ].join('\n')
}

/** True when something grows faster than it may. */
export function isTooSteep(growths: readonly Growth[]): boolean {
  return growths.some(({ tooSteep }) => tooSteep.length > 0)
}
