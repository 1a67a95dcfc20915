export { removeAttachment, uploadAttachment } from './commands/attachments.server.ts'
export { askConsent, decideConsent } from './commands/consents.server.ts'
export { moveTechnology } from './commands/move.server.ts'
export { saveStep } from './commands/save-step.server.ts'
export { createTechnologyDirectly, startTechnology } from './commands/start.server.ts'
export { openAttachment } from './queries/attachment.server.ts'
export {
  type EditorFacts,
  findOwners,
  type FoundOrganisation,
  technologyEditor,
  technologyGaps,
  technologyPreview,
} from './queries/editor.server.ts'
export {
  consentPage,
  type OwnFacts,
  ownTechnologies,
  ownTechnology,
  technologyDifference,
  type VersionDifference,
} from './queries/own.server.ts'
export { publicTechnologyById, type SheetFacts, technologyPage, technologySheetData } from './queries/sheet.server.ts'
export { technologyById, technologyFromListing } from './store.server.ts'
export { consents } from './technologies.tables.server.ts'
