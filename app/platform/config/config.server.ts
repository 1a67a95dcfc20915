import { isAbsolute, join } from 'node:path'
import { z } from 'zod'

/**
 * The configuration, read once from the environment. Optional features are unions: present with all they need, or
 * absent. A wrong value stops the start with a message that names it.
 */
export interface Config {
  readonly production: boolean
  readonly root: string
  readonly host: string
  readonly port: number
  readonly dataDir: string
  /** The address people use, without a slash at the end; links in mails and canonical links start with it. */
  readonly origin: string
  readonly behindTls: boolean
  /** How many proxies in front of us may be believed about the caller's address. */
  readonly trustedProxies: number
  readonly logLevel: 'silent' | 'error' | 'warn' | 'info' | 'debug'
  readonly demonstration: boolean
  readonly exchange: {
    readonly name: { readonly vi: string; readonly en: string }
    readonly operator: { readonly vi: string; readonly en: string }
    readonly province: string
    readonly email: string
    readonly phone: string
    readonly address: { readonly vi: string; readonly en: string }
  }
  readonly mail: { readonly kind: 'kept' } | { readonly kind: 'smtp'; readonly url: string; readonly from: string }
  /** A Meilisearch server that answers searches; the embedded index alone where null. */
  readonly meilisearch: { readonly url: string; readonly key: string; readonly index: string } | null
  readonly uploadLimit: number
}

const flag = z.enum(['1', '0', 'true', 'false']).transform((value) => value === '1' || value === 'true')

const environment = z.object({
  NODE_ENV: z.string().optional(),
  HOST: z.string().min(1).default('127.0.0.1'),
  PORT: z.coerce.number().int().min(0).max(65_535).default(3000),
  DATA_DIR: z.string().min(1).default('data'),
  ORIGIN: z.url({ protocol: /^https?$/ }).optional(),
  TRUSTED_PROXIES: z.coerce.number().int().min(0).max(10).default(0),
  LOG_LEVEL: z.enum(['silent', 'error', 'warn', 'info', 'debug']).default('info'),
  DEMONSTRATION: flag.default(true),
  EXCHANGE_NAME_VI: z.string().min(1).default('Sàn Giao dịch Công nghệ Quy Nhơn'),
  EXCHANGE_NAME_EN: z.string().min(1).default('Quy Nhon Technology Exchange'),
  EXCHANGE_OPERATOR_VI: z.string().min(1).default('Trung tâm vận hành Sàn Giao dịch Công nghệ Quy Nhơn'),
  EXCHANGE_OPERATOR_EN: z.string().min(1).default('Quy Nhon Technology Exchange Operations Centre'),
  EXCHANGE_PROVINCE: z
    .string()
    .regex(/^\d{2}$/)
    .default('52'),
  EXCHANGE_EMAIL: z.email().default('lien-he@vi-du.example'),
  EXCHANGE_PHONE: z.string().default('(0256) 000 0000'),
  EXCHANGE_ADDRESS_VI: z.string().default('Phường Quy Nhơn, tỉnh Gia Lai'),
  EXCHANGE_ADDRESS_EN: z.string().default('Quy Nhon Ward, Gia Lai Province, Vietnam'),
  SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
  MAIL_FROM: z.string().min(3).optional(),
  MEILISEARCH_URL: z
    .url({ protocol: /^https?$/ })
    .refine((url) => !/^[a-z]+:\/\/[^/?#]*@/i.test(url), {
      error: 'must not hold a name or a password; the key goes into MEILISEARCH_KEY',
    })
    .optional(),
  MEILISEARCH_KEY: z.string().min(1).optional(),
  MEILISEARCH_INDEX: z
    .string()
    .regex(/^[A-Za-z0-9_-]{1,400}$/, { error: 'may have letters, digits, - and _ only, at most 400' })
    .optional(),
  UPLOAD_LIMIT_MB: z.coerce.number().int().min(1).max(200).default(20),
})

function meilisearchOf(env: z.infer<typeof environment>): Config['meilisearch'] {
  const { MEILISEARCH_URL: url, MEILISEARCH_KEY: key, MEILISEARCH_INDEX: index = 'listings' } = env
  if (url !== undefined && key !== undefined) return { url, key, index }
  const wrong = (name: string, other: string) =>
    new Error(`The configuration is wrong.\n  ${name}: is needed when ${other} is set`)
  if (url !== undefined) throw wrong('MEILISEARCH_KEY', 'MEILISEARCH_URL')
  if (key !== undefined) throw wrong('MEILISEARCH_URL', 'MEILISEARCH_KEY')
  if (env.MEILISEARCH_INDEX !== undefined) throw wrong('MEILISEARCH_URL', 'MEILISEARCH_INDEX')
  return null
}

/**
 * Reads a configuration.
 *
 * @param root the project's folder; a relative `DATA_DIR` lies under it
 * @throws Error naming each wrong variable
 */
export function readConfig(variables: Record<string, string | undefined>, root: string): Config {
  const given = Object.fromEntries(Object.entries(variables).filter(([, value]) => value !== undefined && value !== ''))
  const parsed = environment.safeParse(given)
  if (!parsed.success) {
    const faults = parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`)
    throw new Error(`The configuration is wrong.\n  ${faults.join('\n  ')}`)
  }
  const env = parsed.data
  if (env.SMTP_URL !== undefined && env.MAIL_FROM === undefined)
    throw new Error('The configuration is wrong.\n  MAIL_FROM: is needed when SMTP_URL is set')
  const meilisearch = meilisearchOf(env)
  const origin = (env.ORIGIN ?? `http://${env.HOST}:${String(env.PORT)}`).replace(/\/+$/, '')
  return {
    production: env.NODE_ENV === 'production',
    root,
    host: env.HOST,
    port: env.PORT,
    dataDir: isAbsolute(env.DATA_DIR) ? env.DATA_DIR : join(root, env.DATA_DIR),
    origin,
    behindTls: origin.startsWith('https://'),
    trustedProxies: env.TRUSTED_PROXIES,
    logLevel: env.LOG_LEVEL,
    demonstration: env.DEMONSTRATION,
    exchange: {
      name: { vi: env.EXCHANGE_NAME_VI, en: env.EXCHANGE_NAME_EN },
      operator: { vi: env.EXCHANGE_OPERATOR_VI, en: env.EXCHANGE_OPERATOR_EN },
      province: env.EXCHANGE_PROVINCE,
      email: env.EXCHANGE_EMAIL,
      phone: env.EXCHANGE_PHONE,
      address: { vi: env.EXCHANGE_ADDRESS_VI, en: env.EXCHANGE_ADDRESS_EN },
    },
    mail:
      env.SMTP_URL !== undefined && env.MAIL_FROM !== undefined
        ? { kind: 'smtp', url: env.SMTP_URL, from: env.MAIL_FROM }
        : { kind: 'kept' },
    meilisearch,
    uploadLimit: env.UPLOAD_LIMIT_MB * 1024 * 1024,
  }
}

let read: Config | null = null

/** The configuration of this process. */
export function config(): Config {
  read ??= readConfig(process.env, process.cwd())
  return read
}
