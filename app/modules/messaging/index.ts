export { type NewsKind, newsKinds } from './news.ts'
