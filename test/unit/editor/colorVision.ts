/** Linear red, green and blue, 0 to 1. */
export type Rgb = readonly [number, number, number]

type Matrix = readonly [Rgb, Rgb, Rgb]

/** Whoever sees no green, or no red, sees these in the place of a colour (Machado, Oliveira and Fernandes 2009, severity 1). */
export const visions: Readonly<Record<string, Matrix>> = {
  'full colour vision': [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1]
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881]
  ],
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998]
  ]
}

export function seenWith(vision: Matrix, color: Rgb): Rgb {
  return times(vision, color).map((part) => Math.min(1, Math.max(0, part))) as unknown as Rgb
}

/** "#rrggbb" or "#rrggbbaa" as it looks on an opaque background. */
export function onBackground(hex: string, background: Rgb = [1, 1, 1]): Rgb {
  const parts = [1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16) / 255)
  const alpha = hex.length > 7 ? parseInt(hex.slice(7), 16) / 255 : 1
  return parts.map((part, index) => linear(alpha * part + (1 - alpha) * encoded(background[index]!))) as unknown as Rgb
}

/** The contrast ratio of WCAG 2, 1 to 21. */
export function contrast(a: Rgb, b: Rgb): number {
  const [low, high] = [luminance(a), luminance(b)].sort((x, y) => x - y) as [number, number]
  return (high + 0.05) / (low + 0.05)
}

/** How different two colours look, as CIEDE2000: 1 is just noticeable, from 10 on they are told apart at a glance. */
export function difference(a: Rgb, b: Rgb): number {
  const [l1, a1, b1] = lab(a)
  const [l2, a2, b2] = lab(b)
  const meanChroma = (Math.hypot(a1, b1) + Math.hypot(a2, b2)) / 2
  const stretch = 1.5 - 0.5 * Math.sqrt(meanChroma ** 7 / (meanChroma ** 7 + 25 ** 7))
  const [c1, c2] = [Math.hypot(a1 * stretch, b1), Math.hypot(a2 * stretch, b2)]
  const [h1, h2] = [degrees(b1, a1 * stretch), degrees(b2, a2 * stretch)]
  const turn = ((h2 - h1 + 540) % 360) - 180
  const hue = 2 * Math.sqrt(c1 * c2) * sine(turn / 2)
  const [l, c] = [(l1 + l2) / 2, (c1 + c2) / 2]
  const h = (((h1 + turn / 2) % 360) + 360) % 360
  const t = 1 - 0.17 * sine(h + 60) + 0.24 * sine(2 * h + 90) + 0.32 * sine(3 * h + 96) - 0.2 * sine(4 * h + 27)
  const lightness = (l2 - l1) / (1 + (0.015 * (l - 50) ** 2) / Math.sqrt(20 + (l - 50) ** 2))
  const chroma = (c2 - c1) / (1 + 0.045 * c)
  const turned = hue / (1 + 0.015 * c * t)
  const rotation = -2 * Math.sqrt(c ** 7 / (c ** 7 + 25 ** 7)) * sine(60 * Math.exp(-(((h - 275) / 25) ** 2)))
  return Math.sqrt(lightness ** 2 + chroma ** 2 + turned ** 2 + rotation * chroma * turned)
}

const toXyz: Matrix = [
  [0.4124564, 0.3575761, 0.1804375],
  [0.2126729, 0.7151522, 0.072175],
  [0.0193339, 0.119192, 0.9503041]
]

function lab(color: Rgb): Rgb {
  const white = times(toXyz, [1, 1, 1])
  const [x, y, z] = times(toXyz, color).map((part, index) => {
    const share = part / white[index]!
    return share > 0.008856 ? Math.cbrt(share) : 7.787 * share + 16 / 116
  }) as unknown as Rgb
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)]
}

function times(matrix: Matrix, color: Rgb): Rgb {
  return matrix.map((row) => row[0] * color[0] + row[1] * color[1] + row[2] * color[2]) as unknown as Rgb
}

function luminance(color: Rgb): number {
  return times(toXyz, color)[1]
}

function linear(part: number): number {
  return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
}

function encoded(part: number): number {
  return part <= 0.0031308 ? 12.92 * part : 1.055 * part ** (1 / 2.4) - 0.055
}

function sine(angle: number): number {
  return Math.sin((angle * Math.PI) / 180)
}

function degrees(y: number, x: number): number {
  return ((Math.atan2(y, x) * 180) / Math.PI + 360) % 360
}
