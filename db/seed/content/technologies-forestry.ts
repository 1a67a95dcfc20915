import type { DemonstrationTechnology } from '../demonstration.ts'
import { by, held, heldOutside, nameOf, proof, row } from './notation.ts'

/** Forest trees and fuel from their residues. */
export const forestryTechnologies: readonly DemonstrationTechnology[] = [
  {
    key: 'vien-nen-vo-keo',
    owner: 'vien-lam-san',
    author: 'bui-van-truc',
    state: 'published',
    daysAgo: 87,
    profile: {
      texts: {
        vi: {
          title: 'Phụ gia khoáng và chế độ ép giúp sản xuất viên nén từ vỏ cây keo, giảm đóng xỉ lò đốt',
          teaser:
            'Cho phép phối tới 45% vỏ keo vào viên nén công nghiệp mà nhiệt độ biến mềm của tro vẫn trên 1.250 °C.',
          problem:
            'Vỏ keo chiếm 10–12% khối lượng cây, chất đống ở bãi bóc vỏ rồi tự cháy âm ỉ. Vỏ nhiều kali và clo, khi đốt tạo tro dính, bám ống trao đổi nhiệt nên nhà máy điện chỉ nhận viên nén có dưới 10% vỏ.',
          solution:
            'Vỏ được rửa nước hồi lưu 12 phút để rút kali hòa tan, ép vắt còn 55% ẩm rồi sấy thùng quay đến 11–12%. Cao lanh thải từ mỏ (cỡ hạt dưới 45 µm) phối 2,4% và vôi tôi 0,6% được phun dạng bùn loãng ngay trước máy trộn.\n\nCao lanh giữ kali thành khoáng aluminosilicat bền nhiệt, còn vôi trung hòa axit giúp giảm mòn khuôn. Khuôn ép dùng tỷ số nén 5,2:1, lỗ Ø 8 mm, nhiệt độ vành khuôn 92–98 °C; độ bền cơ học được giữ nhờ lignin của vỏ chảy mềm nên không cần tinh bột kết dính.\n\nHồ sơ gồm công thức theo độ ẩm và mùa, bản vẽ bể rửa đối lưu, quy cách khuôn và cách dự đoán đóng xỉ từ phép phân tích tro nhanh bằng XRF cầm tay.',
          advantages:
            'Viên nén 45% vỏ đạt độ bền cơ học 97,8%, tro 2,6%, clo 0,018% và nhiệt trị 17,3 MJ/kg. Nhiệt độ biến mềm của tro tăng từ 1.090 lên 1.255 °C. Nguyên liệu rẻ hơn mùn cưa 430.000 đồng mỗi tấn khô.',
          applications:
            'Nhà máy viên nén công nghiệp từ 30.000 tấn/năm; lò hơi tầng sôi và lò ghi xích dùng nhiên liệu sinh khối.',
          partnersNow: 'Đối tác sản xuất đã chạy 380 tấn viên thử, khách Nhật Bản đốt thử ở lò 50 MW.',
          partnersWanted: 'Nhà máy viên nén ở Gia Lai, Đắk Lắk, Quảng Ngãi có nguồn vỏ từ 8.000 tấn/năm.',
        },
      },
      comparison: [
        row('Tỷ lệ vỏ trong nguyên liệu', '%', '≤ 10', '45'),
        row('Nhiệt độ biến mềm của tro', '°C', '1.090', '1.255'),
        row('Chi phí nguyên liệu', 'đồng/tấn viên', '1.720.000', '1.530.000'),
      ],
      readiness: {
        claimed: 7,
        evidence: [
          proof(
            6,
            '2024-05-22',
            'Biên bản chạy thử máy ép 3 tấn/giờ',
            'Bốn mẻ 20 tấn với bốn mức cao lanh, đo mòn khuôn sau mỗi mẻ.',
          ),
          proof(
            7,
            '2025-11-05',
            'Xác nhận của nhà máy viên nén và đơn vị đốt thử',
            '380 tấn sản xuất trên dây chuyền thường; báo cáo đốt 72 giờ không phải dừng thổi bụi ngoài kế hoạch.',
          ),
        ],
      },
      rights: [
        {
          type: 'invention_patent',
          number: '1-2023-07742',
          status: 'substantive_exam',
          filedOn: '2023-11-01',
          holder: nameOf('vien-lam-san'),
        },
      ],
      fields: ['404', '204'],
      industries: ['C', 'D'],
      ipc: ['C10L 5/44', 'C10L 10/04'],
      goals: ['7', '12', '13'],
      green: ['energy', 'pollution_waste'],
      offers: [
        {
          right: 'use',
          exclusivity: 'non_exclusive',
          territory: ['51', '52', '66'],
          fieldOfUse: 'Sản xuất viên nén gỗ công nghiệp',
          termMonths: 60,
          quantityLimit: '150.000 tấn viên mỗi năm',
        },
      ],
      forms: ['independent'],
      methods: ['documents', 'training', 'experts'],
      price: { mode: 'asking', kind: 'firm', amount: 1_200_000_000 },
      funding: [
        { kind: 'own', share: 6_000 },
        { kind: 'sponsor', share: 4_000 },
      ],
      owners: [
        held('vien-lam-san', 6_500, 'applicant'),
        held(
          'sinh-khoi-hon-cha',
          3_500,
          'co_owner',
          'Nghị quyết hội đồng quản trị số 22/2025 đồng ý cho Viện chào chuyển giao ra bên ngoài',
        ),
      ],
      authors: [by('Bùi Văn Trực', 5_500), by('Phùng Gia Bảo', 2_000), by('Nguyễn Thị Kiều Mi', 2_500)],
      keywords: {
        vi: ['viên nén gỗ', 'vỏ cây keo', 'đóng xỉ', 'cao lanh', 'sinh khối', 'tro'],
        en: ['wood pellets', 'acacia bark', 'slagging', 'kaolin additive'],
      },
      province: '52',
      place: 'Xã Tuy Phước',
      declaration: {
        kind: 'encouraged',
        basis:
          'Sản xuất nhiên liệu tái tạo từ phế thải rừng trồng, thuộc công nghệ năng lượng mới, năng lượng tái tạo tại Điều 9 Luật Chuyển giao công nghệ.',
      },
      visibility: { solution: 'confidential' },
    },
  },
  {
    key: 'keo-tam-boi',
    owner: 'dai-hoc-song-ba',
    author: 'ksor-ha-lim',
    state: 'published',
    daysAgo: 54,
    profile: {
      texts: {
        vi: {
          title: 'Dòng keo lai tam bội sinh trưởng nhanh nhân bằng nuôi cấy mô cho rừng gỗ lớn vùng duyên hải',
          teaser:
            'Hai dòng keo tam bội không kết hạt, đường kính sau 5 năm vượt đối chứng 21% trong khảo nghiệm ban đầu, sẵn sàng cùng doanh nghiệp khảo nghiệm mở rộng.',
          problem:
            'Keo lai trồng rừng hiện nay dễ gãy ngang thân khi bão, ra hạt sớm và mọc lan xâm lấn đất tự nhiên. Chu kỳ ngắn 4–5 năm chỉ cho gỗ dăm; muốn gỗ xẻ đường kính trên 18 cm phải đợi 10 năm và chịu rủi ro gió bão.',
          solution:
            'Cây tứ bội keo lá tràm được tạo bằng xử lý colchicine chồi đỉnh, lai với keo tai tượng nhị bội chọn lọc; 214 cây con tam bội được sàng bằng máy đo dòng chảy tế bào, qua ba vòng chọn còn hai dòng mã SB-T07 và SB-T15.\n\nChồi được nhân trên môi trường MS cải tiến bổ sung BAP 0,8 mg/L, hệ số nhân 3,6 lần mỗi 28 ngày, ra rễ ngoài ống nghiệm trên giá thể mụn dừa – trấu hun đạt 88%. Cây xuất vườn cao 25–30 cm sau 90 ngày.\n\nTrường chuyển giao vật liệu gốc, môi trường nuôi cấy và quy trình huấn luyện cây; bên nhận phải trồng theo sơ đồ khảo nghiệm và trả số liệu đo hằng năm.',
          advantages:
            'Ở tuổi 5, đường kính ngang ngực trung bình 15,7 cm so với 13,0 cm của dòng đối chứng; khối lượng riêng gỗ 0,53 g/cm³. Hoa bất dục, không phát hiện cây con tái sinh trong ô 0,5 ha.',
          applications:
            'Khảo nghiệm và trồng thử rừng gỗ lớn trên đất đồi dưới 500 m; vườn vật liệu của doanh nghiệp lâm nghiệp.',
          partnersWanted: 'Công ty lâm nghiệp có từ 20 ha đất trống và cán bộ kỹ thuật theo dõi khảo nghiệm ba năm.',
        },
      },
      comparison: [
        row('Đường kính ngang ngực tuổi 5', 'cm', '13,0', '15,7'),
        row('Tỷ lệ gãy đổ sau bão cấp 10', '%', '17', '8'),
        row('Giá cây giống', 'đồng/cây', '1.400 (cây hom)', '2.600 (cây mô)'),
      ],
      readiness: {
        claimed: 5,
        evidence: [
          proof(
            4,
            '2020-10-14',
            'Kết quả xác định mức bội thể và nhân nhanh trong phòng thí nghiệm',
            'Phân tích dòng chảy tế bào 214 cây; ảnh nhiễm sắc thể rễ.',
          ),
          proof(
            5,
            '2025-12-19',
            'Báo cáo khảo nghiệm hẹp hai địa điểm',
            'Ô 0,5 ha tại Sông Hinh và Vân Canh, đo sinh trưởng năm năm liên tục; chưa khảo nghiệm tại các vùng sinh thái khác.',
          ),
        ],
      },
      rights: [
        {
          type: 'plant_variety',
          status: 'substantive_exam',
          filedOn: '2024-01-30',
          holder: nameOf('dai-hoc-song-ba'),
        },
      ],
      fields: ['404', '406'],
      industries: ['A'],
      ipc: ['A01H 1/08', 'A01H 4/00'],
      goals: ['15', '13'],
      green: ['farming_forestry'],
      offers: [
        {
          right: 'use',
          exclusivity: 'non_exclusive',
          territory: ['52', '66'],
          fieldOfUse: 'Khảo nghiệm diện rộng, chưa kinh doanh cây giống',
          termMonths: 36,
          quantityLimit: '40.000 cây cho mỗi bên nhận',
          researchOnly: true,
        },
      ],
      forms: ['joint_research'],
      methods: ['documents', 'experts'],
      price: { mode: 'asking', kind: 'indicative', amount: 180_000_000 },
      funding: [
        {
          kind: 'state',
          share: 10_000,
          taskCode: 'ĐTĐL.CN-12/19',
          approvedOn: '2019-05-27',
          acceptance: 'Nghiệm thu ngày 27/02/2024, xếp loại Đạt',
          certificate: '2024-66-0059/KQNC',
        },
      ],
      owners: [
        held('dai-hoc-song-ba', 9_000, 'host_of_state_task'),
        heldOutside(
          'Ban quản lý rừng trồng Hòn Mốc',
          1_000,
          'co_owner',
          'Thư đồng ý ngày 05/02/2024 cho Trường sử dụng vật liệu gốc và số liệu khảo nghiệm',
        ),
      ],
      authors: [by('Ksor Hạ Lim', 3_500), by('Nguyễn Thị Hồng Phúc', 3_000), by('Trà Văn Thiện', 3_500)],
      keywords: {
        vi: ['keo lai', 'tam bội', 'nuôi cấy mô', 'rừng gỗ lớn', 'giống cây lâm nghiệp'],
        en: ['triploid acacia', 'tissue culture', 'forest tree breeding'],
      },
      province: '66',
      place: 'Trạm Sông Hinh',
      declaration: {
        kind: 'restricted',
        basis:
          'Giống chưa qua khảo nghiệm tại vùng trồng dự kiến, thuộc trường hợp hạn chế chuyển giao tại Điều 10 Luật Chuyển giao công nghệ; bên giao và bên nhận xin Giấy phép trước khi hợp đồng có hiệu lực.',
      },
      visibility: { authors: 'confidential' },
    },
  },
]
