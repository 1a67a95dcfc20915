export { type Config, config, readConfig } from './config.server.ts'
