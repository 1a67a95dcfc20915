import { instant, table, text } from '#dialect'

/** The secrets that addresses are signed with, one for each purpose, made when it is first needed. */
export const signingKeys = table('signing_keys', {
  purpose: text().primaryKey(),
  /** 32 random bytes in base64url. */
  secret: text().notNull(),
  createdAt: instant().notNull(),
})
