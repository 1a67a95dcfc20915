export { fileResponse, storedFile, storeFile } from './files.server.ts'
