export { type KeptMail, type Letter, letter, letters, post, startMail } from './mail.server.ts'
