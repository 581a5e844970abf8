import { readFileSync, writeFileSync } from 'node:fs'

/** From now on `peakMegabytes` tells the most since now. Of the whole process so far, where the system is none that can forget (Linux can). */
export function forgetPeak(): void {
  try {
    writeFileSync('/proc/self/clear_refs', '5')
  } catch {
    // No such file: the peak stays that of the whole process.
  }
}

/** The most memory that the process has had, in mebibytes. */
export function peakMegabytes(): number {
  try {
    const kilobytes = /^VmHWM:\s*(\d+) kB$/m.exec(readFileSync('/proc/self/status', 'utf8'))?.[1]
    if (kilobytes !== undefined) return Number(kilobytes) / 1024
  } catch {
    // Another system.
  }
  return process.resourceUsage().maxRSS / 1024
}
