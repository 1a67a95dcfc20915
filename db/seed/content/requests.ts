import type { DemonstrationRequest } from '../demonstration.ts'

/** Requests for a technology and answers to a need, from just arrived to settled. */
export const demonstrationRequests: readonly DemonstrationRequest[] = [
  {
    key: 'yeu-cau-gach-bun-da',
    about: { technology: 'gach-bun-da-granite' },
    from: 'da-son-trieu',
    by: 'cao-nguyen-khang',
    daysAgo: 1,
    intendedUse:
      'Lập xưởng gạch lát tại bãi chứa bùn của Công ty ở Nhơn Hòa, trước mắt tiêu thụ một phần bùn của sáu dây chuyền cưa.',
    rightsWanted: { right: 'use', exclusivity: 'sole' },
    volume: 'Giai đoạn một 40.000 m²/năm, giai đoạn hai 200.000 m²/năm từ 2029',
    timing: 'Ký trong quý I/2027, chạy thử trước mùa mưa 2027',
    message:
      'Kính gửi Quý Viện,\n\nCông ty chúng tôi thải khoảng 46.000 tấn bùn bột đá mỗi năm và bãi chứa sẽ đầy vào giữa năm tới. Qua hồ sơ trên sàn, chúng tôi đặc biệt quan tâm đến tỷ lệ sử dụng bùn 72% và khả năng dưỡng gạch bằng nhiệt thải.\n\nKính đề nghị Quý Viện cho biết yêu cầu về hàm lượng sắt cưa còn lại trong bùn và bố trí buổi tham quan dây chuyền pilot. Chúng tôi có thể gửi ngay 200 kg bùn của từng dây chuyền để Quý Viện thử.\n\nTrân trọng.',
    moves: [],
    messages: [],
  },
  {
    key: 'chao-thi-giac-cho-xuong-go',
    about: { need: 'can-phan-hang-thanh-go', offering: 'thi-giac-loi-go' },
    from: 'dai-hoc-ba-na',
    by: 'doan-viet-hung-anh',
    daysAgo: 3,
    intendedUse:
      'Lắp cụm bốn camera và phần mềm tối ưu trước hai cưa cắt chọn của Quý Công ty, dùng thanh keo 25–32 mm.',
    rightsWanted: { right: 'use', exclusivity: 'non_exclusive' },
    volume: 'Một dây chuyền, tốc độ 90 m/phút; mở rộng dây chuyền thứ hai trong năm sau',
    timing: 'Giao thiết bị sau 14 tuần, nghiệm thu trước 31/5/2027',
    message:
      'Kính gửi Quý Công ty,\n\nNhóm nghiên cứu thị giác máy tính của Trường xin chào giải pháp đáp ứng bốn tiêu chí bắt buộc mà Quý Công ty nêu. Riêng phát hiện mắt chết trên 4 mm, kết quả trình diễn gần nhất đạt 96,2% tính từ 3 mm.\n\nXin nói rõ: hệ thống mới qua trình diễn cạnh dây chuyền, chưa điều khiển cưa trong sản xuất thường ngày. Vì vậy chúng tôi đề xuất giai đoạn chạy song song sáu tuần, chỉ thanh toán đợt hai khi tỷ lệ sử dụng phôi đạt 65%.\n\nKính mong được khảo sát xưởng vào tuần đầu tháng 12.',
    moves: [],
    messages: [],
  },
  {
    key: 'yeu-cau-kit-ehp',
    about: { technology: 'que-thu-ehp' },
    from: 'tom-de-gi',
    by: 'nguyen-van-dong',
    daysAgo: 10,
    intendedUse: 'Sàng lọc toàn bộ lô tôm giống nhập về trại ương và lô bán cho 90 hộ liên kết.',
    rightsWanted: { right: 'use', exclusivity: 'non_exclusive' },
    volume: '2.500 mẫu trong năm đầu, bốn bộ ủ 16 giếng',
    timing: 'Cần trước đợt thả giống tháng 3/2027',
    message:
      'Kính gửi Quý Viện,\n\nVụ vừa qua chín ao của Công ty nhiễm EHP dù con giống có đủ giấy kiểm dịch. Chúng tôi mong được dùng bộ kit của Quý Viện ngay từ vụ tới, kể cả dưới hình thức thử nghiệm có trả phí.\n\nCông ty sẵn sàng lưu mẫu và gửi đối chứng realtime PCR một phần mười số mẫu để Quý Viện hoàn thiện hồ sơ. Kính mong nhận được hồi âm.',
    moves: [
      {
        verb: 'ask',
        by: 'nguyen-hoai-nam',
        text: 'Kính gửi Quý Công ty, Viện cần biết thêm ba điểm trước khi trả lời: nhân viên lấy mẫu đã có chứng chỉ an toàn sinh học chưa; mẫu dự kiến là gan tụy hay phân; và Quý Công ty có đồng ý để Viện dùng số liệu trong hồ sơ đăng ký lưu hành (không nêu tên) hay không?',
      },
    ],
    messages: [
      {
        by: 'nguyen-van-dong',
        text: 'Công ty đã nhận câu hỏi, phòng kỹ thuật sẽ trả lời bằng văn bản trong tuần này. Xin hỏi thêm: bộ ủ có thuê được không?',
      },
    ],
  },
  {
    key: 'yeu-cau-truy-xuat',
    about: { technology: 'truy-xuat-ca-ngu' },
    from: 'thuy-san-tam-quan',
    by: 'truong-thi-kim-ngan',
    daysAgo: 16,
    intendedUse: 'Vận hành nội bộ cho 64 tàu liên kết và hai kho lạnh, ghép với phần mềm kế toán đang dùng.',
    rightsWanted: { right: 'use', exclusivity: 'non_exclusive' },
    volume: '64 tàu, 900 container trong ba năm',
    timing: 'Chạy thử 10 tàu từ 15/01/2027, toàn đội tàu trước tháng 6/2027',
    message:
      'Kính gửi Quý Công ty,\n\nPhía mua hàng châu Âu yêu cầu chúng tôi chứng minh nguồn gốc từng con cá đối với mặt hàng thăn cao cấp. Chúng tôi muốn cài đặt trên máy chủ của mình thay vì thuê bao theo cảng, vì dữ liệu giá mua là bí mật kinh doanh.\n\nKính đề nghị báo giá quyền sử dụng kèm mã nguồn phần nghiệp vụ và chi phí đào tạo thuyền trưởng.',
    moves: [
      {
        verb: 'ask',
        by: 'hoang-le-uyen-thu',
        text: 'Cảm ơn Quý Công ty. Xin cho biết phiên bản thiết bị giám sát hành trình trên 64 tàu và số tàu đã thuê bao qua cảng cá, để chúng tôi tính phần chuyển dữ liệu cũ và tránh thu trùng phí.',
      },
      {
        verb: 'answer',
        by: 'truong-thi-kim-ngan',
        text: 'Kính gửi Quý Công ty: 51 tàu dùng thiết bị thế hệ hai có cổng nối tiếp, 13 tàu dùng đời cũ chỉ có vệ tinh. Mười tám tàu đang thuê bao qua cảng Tam Quan đến hết tháng 3/2027. Dữ liệu cũ chúng tôi cần giữ từ 01/01/2025.',
      },
    ],
    messages: [
      {
        by: 'hoang-le-uyen-thu',
        text: 'Chúng tôi đã nhận đủ thông tin. Với 13 tàu đời cũ cần thêm bộ chuyển đổi, phòng kỹ thuật đang tính giá.',
      },
    ],
  },
  {
    key: 'yeu-cau-keo-dan',
    about: { technology: 'keo-dan-dam-nanh' },
    from: 'go-suoi-trau',
    by: 'vo-thi-thanh-tam',
    daysAgo: 52,
    intendedUse:
      'Tự pha keo tại nhà máy cho ván ép và ván ghép thanh của dòng bàn ghế trong nhà, không bán keo ra ngoài.',
    rightsWanted: { right: 'use', exclusivity: 'non_exclusive' },
    volume: '25 tấn keo ướt mỗi tháng, tương đương khoảng 1.700 m³ ván mỗi năm',
    timing: 'Ba lô đạt liên tiếp trước 31/8/2027',
    message:
      'Kính gửi Quý Viện,\n\nKhách hàng Bắc Âu của Công ty yêu cầu không thêm formaldehyde từ tháng 10/2027. Chỉ tiêu phát thải 0,008 mg/m³ và giá keo trong hồ sơ của Quý Viện phù hợp với nhu cầu chúng tôi đã đăng.\n\nĐiều băn khoăn duy nhất là độ bền khi ghép thanh, vì hồ sơ chỉ nêu số liệu ván ép. Kính đề nghị Quý Viện cho thử 30 tấm ghép thanh bằng gỗ của chúng tôi và cho biết điều kiện chuyển quyền sử dụng.\n\nTrân trọng cảm ơn.',
    moves: [
      {
        verb: 'ask',
        by: 'ho-thi-lan-chi',
        text: 'Viện xin hỏi: áp lực tối đa của máy ghép thanh, mức độ ẩm phôi khi ghép, và Quý Công ty kiểm tra bền theo EN 204 cấp D3 hay EN 12765? Nếu tiện, xin gửi 10 thanh phôi để Viện thử trước.',
      },
      {
        verb: 'answer',
        by: 'vo-thi-thanh-tam',
        text: 'Máy ghép đạt 1,0 MPa, phôi 8–10%, khách yêu cầu EN 204 cấp D3. Chúng tôi đã gửi 20 thanh phôi keo lai 28 × 90 × 600 mm qua đường bưu điện ngày 12/10.',
      },
      {
        verb: 'accept',
        by: 'bui-van-truc',
        text: 'Kết quả thử sơ bộ 20 thanh đạt D3. Viện đồng ý bước vào đàm phán chuyển giao quyền sử dụng không độc quyền, kèm chạy thử tại nhà máy Quý Công ty. Đề nghị hai bên ký cam kết bảo mật trước khi Viện gửi công thức.',
      },
    ],
    messages: [
      {
        by: 'le-phuoc-vinh',
        text: 'Tôi được ủy quyền ký phía Công ty. Chúng tôi đồng ý ký cam kết bảo mật theo mẫu của sàn, thời hạn bảo mật 5 năm.',
      },
      {
        by: 'bui-van-truc',
        text: 'Xin cảm ơn. Về thanh toán, Viện đề xuất một khoản trả trước và phần kỳ vụ theo mét khối ván; sẽ nêu cụ thể trong bản chào điều khoản.',
      },
    ],
  },
  {
    key: 'chao-tram-bun',
    about: { need: 'can-tram-nuoc-thai-bun', offering: 'nuoc-thai-lang-bun' },
    from: 'vien-moi-truong',
    by: 'mai-xuan-thao',
    daysAgo: 120,
    intendedUse: 'Thiết kế và hướng dẫn vận hành trạm 150 m³/ngày cho 112 hộ, hợp tác xã giữ quyền sử dụng lâu dài.',
    rightsWanted: { right: 'use', exclusivity: 'non_exclusive' },
    volume: 'Một trạm 150 m³/ngày, dự phòng mở rộng 200 m³/ngày',
    timing: 'Thiết kế 60 ngày, thi công và khởi động 8 tháng',
    message:
      'Kính gửi Hợp tác xã,\n\nViện đã cùng các phường trong vùng vận hành ba trạm nước thải bún, trạm lâu nhất chạy từ năm 2021. Với mức xả dồn từ 2 đến 9 giờ sáng như Hợp tác xã mô tả, ngăn điều hòa cần 85 m³; khu đất 1.100 m² đủ bố trí và nước tự chảy được.\n\nViện kính mời Ban quản trị và đại diện các tổ đến xem trạm 120 m³/ngày, trực tiếp hỏi người vận hành về chi phí hằng tháng.',
    moves: [
      {
        verb: 'accept',
        by: 'dang-van-sau',
        text: 'Ban quản trị và 14 hộ đã đi xem trạm, bà con ưng vì không có máy thổi khí và có khí đốt quay lại bếp. Hợp tác xã đồng ý đàm phán với Viện, đề nghị làm rõ phần hộ đóng góp và người trực Tết.',
      },
    ],
    messages: [
      {
        by: 'mai-xuan-thao',
        text: 'Viện xin gửi bảng phân chia kinh phí theo ba mức đóng góp trong tuần tới. Dịp Tết 2028, Viện cử hai kỹ sư trực cùng tổ vận hành.',
      },
      {
        by: 'dang-van-sau',
        text: 'Xin Viện ghi rõ vào hợp đồng giúp: nếu nước ra không đạt cột B ba lần liền thì Viện sửa không lấy tiền.',
      },
    ],
  },
  {
    key: 'yeu-cau-nha-say',
    about: { technology: 'say-mat-troi-ca-com' },
    from: 'bun-ben-go',
    by: 'dang-van-sau',
    daysAgo: 75,
    intendedUse: 'Xây hai nhà sấy cho bánh tráng mùa mưa, các hộ dùng luân phiên.',
    rightsWanted: { right: 'use', exclusivity: 'non_exclusive' },
    volume: 'Hai nhà sấy 8 × 20 m',
    timing: 'Trước tháng 10/2027',
    message:
      'Kính gửi Quý Viện,\n\nHợp tác xã muốn xây hai nhà sấy chung để bà con có chỗ làm bánh những ngày mưa. Kinh phí tự có cho phần quyền sử dụng là 120 triệu đồng, mong Quý Viện xem xét ưu tiên làng nghề.',
    moves: [
      {
        verb: 'decline',
        by: 'luong-huu-dat',
        reason: 'price_budget',
        text: 'Viện rất chia sẻ với Hợp tác xã, song mức 120 triệu đồng chưa đủ bù chi phí thiết kế và đào tạo cho hai nhà sấy, nên Viện chưa thể nhận lời. Viện đã gửi kèm danh sách hai đơn vị được cấp quyền lắp đặt; nếu mua trọn gói qua họ, Hợp tác xã không phải trả phí quyền sử dụng riêng.',
      },
    ],
    messages: [
      { by: 'dang-van-sau', text: 'Hợp tác xã cảm ơn Viện đã chỉ đường, chúng tôi sẽ liên hệ đơn vị ở Mộ Đức.' },
    ],
  },
  {
    key: 'chao-giay-histamin',
    about: { need: 'can-thu-nhanh-histamin', offering: 'giay-histamin' },
    from: 'dai-hoc-phuong-mai',
    by: 'tran-dai-nghiep',
    daysAgo: 29,
    intendedUse:
      'Đưa giấy cảm biến và ứng dụng điện thoại vào thử tại cầu cảng, Trường cung cấp vật tư trong sáu tháng.',
    rightsWanted: { right: 'use', exclusivity: 'non_exclusive' },
    volume: '3.000 tờ giấy thử, hai điện thoại đã hiệu chuẩn',
    timing: 'Bắt đầu từ tháng 01/2027',
    message:
      'Kính gửi Quý đơn vị,\n\nTrường đang phát triển giấy cảm biến histamin đọc bằng điện thoại, thời gian 12 phút, vật tư dưới 9.000 đồng. Công nghệ đang ở giai đoạn phòng thí nghiệm, vì vậy chúng tôi đề nghị được cùng Quý đơn vị thử tại bến với mẫu đối chứng HPLC do Quý đơn vị cung cấp.',
    moves: [
      {
        verb: 'decline',
        by: 'truong-thi-kim-ngan',
        reason: 'readiness',
        text: 'Chúng tôi đánh giá cao giá thành và sự thẳng thắn của Quý Trường. Tuy nhiên trong mùa vụ 2027 chúng tôi cần phương pháp đã chạy được ngoài bến; sai số 11% đo trong phòng thí nghiệm chưa cho thấy khi tay ướt và đèn đêm sẽ ra sao. Xin hẹn lại khi Quý Trường có kết quả thử tại cảng; phần mẫu đối chứng chúng tôi vẫn sẵn lòng hỗ trợ.',
      },
    ],
    messages: [],
  },
  {
    key: 'yeu-cau-hau-giong',
    about: { technology: 'hau-giong-don' },
    from: 'tom-de-gi',
    by: 'nguyen-van-dong',
    daysAgo: 44,
    intendedUse:
      'Chuyển hai bể ương dư thừa sang sản xuất hàu giống đơn, bán cho người nuôi đầm Đề Gi và các tỉnh phía Nam.',
    rightsWanted: { right: 'ownership', exclusivity: null },
    volume: '20 triệu giống mỗi năm',
    timing: 'Vụ giống tháng 4/2027',
    message:
      'Kính gửi Quý Viện,\n\nCông ty dự định đầu tư 5 tỷ đồng cho mảng hàu giống, vì vậy mong được nhận chuyển nhượng toàn bộ quyền sở hữu công nghệ để yên tâm mở rộng ra ngoài tỉnh. Kính đề nghị Quý Viện cho giá.',
    moves: [
      {
        verb: 'decline',
        by: 'vo-quang-thinh',
        reason: 'rights_scope',
        text: 'Công nghệ hình thành từ nhiệm vụ dùng ngân sách nhà nước và tài trợ quốc tế, Viện chỉ cấp quyền sử dụng cho vùng Gia Lai, Đắk Lắk và không chuyển nhượng quyền sở hữu. Nếu Quý Công ty cân nhắc quyền sử dụng trong hai tỉnh này, Viện sẵn sàng trao đổi lại bằng một yêu cầu mới.',
      },
    ],
    messages: [],
  },
  {
    key: 'yeu-cau-loc-man',
    about: { technology: 'loc-man-dien-mat-troi' },
    from: 'nuoc-mam-vung-chao',
    by: 'tran-thi-ut-muoi',
    daysAgo: 60,
    intendedUse: 'Cấp nước rửa chai và sinh hoạt cho nhà thùng trong mùa khô, giếng nhiễm mặn 3–4‰.',
    rightsWanted: { right: 'use', exclusivity: 'non_exclusive' },
    volume: 'Một trạm 12 m³/ngày',
    timing: 'Trước tháng 4/2027',
    message:
      'Kính gửi Quý Viện,\n\nGiếng của Công ty mặn dần từ tháng 3, mỗi ngày phải mua 10 m³ nước xe bồn. Kính nhờ Quý Viện tính giúp phương án trạm 12 m³/ngày và cho biết dòng nước đậm có được đưa về hệ thống xử lý nước thải mặn của Công ty không.',
    moves: [
      {
        verb: 'ask',
        by: 'huynh-tan-loc',
        text: 'Xin Quý Công ty gửi kết quả phân tích nước giếng (tổng chất rắn hòa tan, sắt, silic, độ cứng) và diện tích mái có thể lắp pin. Nước đậm 9–10‰ về nguyên tắc trộn được với nước rửa thùng.',
      },
      {
        verb: 'withdraw',
        by: 'tran-thi-ut-muoi',
        text: 'Tuần trước, phường thông báo tuyến ống nước sạch sẽ kéo đến thôn Phú Lộc vào tháng 02/2027, nên Công ty xin rút yêu cầu. Thành thật cảm ơn Quý Viện đã dành thời gian.',
      },
    ],
    messages: [],
  },
  {
    key: 'yeu-cau-du-bao-lu',
    about: { technology: 'canh-bao-lu-song-kon' },
    from: 'phan-mem-gio-bien',
    by: 'hoang-le-uyen-thu',
    daysAgo: 34,
    intendedUse:
      'Đóng gói mô hình thành dịch vụ cảnh báo cho chủ hồ chứa và cảng cá, Công ty bảo trì máy chủ và ứng dụng.',
    rightsWanted: { right: 'use', exclusivity: 'non_exclusive' },
    volume: 'Ba lưu vực sông Kôn, Hà Thanh và Ba; dự kiến 25 đơn vị thuê bao',
    timing: 'Vận hành trước mùa mưa 2027',
    message:
      'Kính gửi Quý Trường,\n\nCông ty chúng tôi có sẵn hạ tầng gửi cảnh báo đến 218 tàu cá và muốn mở rộng sang cảnh báo ngập. Chúng tôi đề nghị nhận quyền sử dụng mô hình, cùng Quý Trường hiệu chỉnh hằng năm và chia doanh thu thuê bao.',
    moves: [
      {
        verb: 'ask',
        by: 'doan-viet-hung-anh',
        text: 'Xin làm rõ giúp: ai chịu trách nhiệm khi cảnh báo sai; Quý Công ty có được chủ hồ cho phép dùng số liệu mực nước không; và có cần quyền cấp lại cho bên thứ ba không?',
      },
      {
        verb: 'answer',
        by: 'hoang-le-uyen-thu',
        text: 'Công ty chịu trách nhiệm phần truyền tin, bản tin luôn ghi là thông tin tham khảo cạnh bản tin của cơ quan khí tượng thủy văn. Hai chủ hồ đã đồng ý bằng văn bản. Chúng tôi không cần quyền cấp lại, chỉ cần quyền phục vụ người thuê bao.',
      },
      {
        verb: 'accept',
        by: 'doan-viet-hung-anh',
        text: 'Trường đồng ý đàm phán chuyển giao quyền sử dụng. Do kết quả sử dụng ngân sách nhà nước, Trường sẽ mời tổ chức thẩm định giá trước khi chào điều khoản; đề nghị Quý Công ty cho ý kiến về đơn vị thẩm định.',
      },
    ],
    messages: [
      {
        by: 'hoang-le-uyen-thu',
        text: 'Công ty thống nhất. Xin Trường chọn đơn vị thẩm định giá đã được sàn xác minh để hai bên cùng tin cậy.',
      },
    ],
  },
  {
    key: 'yeu-cau-silica',
    about: { technology: 'silica-tro-trau' },
    from: 'sinh-khoi-hon-cha',
    by: 'phung-gia-bao',
    daysAgo: 24,
    intendedUse: 'Nghiên cứu đầu tư phân xưởng silica từ tro của các lò hơi trấu mà Công ty đang cấp nhiên liệu.',
    rightsWanted: { right: 'use', exclusivity: 'exclusive' },
    volume: '1.500 tấn silica mỗi năm, dùng 1.900 tấn tro',
    timing: 'Quyết định đầu tư cuối quý II/2027',
    message:
      'Kính gửi Quý Viện,\n\nCông ty đang cấp nhiên liệu cho mười một lò hơi trong vùng và thu gom lại tro. Chúng tôi quan tâm đến quyền độc quyền tại Gia Lai, Đắk Lắk và Quảng Ngãi. Kính đề nghị Quý Viện cung cấp báo cáo pilot và dự toán nhà máy sau khi ký cam kết bảo mật.',
    moves: [
      {
        verb: 'decline',
        by: 'luong-huu-dat',
        reason: 'already_committed',
        text: 'Viện xin cảm ơn. Từ tháng 9, Viện đã thỏa thuận đàm phán độc quyền chín tháng với một doanh nghiệp hóa chất cho đúng ba tỉnh này, nên chưa thể tiếp Quý Công ty trong thời gian đó. Nếu đàm phán không thành, Viện sẽ chủ động liên hệ trước ngày 30/6/2027.',
      },
    ],
    messages: [
      {
        by: 'phung-gia-bao',
        text: 'Công ty ghi nhận và xin được giữ liên lạc. Nguồn tro của chúng tôi vẫn có thể bán cho bên mua của Quý Viện.',
      },
    ],
  },
]
