export { type DirectoryEntry, directoryPage } from './listing.server.ts'
export { publicOrganisation } from './organisation-page.server.ts'
