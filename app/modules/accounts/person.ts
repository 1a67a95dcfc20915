/** What a one-time token may be used for. */
export const tokenPurposes = ['confirm_email', 'reset_password', 'second_factor'] as const
export type TokenPurpose = (typeof tokenPurposes)[number]
