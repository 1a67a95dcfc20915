export {
  conversation,
  firstUnreadMessage,
  markRead,
  type Message,
  messageById,
  unreadMessages,
  writeMessage,
} from './conversation.server.ts'
export { startMessaging } from './market-news.server.ts'
export {
  lettersOnAPage,
  noticesOnAPage,
  openNotice,
  ownLetters,
  ownNotices,
  readAllNotices,
  unreadCount,
} from './notifications.server.ts'
export { notify } from './notify.server.ts'
