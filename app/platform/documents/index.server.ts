export type { Block, Cell, Column, Document, Fact, Row, Table } from './document.ts'
export { docxOf } from './docx.server.ts'
export { pdfOf } from './pdf.server.ts'
export { shifted } from './shifted.ts'
