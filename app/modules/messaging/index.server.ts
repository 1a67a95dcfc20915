export { unreadCount } from './notifications.server.ts'
