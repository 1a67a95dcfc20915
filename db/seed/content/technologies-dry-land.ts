import type { DemonstrationTechnology } from '../demonstration.ts'
import { by, held, nameOf, proof, row } from './notation.ts'

/** Farming on sand and dry land. */
export const dryLandTechnologies: readonly DemonstrationTechnology[] = [
  {
    key: 'tuoi-lac-dat-cat',
    owner: 'vien-dat-kho',
    author: 'pham-thi-ngoc-suong',
    state: 'published',
    daysAgo: 188,
    profile: {
      texts: {
        vi: {
          title: 'Tưới nhỏ giọt theo sức căng nước đất và bón phân qua nước cho cây lạc trên đất cát ven biển',
          teaser:
            'Tiết kiệm 46% nước và 28% đạm, năng suất lạc vụ hè đạt 4,1 tấn/ha trên đất cát trước đây chỉ trồng được một vụ.',
          problem:
            'Đất cát Phù Cát, Phù Mỹ thấm 180–220 mm mỗi giờ; tưới phun bằng vòi cầm tay mỗi ngày hai lần mà rễ lạc vẫn thiếu nước lúc đâm tia. Đạm trôi xuống tầng nước ngầm, giếng khoan nhiều nơi có nitrat trên 50 mg/L.',
          solution:
            'Mỗi luống đôi rộng 90 cm đặt một dây nhỏ giọt dẹt Ø 16 mm, khoảng cách lỗ 20 cm, lưu lượng 1,0 L/giờ. Ba đầu đo sức căng đặt ở 12 và 25 cm, khi trung bình lớp trên chạm −14 kPa thì van mở 9–13 phút; tưới ngắt nhịp 6–8 lần trong ngày để nước không vượt qua tầng rễ 30 cm.\n\nPhân hòa tan được châm theo năm giai đoạn sinh trưởng với tỷ lệ N:P₂O₅:K₂O:CaO riêng; canxi nitrat tập trung vào 20 ngày sau khi đâm tia. Bộ điều khiển dùng vi điều khiển giá thấp, truyền LoRa 2 km, pin mặt trời 10 W, mỗi trạm phục vụ 8 van.\n\nViện giao bảng lịch tưới cho bốn loại đất cát, sơ đồ lắp, phần mềm trạm và tập huấn hai buổi cho thợ lắp địa phương.',
          advantages:
            'Trung bình ba vụ: năng suất 4,1 tấn/ha lạc vỏ khô, tăng 32%; lượng nước 2.950 m³/ha/vụ; công tưới giảm từ 42 xuống 6 công. Nitrat trong nước rỉ dưới tầng rễ giảm 61%. Vốn đầu tư 58 triệu đồng/ha, thu hồi sau ba vụ.',
          applications: 'Lạc, hành tím, ớt, măng tây và kiệu trên đất cát, cát pha có giếng khoan hoặc hồ chứa nhỏ.',
          partnersNow: 'Bốn hợp tác xã với tổng cộng 63 ha; một cửa hàng vật tư nông nghiệp lắp đặt tại Phù Mỹ.',
          partnersWanted: 'Doanh nghiệp vật tư tưới nhận lắp đặt và bảo hành trên địa bàn Đắk Lắk và Khánh Hòa.',
        },
      },
      comparison: [
        row('Nước tưới một vụ', 'm³/ha', '5.450', '2.950'),
        row('Năng suất lạc vỏ khô', 'tấn/ha', '3,1', '4,1'),
        row('Đạm nguyên chất', 'kg/ha', '58', '42'),
        row('Công tưới và bón', 'công/ha', '42', '6'),
      ],
      readiness: {
        claimed: 9,
        evidence: [
          proof(
            7,
            '2022-08-29',
            'Xác nhận của hợp tác xã sau hai vụ thử 6 ha',
            'Có đối chứng tưới phun; số liệu năng suất do hợp tác xã cân.',
          ),
          proof(
            8,
            '2023-10-16',
            'Hồ sơ thiết kế mẫu và chứng nhận hợp chuẩn ống nhỏ giọt',
            'Ống đạt TCVN 10657; hồ sơ mẫu cho quy mô 0,5, 1 và 5 ha.',
          ),
          proof(
            9,
            '2025-12-30',
            'Hợp đồng chuyển giao cho bốn hợp tác xã và số liệu 63 ha',
            'Biên bản thanh lý các hợp đồng và bảng năng suất sáu vụ.',
          ),
        ],
      },
      rights: [
        {
          type: 'utility_solution',
          number: '2-0003566',
          status: 'granted',
          filedOn: '2020-09-22',
          expiresOn: '2030-09-22',
          holder: nameOf('vien-dat-kho'),
        },
        {
          type: 'software',
          number: '2914/2023/QTG',
          status: 'granted',
          filedOn: '2023-04-06',
          holder: nameOf('vien-dat-kho'),
        },
      ],
      fields: ['401', '202'],
      industries: ['A'],
      ipc: ['A01G 25/02', 'A01G 25/16', 'A01C 23/04'],
      goals: ['2', '6', '12'],
      green: ['farming_forestry', 'water'],
      offers: [
        {
          right: 'use',
          exclusivity: 'non_exclusive',
          sublicence: 'none',
          territory: ['56', '66'],
          fieldOfUse: 'Thiết kế, lắp đặt hệ thống tưới cây trồng cạn ngắn ngày',
          termMonths: 48,
          quantityLimit: '500 ha',
        },
      ],
      forms: ['independent', 'machinery_sale'],
      methods: ['documents', 'training', 'machinery'],
      price: { mode: 'asking', kind: 'firm', amount: 360_000_000 },
      funding: [
        {
          kind: 'state',
          share: 9_000,
          taskCode: '05-02-2020',
          approvedOn: '2020-03-31',
          acceptance: 'Nghiệm thu ngày 24/11/2022, xếp loại Xuất sắc',
          certificate: '2023-58-0012/KQNC',
        },
        { kind: 'own', share: 1_000 },
      ],
      owners: [held('vien-dat-kho', 10_000, 'host_of_state_task')],
      authors: [by('Phạm Thị Ngọc Sương', 5_000), by('Đạo Mạnh Khôi', 2_500), by('Kiều Minh Tấn', 2_500)],
      keywords: {
        vi: ['tưới nhỏ giọt', 'cây lạc', 'đậu phộng', 'đất cát', 'sức căng nước đất', 'bón phân qua nước'],
        en: ['drip irrigation', 'peanut', 'sandy soil', 'fertigation'],
      },
      province: '52',
      place: 'Trạm Phù Cát',
      declaration: {
        kind: 'encouraged',
        basis:
          'Tiết kiệm tài nguyên nước, thích ứng khô hạn; cơ sở là Điều 9 Luật Chuyển giao công nghệ về công nghệ tiết kiệm tài nguyên và ứng phó biến đổi khí hậu.',
      },
      visibility: {},
    },
  },
  {
    key: 'polyme-giu-nuoc',
    owner: 'vien-dat-kho',
    author: 'pham-thi-ngoc-suong',
    state: 'published',
    daysAgo: 66,
    profile: {
      texts: {
        vi: {
          title: 'Hạt giữ nước từ tinh bột sắn ghép kết hợp than sinh học trấu cho đất cát vùng bán khô hạn',
          teaser:
            'Một lần bón giữ ẩm hai mùa khô, hạt tự phân hủy trong 26 tháng, giá bằng 60% polyme siêu hấp thụ nhập khẩu.',
          problem:
            'Mùa khô ở Ninh Phước kéo dài tám tháng, cây ăn quả một năm tuổi chết 30–40% nếu ngừng tưới quá sáu ngày. Polyme acrylat nhập khẩu giữ nước tốt nhưng giá trên 120.000 đồng/kg và tồn dư vi nhựa trong đất.',
          solution:
            'Tinh bột sắn được hồ hóa, ghép axit acrylic trung hòa 70% bằng kali hydroxit, tỷ lệ tinh bột trên monome 1:1,4, khơi mào persulfat ở 62 °C. Trong lúc gel còn mềm, than trấu nghiền 0,2–0,5 mm được nhào vào đến 22% để tạo khung xốp và giữ dinh dưỡng.\n\nKhối gel được cắt sợi, sấy băng tải 85 °C và nghiền thành hạt 1–3 mm. Hạt hút 165 g nước cất hoặc 48 g nước giếng mặn 2‰ trên mỗi gam và nhả 90% lượng đó cho cây ở sức căng dưới 1,5 MPa.\n\nLiều dùng 25–40 g mỗi hốc trồng hoặc 60 kg/ha rạch hàng, trộn ở độ sâu 15–25 cm.',
          advantages:
            'Trong nhà lưới và ô thử, khoảng cách giữa hai lần tưới táo và nho tăng từ 3 lên 7 ngày; tỷ lệ sống cây con sau mùa khô đạt 91%. Phân hủy 54% sau 12 tháng chôn đất. Monome dư dưới 180 ppm.',
          applications: 'Trồng mới cây ăn quả, cây lâm nghiệp chắn cát, cây cảnh quan đô thị ven biển, vườn ươm.',
          partnersWanted: 'Nhà máy tinh bột sắn hoặc phân bón muốn đầu tư dây chuyền pilot 200 kg/ca cùng Viện.',
        },
        en: {
          title: 'Water-holding granules of grafted cassava starch and rice-husk biochar for semi-arid sandy soils',
          teaser:
            'One application holds moisture for two dry seasons, decays within 26 months and costs 60% of imported superabsorbents.',
          problem:
            'The dry season at Ninh Phuoc lasts eight months, and 30–40% of one-year fruit trees die if watering stops for more than six days. Imported acrylate polymers hold water well but cost over 120,000 đồng/kg and leave microplastic in the soil.',
          solution:
            'Cassava starch is gelatinised and grafted with acrylic acid, 70% neutralised with potassium hydroxide, at a starch-to-monomer ratio of 1:1.4 with persulphate at 62 °C. While the gel is soft, husk char of 0.2–0.5 mm is kneaded in up to 22%, giving a porous frame that also holds nutrients.\n\nThe gel is cut into strands, belt-dried at 85 °C and milled to 1–3 mm. A gram absorbs 165 g of distilled water or 48 g of 2 ppt well water and gives 90% of it back to plants below 1.5 MPa.\n\nThe dose is 25–40 g a planting hole or 60 kg/ha in furrows, mixed in at 15–25 cm.',
          advantages:
            'In net houses and plots the interval between waterings of jujube and grape grew from 3 to 7 days, and 91% of saplings survived the dry season. After 12 months in soil 54% had decayed. Residual monomer is below 180 ppm.',
          applications: 'New orchards, sand-break forestry, coastal urban landscaping and nurseries.',
          partnersWanted:
            'A cassava-starch or fertiliser factory investing in a 200 kg/shift pilot line with the institute.',
        },
      },
      comparison: [
        row('Giá thành', 'đồng/kg', '120.000–145.000', '74.000'),
        row('Khoảng cách hai lần tưới', 'ngày', '3', '7'),
        row('Phân hủy trong đất sau 12 tháng', '%', '< 5', '54'),
      ],
      readiness: {
        claimed: 5,
        evidence: [
          proof(
            4,
            '2024-01-18',
            'Báo cáo tổng hợp và đo độ trương nở',
            'Mười tám công thức; đo hút nhả ở năm mức độ mặn.',
          ),
          proof(
            5,
            '2026-04-09',
            'Báo cáo thử nghiệm ô đồng ruộng tại trạm Ninh Phước',
            'Ba ô lặp 200 m² với táo và nho, theo dõi trọn hai mùa khô bằng đầu đo ẩm.',
          ),
        ],
      },
      rights: [
        {
          type: 'invention_patent',
          number: '1-2024-04571',
          status: 'published',
          filedOn: '2024-07-10',
          holder: nameOf('vien-dat-kho'),
        },
      ],
      fields: ['401', '205'],
      industries: ['A', 'C'],
      ipc: ['C09K 17/32', 'C05G 3/80', 'C08F 251/00'],
      goals: ['2', '13', '15'],
      green: ['farming_forestry', 'chemicals'],
      offers: [
        {
          right: 'use',
          exclusivity: 'sole',
          sublicence: 'with_consent',
          territory: ['VN'],
          fieldOfUse: 'Sản xuất và bán hạt giữ nước',
          termMonths: 96,
        },
      ],
      forms: ['joint_research', 'independent'],
      methods: ['documents', 'training', 'experts'],
      price: { mode: 'asking', kind: 'indicative', amount: 950_000_000 },
      funding: [
        {
          kind: 'state',
          share: 6_000,
          taskCode: 'KC.02.27/21-25',
          approvedOn: '2022-12-01',
          acceptance: 'Nghiệm thu ngày 05/6/2026, xếp loại Đạt',
          certificate: '2026-58-0077/KQNC',
        },
        { kind: 'international', share: 4_000 },
      ],
      owners: [
        held('vien-dat-kho', 7_000, 'host_of_state_task'),
        held(
          'vien-sa-huynh',
          3_000,
          'co_owner',
          'Thỏa thuận hợp tác ba năm 2022–2025, mục 4.2: cùng đứng đơn và cùng chào',
        ),
      ],
      authors: [by('Phạm Thị Ngọc Sương', 4_000), by('Cao Thị Minh An', 3_500), by('Bá Trung Phụ', 2_500)],
      keywords: {
        vi: ['giữ ẩm', 'đất cát', 'tinh bột sắn', 'than sinh học', 'khô hạn', 'polyme phân hủy'],
        en: ['superabsorbent', 'cassava starch', 'biochar', 'sandy soil', 'drought'],
      },
      province: '56',
      place: 'Trạm Ninh Phước',
      declaration: {
        kind: 'encouraged',
        basis:
          'Vật liệu mới thích ứng biến đổi khí hậu, dùng nguyên liệu nông nghiệp trong nước; căn cứ Điều 9 Luật Chuyển giao công nghệ.',
      },
      visibility: {},
    },
  },
  {
    key: 'dau-xanh-chiu-han',
    owner: 'vien-dat-kho',
    author: 'dao-manh-khoi',
    state: 'needs_changes',
    daysAgo: 21,
    profile: {
      texts: {
        vi: {
          title: 'Giống đậu xanh chịu hạn chín tập trung thu một lần cho đất nhờ nước trời Nam Trung Bộ',
          teaser: 'Đậu xanh 62 ngày, chín đồng loạt 87% số quả, thu bằng máy gặt lúa cải tiến, năng suất 1,9 tấn/ha.',
          problem:
            'Đậu xanh địa phương chín rải rác, phải hái tay ba đến bốn lượt, công thu hoạch chiếm 40% giá thành nên diện tích thu hẹp từng năm.',
          solution:
            'Giống được chọn lọc từ tổ hợp lai ĐX-11 × VN99-3 qua tám thế hệ, cây đứng cao 58–63 cm, quả treo trên tán. Bộ rễ cọc dài 48 cm giúp chịu 18 ngày không mưa ở giai đoạn ra hoa. Gói kỹ thuật gồm mật độ 28 cây/m², bón lót vi sinh cố định đạm và chỉnh trống đập máy gặt ở 420 vòng/phút.',
          advantages: 'Hạt vỡ khi gặt máy dưới 4%, protein hạt 24,6%, kháng bệnh khảm vàng mức 3.',
          applications: 'Luân canh sau lúa đông xuân trên chân đất cao, xen với mía tơ và sắn.',
          partnersNow: 'Trạm Phù Cát giữ 2,4 tấn hạt siêu nguyên chủng.',
          partnersWanted: 'Công ty giống cây trồng có năng lực nhân hạt 50 ha.',
        },
      },
      comparison: [row('Số lượt thu hoạch', 'lượt', '3–4', '1'), row('Công thu hoạch', 'công/ha', '52', '4')],
      readiness: {
        claimed: 7,
        evidence: [
          proof(
            7,
            '2025-09-08',
            'Xác nhận của hai hợp tác xã trồng thử 14 ha',
            'Biên bản gặt mẫu năm điểm mỗi ruộng, có cán bộ khuyến nông dự.',
          ),
        ],
      },
      rights: [{ type: 'plant_variety', status: 'filed', filedOn: '2025-11-12', holder: nameOf('vien-dat-kho') }],
      fields: ['401'],
      industries: ['A'],
      ipc: ['A01H 1/02', 'A01H 6/54'],
      goals: ['2'],
      green: ['farming_forestry'],
      offers: [
        {
          right: 'use',
          exclusivity: 'exclusive',
          territory: ['51', '52', '66'],
          fieldOfUse: 'Nhân và kinh doanh hạt giống',
          termMonths: 84,
        },
      ],
      forms: ['independent'],
      methods: ['documents', 'training'],
      price: { mode: 'asking', kind: 'floor', amount: 450_000_000 },
      funding: [{ kind: 'state', share: 10_000, taskCode: '05-04-2021', approvedOn: '2021-05-18' }],
      owners: [held('vien-dat-kho', 10_000, 'host_of_state_task')],
      authors: [by('Đạo Mạnh Khôi', 6_000), by('Kiều Minh Tấn', 4_000)],
      keywords: { vi: ['đậu xanh', 'chịu hạn', 'thu hoạch máy', 'giống mới'], en: ['mung bean'] },
      province: '52',
      place: 'Trạm Phù Cát',
      declaration: {
        kind: 'encouraged',
        basis: 'Giống mới chịu hạn đã qua khảo nghiệm cơ sở; đề nghị áp dụng Điều 9 Luật Chuyển giao công nghệ.',
      },
      visibility: {},
    },
  },
]
