export { type ArchiveBounds, ArchiveFault, safeArchive } from './archive.server.ts'
