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
  return peakOfLinux() ?? process.resourceUsage().maxRSS / 1024
}

/** What the process has, in mebibytes. */
export function megabytesNow(): number {
  return process.memoryUsage.rss() / (1 << 20)
}

/** Undefined on another system. */
function peakOfLinux(): number | undefined {
  try {
    const kilobytes = /^VmHWM:\s*(\d+) kB$/m.exec(readFileSync('/proc/self/status', 'utf8'))?.[1]
    return kilobytes === undefined ? undefined : Number(kilobytes) / 1024
  } catch {
    return undefined
  }
}
