export { isSigned, sign } from './signing.server.ts'
