import { crc32, inflateRawSync } from 'node:zlib'

/** How much a workbook may hold. */
export interface ArchiveBounds {
  /** Files in the archive. */
  readonly entries: number
  /** Bytes it unpacks to. */
  readonly unpacked: number
  readonly rows: number
  readonly columns: number
  /** Of the smallest rectangle around a sheet's cells. */
  readonly cells: number
}

/** Why an archive is refused: it is none that can be read, or holds more than the bound named. */
export class ArchiveFault extends Error {
  readonly code: 'archive' | Exclude<keyof ArchiveBounds, 'entries'>
  constructor(code: ArchiveFault['code']) {
    super(code)
    this.name = 'ArchiveFault'
    this.code = code
  }
}

/** One file inside an archive, unpacked. */
interface Entry {
  readonly name: string
  readonly content: Buffer
}

const signatures = { end: 0x06054b50, central: 0x02014b50, local: 0x04034b50 } as const

function endOfDirectory(bytes: Buffer): number {
  for (let at = bytes.length - 22; at >= Math.max(0, bytes.length - 65_557); at--)
    if (bytes.readUInt32LE(at) === signatures.end) return at
  throw new ArchiveFault('archive')
}

function unpack(packed: Buffer, method: number, room: number): Buffer {
  if (method === 0) {
    if (packed.length > room) throw new ArchiveFault('unpacked')
    return packed
  }
  if (method !== 8) throw new ArchiveFault('archive')
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(1, room) })
  } catch (error) {
    const large = error instanceof RangeError || (error as { code?: string }).code === 'ERR_BUFFER_TOO_LARGE'
    throw new ArchiveFault(large ? 'unpacked' : 'archive')
  }
}

/** The XML files of an archive, unpacked within the bounds whatever the archive says of their sizes. */
function entriesOf(bytes: Buffer, bounds: ArchiveBounds): Entry[] {
  const end = endOfDirectory(bytes)
  const count = bytes.readUInt16LE(end + 10)
  if (count > bounds.entries) throw new ArchiveFault('archive')
  const entries: Entry[] = []
  let at = bytes.readUInt32LE(end + 16)
  let room = bounds.unpacked
  for (let index = 0; index < count; index++) {
    if (bytes.readUInt32LE(at) !== signatures.central) throw new ArchiveFault('archive')
    const [flags, method] = [bytes.readUInt16LE(at + 8), bytes.readUInt16LE(at + 10)]
    const size = bytes.readUInt32LE(at + 20)
    const nameLength = bytes.readUInt16LE(at + 28)
    const local = bytes.readUInt32LE(at + 42)
    const name = bytes.toString('utf8', at + 46, at + 46 + nameLength)
    at += 46 + nameLength + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32)
    if (!name.endsWith('.xml') && !name.endsWith('.xml.rels')) continue
    if ((flags & 1) === 1 || bytes.readUInt32LE(local) !== signatures.local) throw new ArchiveFault('archive')
    const start = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28)
    if (start + size > bytes.length) throw new ArchiveFault('archive')
    const content = unpack(bytes.subarray(start, start + size), method, room)
    room -= content.length
    entries.push({ name, content })
  }
  return entries
}

function columnNumber(letters: string): number {
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0)
}

/** Refuses a sheet with a cell far out, which would be filled up with empty cells when it is read. */
function checkExtent(sheet: string, bounds: ArchiveBounds): void {
  let rows = 0
  let columns = 0
  for (const match of sheet.matchAll(/\br="([A-Z]{0,4})(\d{1,9})"/g)) {
    rows = Math.max(rows, Number(match[2]))
    columns = Math.max(columns, columnNumber(match[1] ?? ''))
  }
  if (rows > bounds.rows + 1) throw new ArchiveFault('rows')
  if (columns > bounds.columns) throw new ArchiveFault('columns')
  if (rows * columns > bounds.cells) throw new ArchiveFault('cells')
}

/** An archive that holds these files as they are. */
function stored(entries: readonly Entry[]): Buffer {
  const parts: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const { name, content } of entries) {
    const nameBytes = Buffer.from(name)
    const facts = Buffer.alloc(26)
    facts.writeUInt16LE(20, 0)
    facts.writeUInt16LE(0x800, 2)
    facts.writeUInt32LE(crc32(content), 10)
    facts.writeUInt32LE(content.length, 14)
    facts.writeUInt32LE(content.length, 18)
    facts.writeUInt16LE(nameBytes.length, 22)
    const local = Buffer.alloc(4)
    local.writeUInt32LE(signatures.local)
    const central = Buffer.alloc(6)
    central.writeUInt32LE(signatures.central)
    central.writeUInt16LE(20, 4)
    const tail = Buffer.alloc(14)
    tail.writeUInt32LE(offset, 10)
    directory.push(central, facts, tail, nameBytes)
    parts.push(local, facts, nameBytes, content)
    offset += 30 + nameBytes.length + content.length
  }
  const listing = Buffer.concat(directory)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(signatures.end)
  end.writeUInt16LE(entries.length, 8)
  end.writeUInt16LE(entries.length, 10)
  end.writeUInt32LE(listing.length, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...parts, listing, end])
}

/**
 * An archive of an XLSX file made anew from what was unpacked within the bounds, so that whoever reads it meets neither
 * a bomb nor a second directory.
 *
 * @throws ArchiveFault
 */
export function safeArchive(bytes: Buffer, bounds: ArchiveBounds): Buffer {
  try {
    const entries = entriesOf(bytes, bounds)
    for (const { name, content } of entries)
      if (/worksheets\/[^/]+\.xml$/.test(name)) checkExtent(content.toString('latin1'), bounds)
    return stored(entries)
  } catch (error) {
    if (error instanceof RangeError) throw new ArchiveFault('archive')
    throw error
  }
}
