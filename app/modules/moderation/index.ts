export { type NeedDifference, needDifference } from './need-difference.ts'
