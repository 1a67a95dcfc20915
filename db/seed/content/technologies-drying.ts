import type { DemonstrationTechnology } from '../demonstration.ts'
import { by, held, nameOf, proof, row } from './notation.ts'

/** Solar and infrared drying. */
export const dryingTechnologies: readonly DemonstrationTechnology[] = [
  {
    key: 'say-mat-troi-ca-com',
    owner: 'vien-sa-huynh',
    author: 'luong-huu-dat',
    state: 'published',
    daysAgo: 340,
    profile: {
      texts: {
        vi: {
          title: 'Nhà sấy năng lượng mặt trời trữ nhiệt đá granite cho cá cơm, mực và bánh tráng, sấy tiếp ban đêm',
          teaser:
            'Sấy được cả đêm và ngày mưa nhẹ, thời gian ngắn hơn phơi giàn 60%, sản phẩm không ruồi bụi và đạt điều kiện xuất khẩu.',
          problem:
            'Phơi giàn ven biển phụ thuộc trời nắng, cá cơm gặp mưa chuyển đỏ, ruồi đẻ trứng buộc người làm phun thuốc. Lò sấy than thì mất màu và bị nhiều thị trường từ chối do hydrocacbon thơm đa vòng.',
          solution:
            'Nhà vòm parabol lợp polycarbonat 6 mm, rộng 8 m, dài từ 12 đến 30 m, sàn bê tông sơn hấp thụ. Dưới sàn là hộc đá granite vụn 40–60 mm dày 0,5 m; ban ngày quạt điện mặt trời đẩy khí nóng 62–68 °C qua đá, ban đêm đảo chiều lấy lại, giữ buồng ở 41–44 °C thêm 7 giờ.\n\nGiàn khay inox 304 sáu tầng trên xe đẩy; gió tuần hoàn 1,1 m/giây, cửa thoát ẩm đóng mở theo độ ẩm tương đối 35/55%. Những ngày bức xạ dưới 2,5 kWh/m² một bơm nhiệt 6 kW hỗ trợ tự chạy.\n\nBộ điều khiển lưu sẵn mười một chế độ cho cá cơm, mực một nắng, cá ngừ ồ, bánh tráng, hành tím; người dùng chọn trên màn hình có biểu tượng.',
          advantages:
            'Cá cơm hấp từ 68% xuống 22% ẩm trong 14 giờ, 92% thành phẩm loại 1. Chi phí năng lượng 640 đồng/kg khô. Nhà 8 × 20 m sấy 1,2 tấn cá tươi mỗi mẻ, thu hồi vốn sau 19 tháng.',
          applications:
            'Làng cá, hợp tác xã bánh tráng, cơ sở sấy dược liệu và nông sản; vùng có bức xạ từ 4,5 kWh/m²/ngày.',
          partnersNow:
            'Hai mươi bốn nhà sấy đang hoạt động từ Lý Sơn đến Sông Cầu, do hai đơn vị cơ khí được cấp quyền lắp đặt.',
          partnersWanted: 'Đơn vị thi công ở Khánh Hòa, Lâm Đồng; tổ chức tín dụng cùng làm gói cho vay thiết bị xanh.',
        },
        en: {
          title:
            'Solar drying house with granite heat store for anchovy, squid and rice paper, working through the night',
          teaser:
            'Dries by night and in light rain, 60% faster than open racks, free of flies and dust and fit for export.',
          problem:
            'Racks on the shore wait for sun: anchovy caught by rain turns red, and flies drive producers to insecticide. Coal ovens spoil the colour, and many markets refuse the polycyclic aromatics.',
          solution:
            'A parabolic house of 6 mm polycarbonate, 8 m wide and 12 to 30 m long, stands on an absorbing concrete floor over a 0.5 m bed of 40–60 mm granite. By day solar fans push air of 62–68 °C through the stone; by night the flow turns round and keeps the chamber at 41–44 °C for seven more hours.\n\nSix-tier trolleys carry 304 stainless trays in air moving at 1.1 m/s; vents open and close at 55 and 35% humidity. Below 2.5 kWh/m² of sun a 6 kW heat pump joins in.\n\nEleven programmes for anchovy, half-dried squid, skipjack, rice paper and shallot are chosen on a screen of pictures.',
          advantages:
            'Steamed anchovy goes from 68% to 22% moisture in 14 hours with 92% first grade. Energy costs 640 đồng per dry kilogram. An 8 × 20 m house takes 1.2 tonnes of fresh fish a charge and pays back in 19 months.',
          applications:
            'Fishing villages, rice-paper cooperatives, driers of herbs and crops, wherever the sun gives 4.5 kWh/m² a day.',
          partnersNow: 'Twenty-four houses work between Ly Son and Song Cau, installed by two licensed workshops.',
          partnersWanted: 'Installers in Khanh Hoa and Lam Dong; a lender to join in green-equipment loans.',
        },
      },
      comparison: [
        row('Thời gian sấy cá cơm', 'giờ', '34 (phơi giàn)', '14'),
        row('Tỷ lệ thành phẩm loại 1', '%', '55', '92'),
        row('Chi phí năng lượng', 'đồng/kg khô', '3.900 (lò than)', '640'),
        row('Vốn nhà 8 × 20 m', 'triệu đồng', '350 (lò than cùng công suất)', '410'),
      ],
      readiness: {
        claimed: 9,
        evidence: [
          proof(
            7,
            '2020-07-27',
            'Xác nhận của hợp tác xã về nhà sấy đầu tiên',
            'Một năm vận hành, 310 mẻ cá cơm và mực.',
          ),
          proof(
            8,
            '2022-05-04',
            'Chứng nhận điều kiện an toàn thực phẩm và hồ sơ kết cấu',
            'Tính gió bão cấp 12 do đơn vị tư vấn độc lập thẩm tra.',
          ),
          proof(
            9,
            '2026-03-02',
            'Hợp đồng chuyển giao và thống kê 24 nhà sấy',
            'Hai hợp đồng cấp quyền, bảng sản lượng theo tháng năm 2025 của từng cơ sở.',
          ),
        ],
      },
      rights: [
        {
          type: 'invention_patent',
          number: '1-0031775',
          status: 'granted',
          filedOn: '2018-03-13',
          expiresOn: '2038-03-13',
          holder: nameOf('vien-sa-huynh'),
        },
        {
          type: 'software',
          number: '3307/2022/QTG',
          status: 'granted',
          filedOn: '2022-05-26',
          holder: nameOf('vien-sa-huynh'),
        },
      ],
      fields: ['203', '211'],
      industries: ['C', 'A'],
      ipc: ['F26B 3/28', 'F24S 60/00', 'A23B 4/03'],
      goals: ['7', '2', '13'],
      green: ['energy', 'farming_forestry'],
      offers: [
        {
          right: 'use',
          exclusivity: 'sole',
          sublicence: 'none',
          territory: ['56', '68'],
          fieldOfUse: 'Thi công, bán và bảo trì nhà sấy',
          termMonths: 60,
        },
        {
          right: 'use',
          exclusivity: 'non_exclusive',
          territory: ['VN'],
          fieldOfUse: 'Tự xây để sử dụng',
          termMonths: 120,
          quantityLimit: '5 nhà sấy',
        },
      ],
      forms: ['independent', 'franchising', 'machinery_sale'],
      methods: ['documents', 'training', 'machinery', 'commissioning'],
      price: { mode: 'asking', kind: 'firm', amount: 480_000_000 },
      funding: [
        {
          kind: 'state',
          share: 5_000,
          taskCode: '07-02-2018',
          approvedOn: '2018-04-09',
          acceptance: 'Nghiệm thu ngày 21/10/2020, xếp loại Đạt',
          certificate: '2020-51-0037/KQNC',
        },
        { kind: 'own', share: 5_000 },
      ],
      owners: [held('vien-sa-huynh', 10_000, 'owner')],
      authors: [by('Lương Hữu Đạt', 6_000), by('Bùi Phước Sang', 4_000)],
      keywords: {
        vi: ['sấy năng lượng mặt trời', 'trữ nhiệt', 'cá cơm', 'mực', 'bánh tráng', 'nhà sấy'],
        en: ['solar dryer', 'thermal storage', 'anchovy', 'squid', 'rice paper'],
      },
      province: '51',
      place: 'Phường Sa Huỳnh',
      declaration: {
        kind: 'encouraged',
        basis:
          'Năng lượng tái tạo thay than trong nghề truyền thống; hai căn cứ đều được ghi tại Điều 9 Luật Chuyển giao công nghệ.',
      },
      visibility: {},
    },
  },
  {
    key: 'say-hong-ngoai-banh-trang',
    owner: 'vien-sa-huynh',
    author: 'luong-huu-dat',
    state: 'published',
    daysAgo: 15,
    profile: {
      texts: {
        vi: {
          title:
            'Băng chuyền tráng và sấy bánh tráng liên tục bằng hồng ngoại bước sóng trung kết hợp khí nóng thu hồi',
          teaser:
            'Một dây chuyền dài 14 m thay tám người phơi, bánh khô đều không cong vênh và không phụ thuộc thời tiết.',
          problem:
            'Bánh tráng phơi vỉ tre mất bốn đến sáu giờ nắng, tỷ lệ bánh rách và nấm mốc mùa mưa đến 15%. Máy sấy khí nóng thông thường làm mép khô trước, bánh cong và nứt khi gói.',
          solution:
            'Bột tráng lên băng vải phủ silicon rộng 1 m, hấp chín 55 giây bằng hơi 98 °C. Vùng một dùng tấm gốm hồng ngoại 3–5 µm đặt cách bánh 140 mm, mật độ 9 kW/m², rút ẩm từ trong ra trong 80 giây; vùng hai thổi khí 58 °C lấy từ hơi thoát buồng hấp qua bộ trao đổi nhiệt tấm.\n\nTốc độ băng 2,4–3,6 m/phút tự chỉnh theo cảm biến ẩm cận hồng ngoại đặt cuối băng, sai lệch ẩm mục tiêu 12,5 ± 0,6%. Dao cắt khuôn siêu âm nhận ba cỡ bánh 16, 22 và 28 cm.',
          advantages:
            'Năng suất 145 kg bánh khô/giờ, tỷ lệ loại 2,7%. Năng lượng 0,84 kWh/kg. Hai người đứng máy. Độ dẻo sau nhúng nước vượt bánh phơi nắng 11% theo phép đo kéo.',
          applications: 'Cơ sở bánh tráng gói cuốn xuất khẩu, bánh đa nem, bánh tráng gạo lứt và nước dừa.',
          partnersNow: 'Một dây chuyền nguyên mẫu chạy sản xuất tại hợp tác xã làng nghề ở An Nhơn từ tháng 2/2026.',
          partnersWanted: 'Nhà máy cơ khí thực phẩm sản xuất loạt, hợp tác xã có từ ba tấn gạo mỗi ngày.',
        },
      },
      comparison: [
        row('Tỷ lệ bánh loại', '%', '9–15', '2,7'),
        row('Lao động cho 1 tấn bánh/ngày', 'người', '8', '2'),
        row('Chi phí sấy', 'đồng/kg', '2.050 (khí nóng than)', '1.680'),
      ],
      readiness: {
        claimed: 7,
        evidence: [
          proof(
            6,
            '2025-05-29',
            'Biên bản trình diễn tại xưởng Viện',
            'Chạy 40 giờ liên tục với ba loại gạo, sáu cơ sở làm bánh tham dự.',
          ),
          proof(
            7,
            '2026-08-21',
            'Xác nhận của hợp tác xã sau sáu tháng sản xuất',
            'Sản lượng 96 tấn bánh khô; bảng theo dõi dừng máy và tiêu hao điện.',
          ),
        ],
      },
      rights: [
        {
          type: 'utility_solution',
          number: '2-2025-00803',
          status: 'published',
          filedOn: '2025-11-18',
          holder: nameOf('vien-sa-huynh'),
        },
        {
          type: 'industrial_design',
          number: '3-2026-00219',
          status: 'formality_exam',
          filedOn: '2026-02-03',
          holder: nameOf('vien-sa-huynh'),
        },
      ],
      fields: ['203', '211'],
      industries: ['C'],
      ipc: ['F26B 3/30', 'F26B 15/18', 'A23L 7/10'],
      goals: ['8', '9'],
      green: ['energy'],
      offers: [
        {
          right: 'use',
          exclusivity: 'exclusive',
          sublicence: 'none',
          territory: ['51', '52', '66'],
          fieldOfUse: 'Chế tạo và bán dây chuyền',
          termMonths: 60,
          quantityLimit: '15 dây chuyền mỗi năm',
        },
      ],
      forms: ['independent', 'machinery_sale'],
      methods: ['documents', 'training', 'machinery', 'commissioning'],
      price: { mode: 'asking', kind: 'indicative', amount: 1_100_000_000 },
      funding: [
        { kind: 'own', share: 6_500 },
        { kind: 'sponsor', share: 3_500 },
      ],
      owners: [
        held('vien-sa-huynh', 8_800, 'applicant'),
        held('bun-ben-go', 1_200, 'co_owner', 'Đại hội thành viên ngày 16/01/2026 biểu quyết đồng ý để Viện chào bán'),
      ],
      authors: [by('Bùi Phước Sang', 7_000), by('Lương Hữu Đạt', 2_000), by('Đặng Văn Sáu', 1_000)],
      keywords: {
        vi: ['bánh tráng', 'sấy hồng ngoại', 'băng chuyền', 'làng nghề', 'thu hồi nhiệt'],
        en: ['rice paper', 'infrared drying'],
      },
      province: '52',
      place: 'Làng nghề Bến Gỗ',
      declaration: {
        kind: 'encouraged',
        basis: 'Hiện đại hóa nghề thủ công truyền thống, một trường hợp của Điều 9 Luật Chuyển giao công nghệ.',
      },
      visibility: {},
    },
  },
]
