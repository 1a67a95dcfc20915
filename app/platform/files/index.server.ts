export { fileResponse, storedFile, storeFile, type StoredFile } from './files.server.ts'
