import type { DemonstrationTechnology } from '../demonstration.ts'
import { by, held, heldOutside, nameOf, proof, row } from './notation.ts'

/** Medicinal and aromatic plants. */
export const medicinalTechnologies: readonly DemonstrationTechnology[] = [
  {
    key: 'cao-kho-che-day',
    owner: 'vien-duoc-lieu',
    author: 'to-minh-tuyet',
    state: 'published',
    daysAgo: 69,
    profile: {
      texts: {
        vi: {
          title: 'Cao khô chè dây chuẩn hóa dihydromyricetin trên 55% chiết bằng nước nóng áp lực và kết tinh lạnh',
          teaser:
            'Nguyên liệu chuẩn hóa cho sản phẩm hỗ trợ dạ dày và gan, chiết không dung môi hữu cơ, hiệu suất gấp đôi nấu cao truyền thống.',
          problem:
            'Chè dây thu hái ở K’Bang và Vĩnh Thạnh bán dạng khô thô, hàm lượng hoạt chất lệch nhau ba lần giữa các lô. Cao nấu nhiều giờ làm dihydromyricetin bị oxy hóa, cao sẫm màu và nhà máy dược không nhận.',
          solution:
            'Lá non phơi tái được diệt men bằng hơi 100 °C trong 90 giây, sấy 55 °C đến ẩm 9%. Chiết nước áp lực ở 115 °C, 3 bar trong 12 phút, hai lần, tỷ lệ 1:9, có 0,05% axit xitric giữ pH 4,5 chống oxy hóa.\n\nDịch nóng lọc khung bản, cô chân không 60 °C đến 18% chất khô rồi hạ 0,4 °C mỗi phút xuống 4 °C. Tinh thể thô tách ly tâm, hòa tan và kết tinh lại một lần, sấy chân không. Dịch mẹ cô tiếp thành cao 25% cho trà hòa tan nên không bỏ phần nào.\n\nTiêu chuẩn cơ sở gồm định lượng HPLC, sắc ký dấu vân tay tám đỉnh, kim loại nặng và dư lượng thuốc.',
          advantages:
            'Từ 100 kg lá khô được 14,5 kg cao 55–58% dihydromyricetin và 9 kg cao 25%. Chênh lệch hàm lượng giữa 20 lô dưới 4%. Chi phí chiết 118.000 đồng/kg cao. Độ ổn định cấp tốc 6 tháng đạt.',
          applications:
            'Viên nang, cốm, trà hòa tan hỗ trợ viêm loét dạ dày, giải rượu; nguyên liệu mỹ phẩm chống oxy hóa.',
          partnersNow: 'Xưởng chiết 500 lít của Viện, vùng trồng 12 ha theo GACP-WHO cùng 70 hộ Ba Na.',
          partnersWanted: 'Nhà máy đạt GMP thực phẩm bảo vệ sức khỏe nhận quyền, cam kết bao tiêu lá cho hộ trồng.',
        },
      },
      comparison: [
        row('Hàm lượng dihydromyricetin', '%', '12–30', '55–58'),
        row('Hiệu suất hoạt chất', '%', '41', '83'),
        row('Thời gian chiết', 'phút', '360', '24'),
        row('Giá thành nguyên liệu', 'đồng/g hoạt chất', '1.450', '790'),
      ],
      readiness: {
        claimed: 6,
        evidence: [
          proof(
            4,
            '2023-03-10',
            'Báo cáo tối ưu hóa chiết ở nồi 5 lít',
            'Hai mươi bảy thí nghiệm, ba nguồn lá; định lượng HPLC có chất chuẩn.',
          ),
          proof(
            6,
            '2025-11-13',
            'Biên bản sản xuất thử 20 lô trên nồi 500 lít',
            'Hồ sơ lô đầy đủ, phiếu kiểm nghiệm của trung tâm kiểm nghiệm tuyến tỉnh.',
          ),
        ],
      },
      rights: [
        {
          type: 'invention_patent',
          number: '1-2022-08157',
          status: 'substantive_exam',
          filedOn: '2022-12-13',
          holder: nameOf('vien-duoc-lieu'),
        },
        { type: 'know_how', status: 'none', holder: nameOf('vien-duoc-lieu') },
      ],
      fields: ['304', '211'],
      industries: ['C', 'R'],
      ipc: ['A61K 36/87', 'B01D 11/02', 'C07D 311/32'],
      goals: ['3', '8', '15'],
      green: ['green_products'],
      offers: [
        {
          right: 'use',
          exclusivity: 'exclusive',
          sublicence: 'none',
          territory: ['VN'],
          fieldOfUse: 'Thực phẩm bảo vệ sức khỏe',
          termMonths: 84,
          quantityLimit: '8 tấn cao mỗi năm',
        },
        { right: 'use', exclusivity: 'non_exclusive', territory: ['VN'], fieldOfUse: 'Mỹ phẩm', termMonths: 60 },
      ],
      forms: ['independent', 'capital_contribution'],
      methods: ['documents', 'training', 'experts', 'commissioning'],
      price: { mode: 'asking', kind: 'floor', amount: 2_400_000_000 },
      funding: [
        {
          kind: 'state',
          share: 9_000,
          taskCode: 'KC.10.22/21-25',
          approvedOn: '2021-08-17',
          acceptance: 'Nghiệm thu ngày 23/12/2024, xếp loại Xuất sắc',
          certificate: '2025-52-0029/KQNC',
        },
        { kind: 'own', share: 1_000 },
      ],
      owners: [held('vien-duoc-lieu', 10_000, 'host_of_state_task')],
      authors: [by('Tô Minh Tuyết', 5_500), by('Đinh Công Bản', 2_500), by('Đinh Yơng', 2_000)],
      keywords: {
        vi: ['chè dây', 'dihydromyricetin', 'cao dược liệu', 'chiết nước áp lực', 'dạ dày'],
        en: ['vine tea', 'dihydromyricetin', 'standardised extract'],
      },
      province: '52',
      place: 'Xã K’Bang',
      declaration: {
        kind: 'encouraged',
        basis:
          'Sản xuất nguyên liệu làm thuốc từ dược liệu trong nước; Điều 9 Luật Chuyển giao công nghệ khuyến khích công nghệ phục vụ y tế và dược.',
      },
      visibility: { solution: 'confidential' },
    },
  },
  {
    key: 'dang-sam-giong-mo',
    owner: 'vien-duoc-lieu',
    author: 'to-minh-tuyet',
    state: 'published',
    daysAgo: 18,
    profile: {
      texts: {
        vi: {
          title: 'Nhân giống đảng sâm bằng mầm ngủ củ và trồng giàn thấp dưới tán rừng thông ở độ cao trên 800 m',
          teaser:
            'Cây giống sạch bệnh thối củ, 26 tháng cho củ loại một nặng 55 g, người dân thu tỉa mà không phải phá rừng.',
          problem:
            'Đảng sâm tự nhiên ở An Toàn, Kon Hà Nừng gần cạn do đào củ trước mùa quả. Cây gieo từ hạt mọc không đều và chết vì Fusarium đến 40% ngay năm đầu khi trồng dày trên nương trống.',
          solution:
            'Củ mẹ ba năm tuổi được xử lý lạnh ẩm 5 °C trong 35 ngày để đánh thức mầm ngủ, cắt khoanh có một mầm, nhúng dịch Bacillus velezensis và chấm tro bếp; giâm trong bầu lá cọ có giá thể đất rừng – trấu hun, 40 ngày ra rễ.\n\nTrồng theo băng đồng mức dưới tán thông ba lá có độ tàn che 0,3–0,4, mật độ 2,8 cây/m², giàn tre thấp 80 cm thay vì giàn cao 2 m. Che phủ lá thông dày 6 cm giữ ẩm và hạn chế cỏ. Lịch tỉa hoa tháng 8 dồn dinh dưỡng về củ.',
          advantages:
            'Tỷ lệ mầm sống 87%, cây chết năm đầu 6%. Năng suất 7,9 tấn củ tươi/ha sau 26 tháng, lobetyolin 0,11%, cao hơn mức dược điển. Công làm giàn giảm một nửa.',
          applications: 'Cộng đồng nhận khoán rừng ở Gia Lai, Quảng Ngãi, Lâm Đồng; doanh nghiệp dược có vùng trồng.',
          partnersNow: 'Ba tổ cộng đồng tại An Toàn trồng 4,5 ha, Viện mua lại giống và củ.',
          partnersWanted: 'Doanh nghiệp dược bao tiêu củ, dự án phát triển rừng bền vững.',
        },
      },
      comparison: [
        row('Tỷ lệ cây chết năm đầu', '%', '40', '6'),
        row('Năng suất củ tươi', 'tấn/ha', '4,2', '7,9'),
        row('Chi phí giống và giàn', 'triệu đồng/ha', '185', '112'),
      ],
      readiness: {
        claimed: 7,
        evidence: [
          proof(
            7,
            '2026-04-30',
            'Xác nhận của ba tổ cộng đồng giữ rừng',
            'Thu hoạch mẫu 30 ô × 10 m²; phiếu định lượng lobetyolin; ảnh hiện trường theo mùa.',
          ),
        ],
      },
      rights: [
        {
          type: 'utility_solution',
          number: '2-0004018',
          status: 'granted',
          filedOn: '2022-06-29',
          expiresOn: '2032-06-29',
          holder: nameOf('vien-duoc-lieu'),
        },
      ],
      fields: ['401', '304', '404'],
      industries: ['A'],
      ipc: ['A01G 22/25', 'A01G 17/04'],
      goals: ['1', '3', '15'],
      green: ['farming_forestry'],
      offers: [
        {
          right: 'use',
          exclusivity: 'non_exclusive',
          sublicence: 'free',
          territory: ['51', '52', '68'],
          fieldOfUse: 'Nhân giống và trồng đảng sâm',
          termMonths: 60,
          quantityLimit: '50 ha cho mỗi bên nhận',
        },
      ],
      forms: ['independent'],
      methods: ['documents', 'training', 'experts'],
      price: { mode: 'asking', kind: 'firm', amount: 220_000_000 },
      funding: [
        {
          kind: 'state',
          share: 6_000,
          taskCode: '09-01-2022',
          approvedOn: '2022-01-19',
          acceptance: 'Nghiệm thu ngày 26/6/2026, xếp loại Đạt',
          certificate: '2026-52-0091/KQNC',
        },
        { kind: 'international', share: 4_000 },
      ],
      owners: [held('vien-duoc-lieu', 10_000, 'host_of_state_task')],
      authors: [by('Đinh Công Bản', 5_000), by('Nguyễn Thụy Miên', 5_000)],
      keywords: {
        vi: ['đảng sâm', 'dược liệu dưới tán rừng', 'nhân giống', 'rừng thông', 'sinh kế'],
        en: ['Codonopsis', 'understorey cultivation'],
      },
      province: '52',
      place: 'Xã An Toàn',
      declaration: {
        kind: 'encouraged',
        basis:
          'Bảo tồn nguồn gen quý gắn với sinh kế miền núi, sản phẩm làm nguyên liệu thuốc: Điều 9 Luật Chuyển giao công nghệ.',
      },
      visibility: {},
    },
  },
  {
    key: 'tinh-dau-sa-thu-hoi-nhiet',
    owner: 'vien-duoc-lieu',
    author: 'dinh-cong-ban',
    state: 'needs_changes',
    daysAgo: 12,
    profile: {
      texts: {
        vi: {
          title: 'Chưng cất tinh dầu sả Java ba nồi luân phiên thu hồi nhiệt ngưng và bã làm viên đốt',
          teaser: 'Giảm nửa lượng củi, mỗi ca bảy mẻ thay vì ba, hợp với nhóm hộ trồng sả trên đất dốc khô.',
          problem: 'Nồi chưng 500 lít kiểu cũ đốt 1,1 kg củi cho mỗi kilogam lá, nước ngưng nóng đổ bỏ.',
          solution:
            'Ba nồi 800 lít dùng chung lò hơi 200 kg/giờ; hơi ra của nồi đang cất gia nhiệt nước cấp và hong lá cho nồi kế tiếp. Bã sấy bằng khói thải, ép viên 10 mm đốt lại lò. Bình tách dầu liên tục có vách nghiêng giữ dầu hòa tan dưới 0,04%.',
          advantages: 'Năng suất 210 kg lá/giờ, hàm lượng citronellal 38%, tự cấp 80% nhiên liệu.',
          applications: 'Tổ hợp tác trồng từ 15 ha sả Java, tràm, hương nhu.',
          partnersWanted: 'Cơ sở cơ khí ở Krông Pa, công ty hương liệu.',
        },
      },
      comparison: [
        row('Củi đốt', 'kg/kg lá', '1,1', '0,22'),
        row('Chi phí chưng cất', 'đồng/kg tinh dầu', '96.000', '41.000'),
      ],
      readiness: {
        claimed: 7,
        evidence: [
          proof(7, '2026-07-06', 'Xác nhận của tổ hợp tác trồng sả', 'Ba tháng vận hành, 168 mẻ, sổ cân lá, cân dầu.'),
        ],
      },
      rights: [{ type: 'know_how', status: 'none', holder: nameOf('vien-duoc-lieu') }],
      fields: ['204', '304'],
      industries: ['A', 'C'],
      ipc: ['C11B 9/02', 'B01D 3/38'],
      goals: ['7', '8'],
      green: ['energy'],
      offers: [{ right: 'use', exclusivity: 'non_exclusive', territory: ['52'], termMonths: 36 }],
      forms: ['independent', 'machinery_sale'],
      methods: ['documents', 'training', 'machinery'],
      price: { mode: 'asking', kind: 'indicative', amount: 265_000_000 },
      funding: [{ kind: 'own', share: 10_000 }],
      owners: [
        held('vien-duoc-lieu', 8_000, 'owner'),
        heldOutside(
          'Cơ sở cơ khí Rơ Châm',
          2_000,
          'co_owner',
          'Có thư đồng ý ngày 30/10/2026, chưa ghi rõ phần trăm thu nhập',
        ),
      ],
      authors: [by('Đinh Công Bản', 10_000)],
      keywords: { vi: ['tinh dầu sả', 'chưng cất', 'thu hồi nhiệt'], en: ['citronella oil'] },
      province: '52',
      place: 'Xã Krông Pa',
      declaration: {
        kind: 'encouraged',
        basis: 'Tiết kiệm nhiên liệu, dùng phụ phẩm làm năng lượng tái tạo theo Điều 9 Luật Chuyển giao công nghệ.',
      },
      visibility: {},
    },
  },
]
