import type { DemonstrationTechnology } from '../demonstration.ts'
import { by, held, heldOutside, nameOf, proof, row } from './notation.ts'

/** Farming on the highland basalt. */
export const highlandTechnologies: readonly DemonstrationTechnology[] = [
  {
    key: 'nam-tru-tuyen-trung',
    owner: 'dai-hoc-song-ba',
    author: 'nguyen-thi-hong-phuc',
    state: 'published',
    daysAgo: 132,
    profile: {
      texts: {
        vi: {
          title: 'Chế phẩm nấm Purpureocillium và Trichoderma lên men rắn trừ tuyến trùng rễ hồ tiêu, cà phê',
          teaser:
            'Giảm 78% mật độ tuyến trùng sau một mùa mưa, vườn tiêu vàng lá hồi xanh mà không phải dùng thuốc hóa học tưới gốc.',
          problem:
            'Tuyến trùng Meloidogyne mở đường cho nấm Phytophthora khiến hồ tiêu Chư Sê, Chư Pưh chết hàng loạt từ năm 2015. Thuốc trừ tuyến trùng gốc lân hữu cơ đã bị loại dần; chế phẩm nhập khẩu để lâu ở nhiệt độ thường giảm còn 10⁵ bào tử/g.',
          solution:
            'Chủng Purpureocillium lilacinum SB-P3 và Trichoderma asperellum SB-T9 phân lập tại Ia Grai được lên men rắn riêng rẽ trên cám gạo – trấu – vỏ cà phê (5:3:2), độ ẩm 52%, khay thông khí cưỡng bức 28 °C trong 9 ngày.\n\nBào tử được tách bằng rây khí động, phối với bột talc và trehalose 3% để giữ sống, đạt 2 × 10⁹ bào tử/g mỗi chủng. Sau 12 tháng ở 28–32 °C còn trên 6 × 10⁸.\n\nLiều 30 g/trụ tiêu, hòa nước tưới vùng tán hai lần đầu mùa mưa cách nhau 25 ngày, kèm phân hữu cơ ủ hoai 5 kg. Bộ chuyển giao có giống gốc đông khô, sơ đồ phòng lên men 1 tấn/tháng và quy trình kiểm tra tạp nhiễm.',
          advantages:
            'Trên 46 ha thử nghiệm, số nốt sưng/5 g rễ giảm 78%, tỷ lệ trụ chết mới giảm từ 9,4% còn 2,1%. Chi phí 3,6 triệu đồng/ha/năm. Dư lượng thuốc trên tiêu hạt không phát hiện ở 312 hoạt chất.',
          applications: 'Hồ tiêu, cà phê vối tái canh, chanh dây và rau họ cà trên đất đỏ bazan.',
          partnersNow: 'Xưởng của Trường sản xuất thử 6 tấn; ba hợp tác xã tiêu hữu cơ dùng liên tục hai năm.',
          partnersWanted:
            'Doanh nghiệp phân bón, thuốc bảo vệ thực vật sinh học có dây chuyền đóng gói và đội ngũ đăng ký sản phẩm.',
        },
      },
      comparison: [
        row('Số nốt sưng', 'nốt/5 g rễ', '64', '14'),
        row('Tỷ lệ trụ tiêu chết mới', '%/năm', '9,4', '2,1'),
        row('Chi phí phòng trừ', 'đồng/ha/năm', '6.800.000', '3.600.000'),
        row('Hạn dùng ở nhiệt độ thường', 'tháng', '4', '12'),
      ],
      readiness: {
        claimed: 7,
        evidence: [
          proof(
            5,
            '2022-11-21',
            'Báo cáo thử nghiệm chậu và nhà lưới',
            'Đối chứng thuốc hóa học, ba mức liều, hai loại đất.',
          ),
          proof(
            7,
            '2025-11-28',
            'Xác nhận của ba hợp tác xã trên 46 ha',
            'Theo dõi hai mùa mưa, lấy mẫu rễ định kỳ; số liệu do đơn vị bảo vệ thực vật kiểm đếm.',
          ),
        ],
      },
      rights: [
        {
          type: 'invention_patent',
          number: '1-2022-05930',
          status: 'grant_intended',
          filedOn: '2022-09-14',
          holder: nameOf('dai-hoc-song-ba'),
        },
        {
          type: 'trademark',
          number: '4-0498213-000',
          status: 'granted',
          filedOn: '2022-02-17',
          expiresOn: '2032-02-17',
          holder: nameOf('dai-hoc-song-ba'),
        },
      ],
      fields: ['401', '406'],
      industries: ['A', 'C'],
      ipc: ['A01N 63/30', 'A01N 63/38', 'C12N 1/14'],
      goals: ['2', '12', '15'],
      green: ['farming_forestry'],
      offers: [
        {
          right: 'use',
          exclusivity: 'exclusive',
          sublicence: 'with_consent',
          territory: ['52', '66', '68'],
          fieldOfUse: 'Sản xuất, bán chế phẩm cho cây công nghiệp lâu năm',
          termMonths: 84,
        },
      ],
      forms: ['independent', 'ip_transfer'],
      methods: ['documents', 'training', 'experts'],
      price: { mode: 'asking', kind: 'floor', amount: 1_750_000_000 },
      funding: [
        {
          kind: 'state',
          share: 8_500,
          taskCode: 'ĐTĐL.CN-09/21',
          approvedOn: '2021-02-08',
          acceptance: 'Nghiệm thu ngày 22/3/2024, xếp loại Đạt',
          certificate: '2024-66-0141/KQNC',
        },
        { kind: 'own', share: 1_500 },
      ],
      owners: [
        held('dai-hoc-song-ba', 9_200, 'host_of_state_task'),
        heldOutside(
          'Hợp tác xã Hồ tiêu hữu cơ Ia Pút',
          800,
          'co_owner',
          'Nghị quyết đại hội thành viên ngày 14/01/2022 chấp thuận chuyển giao',
        ),
      ],
      authors: [by('Nguyễn Thị Hồng Phúc', 5_000), by('Siu Đoan', 2_500), by('Lương Minh Triết', 2_500)],
      keywords: {
        vi: ['tuyến trùng', 'hồ tiêu', 'cà phê', 'Trichoderma', 'Purpureocillium', 'bảo vệ thực vật sinh học'],
        en: ['nematode biocontrol', 'black pepper'],
      },
      province: '52',
      place: 'Xã Ia Grai',
      declaration: {
        kind: 'encouraged',
        basis:
          'Công nghệ sinh học thay thuốc hóa học, bảo vệ sức khỏe và môi trường đất, thuộc các trường hợp khuyến khích của Điều 9 Luật Chuyển giao công nghệ.',
      },
      visibility: { solution: 'confidential' },
    },
  },
  {
    key: 'u-vo-ca-phe',
    owner: 'dai-hoc-song-ba',
    author: 'nguyen-thi-hong-phuc',
    state: 'published',
    daysAgo: 24,
    profile: {
      texts: {
        vi: {
          title: 'Ủ nhanh vỏ cà phê bằng vi sinh chịu nhiệt và ống cấp khí ngầm, hoai sau 28 ngày không đảo trộn',
          teaser: 'Hợp tác xã tự làm phân hữu cơ từ vỏ cà phê với giá 1.150 đồng/kg, hợp tiêu chuẩn đăng ký phân bón.',
          problem:
            'Mỗi tấn cà phê nhân để lại gần một tấn vỏ. Đốt thì khói, để đống thì cafein và tannin rỉ ra làm vàng lá vườn bên dưới; ủ thường phải bốn tháng và bốn lần đảo bằng máy xúc.',
          solution:
            'Vỏ được làm ẩm 58–60%, phối phân bò 20% và lân nung chảy 2%, rải thành luống cao 1,6 m trên hai rãnh ống đục lỗ Ø 110 mm. Quạt 1,5 kW thổi ngắt quãng 4 phút mỗi 20 phút theo nhiệt độ lõi, giữ 58–64 °C trong 9 ngày đầu.\n\nTổ hợp bốn chủng gồm Bacillus chịu nhiệt phân giải cellulose và Pseudomonas phân giải cafein được tưới hai lần, ngày 0 và ngày 12. Bạt thoáng khí phủ mặt ngăn mưa, cho hơi thoát.',
          advantages:
            'Cafein giảm 93%, tỷ lệ C/N xuống 16 sau 28 ngày; hàm lượng hữu cơ 41%. Điện 9 kWh/tấn, không cần máy xúc. Tỷ lệ nảy mầm hạt cải thử độc đạt 94%.',
          applications: 'Hợp tác xã, đại lý xay xát cà phê có 200–5.000 tấn vỏ mỗi niên vụ; vỏ ca cao, vỏ mắc ca.',
          partnersNow: 'Hai điểm ủ ở Chư Prông và Krông Pắc vận hành trọn niên vụ 2025–2026.',
          partnersWanted: 'Nhà máy phân hữu cơ và tổ chức khuyến nông muốn nhân rộng theo gói.',
        },
      },
      comparison: [
        row('Thời gian ủ hoai', 'ngày', '110–130', '28'),
        row('Giá thành', 'đồng/kg', '1.900', '1.150'),
        row('Cafein còn lại', '% ban đầu', '45', '7'),
      ],
      readiness: {
        claimed: 7,
        evidence: [
          proof(
            7,
            '2026-05-12',
            'Xác nhận của hai điểm ủ 1.400 tấn vỏ',
            'Nhật ký nhiệt độ tự ghi 16 luống; phiếu kiểm nghiệm phân theo QCVN 01-189.',
          ),
        ],
      },
      rights: [{ type: 'know_how', status: 'none', holder: nameOf('dai-hoc-song-ba') }],
      fields: ['406', '208'],
      industries: ['A', 'E'],
      ipc: ['C05F 5/00', 'C05F 17/20'],
      goals: ['12', '15'],
      green: ['pollution_waste', 'farming_forestry'],
      offers: [
        {
          right: 'use',
          exclusivity: 'non_exclusive',
          sublicence: 'none',
          territory: ['52', '66', '68'],
          fieldOfUse: 'Sản xuất phân hữu cơ từ vỏ cà phê',
          termMonths: 36,
        },
      ],
      forms: ['independent'],
      methods: ['documents', 'training'],
      price: { mode: 'asking', kind: 'firm', amount: 150_000_000 },
      funding: [
        { kind: 'own', share: 5_500 },
        { kind: 'sponsor', share: 4_500 },
      ],
      owners: [held('dai-hoc-song-ba', 10_000, 'owner')],
      authors: [by('Lương Minh Triết', 6_500), by('Nguyễn Thị Hồng Phúc', 3_500)],
      keywords: {
        vi: ['vỏ cà phê', 'ủ phân', 'phân hữu cơ', 'vi sinh chịu nhiệt', 'cấp khí'],
        en: ['coffee husk', 'composting'],
      },
      province: '66',
      place: 'Xã Krông Pắc',
      declaration: {
        kind: 'encouraged',
        basis:
          'Tái chế phụ phẩm nông nghiệp tại chỗ, được khuyến khích theo Điều 9 Luật Chuyển giao công nghệ về bảo vệ môi trường.',
      },
      visibility: {},
    },
  },
]
