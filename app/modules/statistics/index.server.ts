export { type ExchangeFigures, exchangeFigures } from './figures.server.ts'
