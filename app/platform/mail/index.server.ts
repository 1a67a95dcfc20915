export { type KeptMail, letter, letters, post, startMail } from './mail.server.ts'
