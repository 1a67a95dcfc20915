export { inLanguage, organisationSchema } from './structured-data.ts'
