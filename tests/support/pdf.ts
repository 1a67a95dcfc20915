import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { installedProgram, programs } from '../../scripts/setup/programs.mjs'

/** Documents as other programs read them. Where a program is missing, tests that need it are left out. */
export const hasPoppler = installedProgram(programs.poppler) !== null
export const hasWriter = installedProgram(programs.writer) !== null && hasPoppler

function inFolder<Found>(work: (folder: string) => Found): Found {
  const folder = mkdtempSync(join(tmpdir(), 'documents-'))
  try {
    return work(folder)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function said(program: string, given: readonly string[]): string {
  const { stdout, stderr, status, error } = spawnSync(program, given, { encoding: 'utf8', timeout: 100_000 })
  if (status !== 0) throw new Error(`${program}: ${error?.message ?? stderr}`)
  return stdout
}

/** Stands for the file among what a program is given. */
const pdfFile = 'FILE'

const read = (bytes: Uint8Array, program: string, ...given: string[]): string =>
  inFolder((folder) => {
    const file = join(folder, 'in.pdf')
    writeFileSync(file, bytes)
    return said(
      program,
      given.map((one) => (one === pdfFile ? file : one)),
    )
  })

/** The text of each page of a PDF, in the order of reading, every run of white space as one space. */
export function pagesOf(pdf: Uint8Array): string[] {
  const pages = read(pdf, 'pdftotext', '-enc', 'UTF-8', pdfFile, '-').split('\f').slice(0, -1)
  return pages.map((page) => page.replace(/\s+/g, ' ').trim())
}

/** Where a word of a PDF stands on its page: its foot from the top of the page and its height, in points. */
export function placeOf(pdf: Uint8Array, word: string): { bottom: number; height: number } {
  const words = read(pdf, 'pdftotext', '-bbox', pdfFile, '-')
  const [, top, bottom] = new RegExp(`yMin="([\\d.]+)" xMax="[\\d.]+" yMax="([\\d.]+)">${word}<`).exec(words) ?? []
  if (top === undefined || bottom === undefined) throw new Error(`${word} is not in the PDF`)
  return { bottom: Number(bottom), height: Number(bottom) - Number(top) }
}

/** Each font of a PDF and whether it is embedded. */
export function fontsOf(pdf: Uint8Array): { name: string; embedded: boolean }[] {
  return read(pdf, 'pdffonts', pdfFile)
    .trim()
    .split('\n')
    .slice(2)
    .map((line) => {
      const [name = '', ...rest] = line.trim().split(/\s+/)
      return { name: name.replace(/^[A-Z]+\+/, ''), embedded: rest.at(-5) === 'yes' }
    })
}

/** What a PDF says of itself, such as `Tagged`. */
export function factsOf(pdf: Uint8Array): ReadonlyMap<string, string> {
  const lines = read(pdf, 'pdfinfo', pdfFile).trim().split('\n')
  return new Map(lines.map((line) => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 1).trim()]))
}

/** The elements of a tagged PDF, such as `H1` and `TD`, in order. */
export function structureOf(pdf: Uint8Array): string[] {
  return read(pdf, 'pdfinfo', '-struct', pdfFile)
    .split('\n')
    .flatMap((line) => /^\s*([A-Z][A-Za-z0-9]*)\b/.exec(line)?.[1] ?? [])
}

/** A DOCX file as LibreOffice prints it. */
export function printed(docx: Uint8Array): Uint8Array {
  return inFolder((folder) => {
    writeFileSync(join(folder, 'in.docx'), docx)
    const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`
    said('soffice', [profile, '--headless', '--convert-to', 'pdf', '--outdir', folder, join(folder, 'in.docx')])
    const made = join(folder, 'in.pdf')
    if (!existsSync(made)) throw new Error('LibreOffice does not open the document')
    return readFileSync(made)
  })
}
