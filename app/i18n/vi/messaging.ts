/** Notifications, letters, conversations, and the page of one's own work. */
export const messaging = {
  notifications: {
    title: 'Thông báo',
    description: 'Những việc mới liên quan đến Quý vị và tổ chức của Quý vị.',
    unread: (count: number) => (count === 0 ? 'Không có thông báo chưa đọc' : `${String(count)} thông báo chưa đọc`),
    isUnread: 'Chưa đọc',
    open: 'Mở',
    readAll: 'Đánh dấu tất cả đã đọc',
    empty:
      'Quý vị chưa có thông báo nào. Khi có người gửi đề nghị, trả lời, nhắn tin, hoặc khi tin đăng được thẩm tra, thông báo sẽ hiện ở đây và được gửi qua thư điện tử.',
    letters: 'Thư đã gửi cho tôi',
  },
  letters: {
    title: 'Thư gửi cho tôi',
    description: 'Trong bản trình diễn, thư điện tử không được gửi đi mà giữ lại tại đây để Quý vị đọc.',
    read: 'Đọc thư',
    empty: 'Chưa có thư nào gửi cho Quý vị.',
  },
  letter: {
    greeting: (name: string) => `Kính gửi ${name},`,
    open: 'Xem chi tiết và thực hiện bước tiếp theo tại:',
    closing: 'Trân trọng,',
  },
  news: {
    'listing.propose': {
      heading: 'Chờ Quý vị duyệt: {title}',
      text: '{organisation} có tin đăng đã soạn xong, đang chờ người đại diện ký duyệt và nộp cho sàn.',
    },
    'listing.return': {
      heading: 'Được trả lại để sửa: {title}',
      text: 'Người đại diện đã trả lại tin đăng với lý do: {reason}',
    },
    'listing.submit': {
      heading: '{organisation} có tin chờ thẩm tra',
      text: 'Tin mới nộp: {title}. Các tin khác nộp trong ngày của cùng tổ chức nằm chung trong hàng chờ.',
    },
    'listing.publish': {
      heading: 'Đã được đăng: {title}',
      text: 'Tin đăng đã qua thẩm tra và đang hiển thị trên sàn. Nhận xét của người thẩm tra: {reason}',
    },
    'listing.ask_changes': {
      heading: 'Cần bổ sung: {title}',
      text: 'Người thẩm tra đề nghị bổ sung: {reason}',
    },
    'listing.reject': {
      heading: 'Không được đăng: {title}',
      text: 'Người thẩm tra từ chối tin đăng với lý do: {reason}',
    },
    'listing.suspend': {
      heading: 'Tạm dừng hiển thị: {title}',
      text: 'Sàn đã tạm dừng hiển thị tin đăng với lý do: {reason}',
    },
    'listing.resume': {
      heading: 'Hiển thị trở lại: {title}',
      text: 'Tin đăng đã được sàn cho hiển thị trở lại.',
    },
    'listing.ending': {
      heading: '{count} tin đăng sắp hết hạn',
      text: 'Tin sớm nhất hết hạn ngày {until}. Quý vị có thể gia hạn hoặc cập nhật để tin tiếp tục hiển thị.',
    },
    'listing.expire': {
      heading: 'Đã hết hạn đăng: {title}',
      text: 'Tin đăng đã hết thời hạn một năm và không còn hiển thị. Quý vị có thể gia hạn hoặc cập nhật nội dung.',
    },
    'listing.reserve': {
      heading: 'Đang đàm phán độc quyền: {title}',
      text: 'Người đại diện đã chuyển tin đăng sang trạng thái đàm phán độc quyền.',
    },
    'listing.free': {
      heading: 'Nhận đề nghị trở lại: {title}',
      text: 'Tin đăng không còn ở trạng thái đàm phán độc quyền.',
    },
    'listing.close': {
      heading: 'Đã chuyển giao: {title}',
      text: 'Tin đăng được đóng lại vì công nghệ đã chuyển giao.',
    },
    'listing.withdraw': {
      heading: 'Đã rút: {title}',
      text: 'Người đại diện đã rút tin đăng khỏi sàn.',
    },
    'listing.import': {
      heading: 'Các tin đăng đã nhập: {listingState}',
      text: 'Nhiều tin trong cùng một lần nhập vừa chuyển sang trạng thái trên. {reason}',
    },
    'consent.asked': {
      heading: 'Xin chấp thuận của đồng chủ sở hữu: {title}',
      text: '{organisation} đề nghị Quý đơn vị, với tư cách đồng chủ sở hữu, chấp thuận các điều khoản chào chuyển giao.',
    },
    'consent.given': {
      heading: 'Đồng chủ sở hữu đã chấp thuận: {title}',
      text: '{organisation} đã chấp thuận các điều khoản chào chuyển giao.',
    },
    'consent.refused': {
      heading: 'Đồng chủ sở hữu không chấp thuận: {title}',
      text: '{organisation} không chấp thuận các điều khoản chào chuyển giao. Lý do có trên trang của công nghệ.',
    },
    'request.made': {
      heading: 'Đề nghị mới: {title}',
      text: '{organisation} gửi đề nghị tới Quý đơn vị. Vui lòng trả lời trước ngày {deadline}.',
    },
    'request.ask': {
      heading: 'Cần bổ sung thông tin: {title}',
      text: '{organisation} hỏi thêm trước khi trả lời: {text}',
    },
    'request.answer': {
      heading: 'Đã bổ sung thông tin: {title}',
      text: '{organisation} đã trả lời câu hỏi của Quý đơn vị: {text}',
    },
    'request.accept': {
      heading: 'Được chấp nhận: {title}',
      text: '{organisation} đã chấp nhận đề nghị của Quý đơn vị. {text}',
    },
    'request.decline': {
      heading: 'Không được chấp nhận: {title}',
      text: '{organisation} từ chối đề nghị. Lý do: {declineReason}. {text}',
    },
    'request.withdraw': {
      heading: 'Đã rút đề nghị: {title}',
      text: '{organisation} đã rút đề nghị. {text}',
    },
    'request.lapse': {
      heading: 'Hết hạn trả lời: {title}',
      text: 'Đề nghị giữa Quý đơn vị và {organisation} đã khép lại vì quá hạn mà chưa có trả lời.',
    },
    'request.reminder': {
      heading: 'Sắp hết hạn trả lời: {title}',
      text: '{organisation} đang chờ Quý đơn vị. Đề nghị sẽ khép lại sau ngày {deadline} nếu chưa có trả lời.',
    },
    'terms.offer': {
      heading: 'Điều khoản được chào: {title}',
      text: '{organisation} chào phiên bản {number} của điều khoản. {text}',
    },
    'terms.counter': {
      heading: 'Điều khoản được chào lại: {title}',
      text: '{organisation} chào lại bằng phiên bản {number} của điều khoản. {text}',
    },
    'terms.revise': {
      heading: 'Điều khoản đã được bên kia sửa: {title}',
      text: '{organisation} thay phiên bản đã chào bằng phiên bản {number}. {text}',
    },
    'terms.reopen': {
      heading: 'Đề nghị bàn lại điều khoản: {title}',
      text: '{organisation} đề nghị bàn lại bằng phiên bản {number}. Phiên bản đã thống nhất vẫn giữ nguyên. Lý do: {text}',
    },
    'terms.accept': {
      heading: 'Đã thống nhất điều khoản: {title}',
      text: '{organisation} chấp nhận phiên bản {number} của điều khoản. {text}',
    },
    'terms.withdraw': {
      heading: 'Điều khoản đã được rút: {title}',
      text: '{organisation} rút phiên bản {number} của điều khoản. {text}',
    },
    'message.sent': {
      heading: 'Tin nhắn mới: {title}',
      text: '{organisation} viết: {text}',
    },
    'matches.need': {
      heading: '{count} công nghệ phù hợp với nhu cầu của Quý đơn vị',
      text: 'Sàn đã so sánh nhu cầu của Quý đơn vị với các công nghệ đang chào. Mỗi tiêu chí có kèm câu làm căn cứ.',
    },
    'matches.technology': {
      heading: '{count} nhu cầu mà công nghệ của Quý đơn vị có thể đáp ứng',
      text: 'Sàn đã so sánh công nghệ của Quý đơn vị với các nhu cầu đang hiển thị. Quý đơn vị có thể gửi đề xuất giải pháp.',
    },
    'match.asked': {
      heading: 'Câu hỏi về công nghệ: {title}',
      text: '{organisation} có {count} câu hỏi về tiêu chí của một nhu cầu, trước hết: {criterion}',
    },
    'match.answered': {
      heading: 'Đã trả lời câu hỏi: {title}',
      text: '{organisation} trả lời: {text}',
    },
    'mandate.asked': {
      heading: 'Yêu cầu định giá: {title}',
      text: '{organisation} đề nghị Quý đơn vị định giá công nghệ này. Hạn giao báo cáo: {deadline}.',
    },
    'mandate.accept': {
      heading: 'Đã nhận yêu cầu định giá: {title}',
      text: '{organisation} đã nhận yêu cầu và bắt đầu định giá. Hạn giao báo cáo: {deadline}.',
    },
    'mandate.accept_for_both': {
      heading: 'Cần ý kiến của bên cùng yêu cầu: {title}',
      text: '{organisation} đã nhận yêu cầu định giá chung. Việc định giá bắt đầu khi bên cùng yêu cầu đồng ý.',
    },
    'mandate.decline': {
      heading: 'Tổ chức định giá từ chối: {title}',
      text: '{organisation} không nhận yêu cầu định giá. Lý do: {text}',
    },
    'mandate.consent': {
      heading: 'Bên cùng yêu cầu đã đồng ý: {title}',
      text: '{organisation} đồng ý với yêu cầu định giá chung; việc định giá bắt đầu.',
    },
    'mandate.refuse': {
      heading: 'Bên cùng yêu cầu không đồng ý: {title}',
      text: '{organisation} không đồng ý với yêu cầu định giá chung. Lý do: {text}',
    },
    'mandate.withdraw': {
      heading: 'Yêu cầu định giá đã được rút: {title}',
      text: '{organisation} đã rút yêu cầu định giá. Lý do: {text}',
    },
    'mandate.deliver': {
      heading: 'Báo cáo định giá đã ký: {title}',
      text: '{organisation} đã ký và giao báo cáo định giá.',
    },
    'organisation.asked': {
      heading: '{organisation} đề nghị được xác minh',
      text: 'Hồ sơ xác minh đang chờ xem xét.',
    },
    'organisation.verified': {
      heading: '{organisation} đã được xác minh',
      text: 'Tổ chức có thể gửi đề nghị chuyển giao và được đăng tin trên sàn.',
    },
    'organisation.refused': {
      heading: '{organisation} chưa được xác minh',
      text: 'Lý do: {reason}',
    },
  },
  /** Stands where an organisation keeps its name back. */
  hiddenOrganisation: 'Bên có nhu cầu (chưa công khai tên)',
  conversation: {
    title: 'Trao đổi',
    empty: 'Chưa có tin nhắn. Tin nhắn gửi ở đây được lưu cùng hồ sơ và cả hai bên đều đọc được.',
    you: 'Quý đơn vị',
    unread: (count: number) => `${String(count)} tin nhắn chưa đọc`,
    message: 'Tin nhắn',
    help: 'Văn bản thuần, tối đa 4.000 ký tự. Người làm việc của cả hai bên đều đọc được.',
    send: 'Gửi tin nhắn',
    markRead: 'Đánh dấu đã đọc',
    closed: 'Đề nghị đã khép lại nên không gửi thêm tin nhắn được; nội dung trao đổi vẫn được lưu.',
    readOnly: 'Vai trò của Quý vị trong tổ chức chỉ xem được trao đổi này.',
    jump: 'Đến tin nhắn chưa đọc',
  },
  work: {
    title: 'Việc của tôi',
    description: 'Những việc đang chờ Quý vị, các bản nháp và việc có thể làm ngay.',
    waiting: 'Đang chờ Quý vị',
    nothing: 'Hiện không có việc nào chờ Quý vị.',
    requests: 'Đề nghị chờ trả lời',
    requestDeadline: (date: string) => `trả lời trước ${date}`,
    changes: 'Tin đăng cần bổ sung',
    proposed: 'Tin đăng chờ Quý vị duyệt và nộp',
    consents: 'Chờ chấp thuận của đồng chủ sở hữu',
    consentFrom: (organisation: string) => `${organisation} đề nghị`,
    messages: 'Tin nhắn chưa đọc',
    drafts: 'Bản nháp',
    untitled: 'Chưa đặt tên',
    updated: (date: string) => `sửa lần cuối ${date}`,
    allRequests: 'Tất cả đề nghị',
    allTechnologies: 'Công nghệ của tổ chức',
    allNeeds: 'Nhu cầu của tổ chức',
    matches: 'Ghép nối cung cầu',
    importList: 'Nhập danh mục từ tệp',
    operator: 'Hàng chờ của đơn vị vận hành',
    queueListings: (count: number) => `${String(count)} tin đăng chờ thẩm tra`,
    queueOrganisations: (count: number) => `${String(count)} tổ chức chờ xác minh`,
    toDesk: 'Mở bàn điều hành',
    actions: 'Làm ngay',
    listTechnology: 'Đăng công nghệ',
    listTechnologyHelp: 'Chào kết quả nghiên cứu hoặc công nghệ của tổ chức.',
    postNeed: 'Đăng nhu cầu',
    postNeedHelp: 'Nêu vấn đề cần công nghệ giải quyết, công khai hoặc không nêu tên.',
    search: 'Tìm trên sàn',
    searchHelp: 'Gõ như Quý vị nghĩ, có dấu hay không dấu đều được.',
    begin: 'Bắt đầu',
    beginLead: 'Vài bước để tổ chức của Quý vị giao dịch được trên sàn:',
    confirmEmail: 'Xác nhận địa chỉ thư điện tử',
    confirmEmailHelp: 'Mở liên kết trong thư chúng tôi đã gửi, hoặc yêu cầu gửi lại từ trang tài khoản.',
    join: 'Tạo tổ chức hoặc nhận lời mời',
    joinHelp: 'Mọi tin đăng và đề nghị đều đứng tên một tổ chức.',
    verify: 'Đề nghị xác minh tổ chức',
    verifyHelp: 'Cần thiết để tin được đăng và để gửi đề nghị chuyển giao.',
    secondFactor: 'Bật lớp bảo vệ thứ hai',
    secondFactorHelp: 'Người đại diện ký cần ứng dụng xác thực để nộp tin và chấp thuận.',
    doneStep: 'đã xong',
    choose: 'Quý vị thuộc nhiều tổ chức. Danh sách này là của tổ chức đang làm việc.',
  },
  refusals: {
    'message.closed': 'Đề nghị đã khép lại nên không gửi thêm tin nhắn được.',
  },
  notices: {
    notices_read: 'Đã đánh dấu tất cả thông báo là đã đọc.',
    message_sent: 'Đã gửi tin nhắn.',
    conversation_read: 'Đã đánh dấu trao đổi là đã đọc.',
  },
}
