export * from './process.ts'
export * from './score.ts'
