/** The password of every account of the demonstration. */
export const demonstrationPassword = 'trinh-dien-2026'
