export { ArchiveFault, safeArchive } from './archive.server.ts'
