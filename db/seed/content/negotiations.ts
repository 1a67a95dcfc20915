import type { DemonstrationNegotiation } from '../demonstration.ts'

/** Terms under negotiation on accepted requests: one that waits, one agreed, one just begun. Figures as typed. */
export const demonstrationNegotiations: readonly DemonstrationNegotiation[] = [
  {
    request: 'yeu-cau-keo-dan',
    steps: [
      {
        by: ['bui-van-truc', 'vien-lam-san'],
        daysAgo: 30,
        note: 'Kính gửi Quý Công ty, Viện xin chào phiên bản đầu như đã hẹn. Phần trả theo mốc gắn với ba lô keo đạt liên tiếp tại nhà máy của Quý Công ty.',
        terms: {
          rightKind: 'use',
          exclusivity: 'non_exclusive',
          sublicence: 'none',
          territories: 'Việt Nam',
          fieldOfUse: 'Sản xuất ván ép và ván ghép thanh, tự pha keo dùng trong nhà máy của bên nhận',
          termYears: '5',
          currency: 'VND',
          upfront: '1.200.000.000',
          milestones: [{ name: 'Ba lô keo đạt liên tiếp tại nhà máy', year: '1', amount: '400.000.000' }],
          royaltyRate: '2',
          royaltyBase: 'net_revenue',
          minimum: '150.000.000',
          improvements:
            'Cải tiến của bên nào thuộc bên đó; hai bên báo cho nhau trong 60 ngày và thỏa thuận riêng về việc cho bên kia sử dụng.',
          otherConditions:
            'Bên giao cử hai chuyên gia hướng dẫn pha keo 30 ngày công tại nhà máy và đào tạo bốn kỹ thuật viên của bên nhận.',
        },
      },
      {
        by: ['vo-thi-thanh-tam', 'go-suoi-trau'],
        daysAgo: 22,
        note: 'Công ty đề nghị giảm phần trả trước và bỏ mức tối thiểu, vì năm đầu còn chạy thử. Đổi lại, Công ty tăng khoản trả khi ba lô đạt.',
        terms: {
          upfront: '600.000.000',
          milestones: [{ name: 'Ba lô keo đạt liên tiếp tại nhà máy', year: '1', amount: '550.000.000' }],
          royaltyRate: '1,2',
          minimum: '',
        },
      },
      {
        by: ['bui-van-truc', 'vien-lam-san'],
        daysAgo: 5,
        note: 'Viện nhận phần trả trước thấp hơn nếu tiền bản quyền theo bậc: sản lượng càng lớn, tỷ lệ càng giảm. Mức tối thiểu được hạ xuống và có trần cho cả thời hạn.',
        terms: {
          upfront: '850.000.000',
          milestones: [{ name: 'Ba lô keo đạt liên tiếp tại nhà máy', year: '1', amount: '500.000.000' }],
          royaltyRate: '',
          tiers: [
            { from: '0', to: '15.000.000.000', rate: '1,8' },
            { from: '', to: '', rate: '1,2' },
          ],
          minimum: '100.000.000',
          totalCap: '1.500.000.000',
        },
      },
    ],
    estimates: [
      {
        by: ['ho-thi-lan-chi', 'vien-lam-san'],
        daysAgo: 29,
        inputs: [
          ['sales', '8.000; 14.000; 18.000; 20.000; 20.000', 'document', 'Công suất ván bên nhận nêu trong đề nghị'],
          ['discount_rate', '15', 'judgement', 'Chi phí vốn bình quân của Viện cộng rủi ro thu nợ'],
          ['commercial_probability', '90', 'judgement', 'Đã đạt D3 trên phôi của bên nhận'],
          ['licensor_costs', '70', 'document', 'Công chuyên gia và thử nghiệm hằng năm'],
          ['licensor_reservation', '1.100', 'document', 'Chi phí hoàn thiện công thức chưa thu hồi'],
        ],
        milestones: [{ name: 'Ba lô keo đạt liên tiếp tại nhà máy', year: '1', amount: '400', probability: '90' }],
      },
      {
        by: ['vo-thi-thanh-tam', 'go-suoi-trau'],
        daysAgo: 23,
        inputs: [
          ['sales', '7.000; 12.000; 16.000; 18.000; 18.000', 'document', 'Kế hoạch bán dòng bàn ghế trong nhà'],
          ['discount_rate', '15', 'judgement', 'Ước đoán tỷ suất của bên giao'],
          ['commercial_probability', '90', 'judgement', 'Kết quả thử 20 thanh tại Viện'],
          ['licensee_rate', '18', 'document', 'Tỷ suất sinh lời Công ty yêu cầu cho dự án mới'],
          ['licensee_cash_flows', '500; 1.200; 1.700; 2.000; 2.000', 'document', 'Giá bán tăng thêm trừ giá keo'],
          ['licensee_investment', '650', 'document', 'Bồn trộn, cân định lượng, lò ép thử'],
          ['licensee_tax_rate', '20', 'document', 'Luật Thuế thu nhập doanh nghiệp'],
          ['licensee_reservation', '400', 'comparable', 'Phương án mua keo nhập khẩu'],
        ],
        milestones: [{ name: 'Ba lô keo đạt liên tiếp tại nhà máy', year: '1', amount: '400', probability: '80' }],
      },
    ],
  },
  {
    request: 'chao-tram-bun',
    steps: [
      {
        by: ['mai-xuan-thao', 'vien-moi-truong'],
        daysAgo: 95,
        note: 'Viện gửi Hợp tác xã phương án thứ hai trong bảng phân chia kinh phí: trả trước một phần, phần còn lại khi nước ra đạt cột B.',
        terms: {
          rightKind: 'use',
          exclusivity: 'non_exclusive',
          sublicence: 'none',
          territories: 'Khu vực sản xuất của Hợp tác xã',
          fieldOfUse: 'Xử lý nước thải bún, bánh; một trạm 150 m³/ngày, mở rộng đến 200 m³/ngày',
          currency: 'VND',
          upfront: '180.000.000',
          milestones: [
            { name: 'Khởi động trạm', year: '1', amount: '120.000.000' },
            { name: 'Nước ra đạt cột B ba lần liền', year: '1,5', amount: '150.000.000' },
          ],
          improvements: 'Hợp tác xã được tự cải tiến trạm và không phải giao lại cải tiến cho Viện.',
          otherConditions: 'Viện hướng dẫn vận hành 60 ngày và cử hai kỹ sư trực dịp Tết 2028.',
        },
      },
      {
        by: ['dang-van-sau', 'bun-ben-go'],
        daysAgo: 88,
        note: 'Bà con xin giảm phần trả trước, dồn vào lúc nước đạt, và ghi rõ việc sửa chữa không lấy tiền.',
        terms: {
          upfront: '100.000.000',
          milestones: [
            { name: 'Khởi động trạm', year: '1', amount: '120.000.000' },
            { name: 'Nước ra đạt cột B ba lần liền', year: '1,5', amount: '220.000.000' },
          ],
          otherConditions:
            'Viện hướng dẫn vận hành 60 ngày và cử hai kỹ sư trực dịp Tết 2028. Nếu nước ra không đạt cột B ba lần liền, Viện sửa chữa không lấy tiền.',
        },
      },
    ],
    accepted: {
      by: ['mai-xuan-thao', 'vien-moi-truong'],
      daysAgo: 84,
      note: 'Viện đồng ý toàn bộ đề nghị của Hợp tác xã.',
    },
    estimates: [],
  },
  {
    request: 'yeu-cau-du-bao-lu',
    steps: [
      {
        by: ['doan-viet-hung-anh', 'dai-hoc-ba-na'],
        daysAgo: 12,
        note: 'Trường chào theo hướng chia doanh thu thuê bao như Quý Công ty đề nghị; phần trả trước bù chi phí hiệu chỉnh mô hình cho ba lưu vực.',
        terms: {
          rightKind: 'use',
          exclusivity: 'non_exclusive',
          sublicence: 'none',
          territories: 'Gia Lai\nĐắk Lắk\nQuảng Ngãi',
          fieldOfUse: 'Dịch vụ cảnh báo ngập cho chủ hồ chứa, cảng cá và người thuê bao',
          effectiveOn: '2027-04-01',
          endsOn: '2032-03-31',
          currency: 'VND',
          upfront: '450.000.000',
          royaltyRate: '18',
          royaltyBase: 'net_revenue',
          minimum: '60.000.000',
          improvements: 'Trường hiệu chỉnh mô hình hằng năm; Công ty sở hữu phần mềm do Công ty viết.',
          otherConditions: 'Bản tin luôn ghi là thông tin tham khảo bên cạnh bản tin của cơ quan khí tượng thủy văn.',
        },
      },
      {
        by: ['hoang-le-uyen-thu', 'phan-mem-gio-bien'],
        daysAgo: 4,
        note: 'Hai năm đầu mới có ít đơn vị thuê bao, Công ty đề nghị tỷ lệ theo bậc và bỏ mức tối thiểu.',
        terms: {
          upfront: '300.000.000',
          royaltyRate: '',
          tiers: [
            { from: '0', to: '2.000.000.000', rate: '12' },
            { from: '', to: '', rate: '20' },
          ],
          minimum: '',
        },
      },
    ],
    estimates: [],
  },
]
