import type { DemonstrationTechnology } from '../demonstration.ts'
import { by, held, heldOutside, nameOf, proof, row } from './notation.ts'

/** Building and industrial materials and food from rice by-products and granite dust. */
export const residueTechnologies: readonly DemonstrationTechnology[] = [
  {
    key: 'silica-tro-trau',
    owner: 'vien-sa-huynh',
    author: 'cao-thi-minh-an',
    state: 'published',
    daysAgo: 102,
    profile: {
      texts: {
        vi: {
          title: 'Silica kết tủa độ trắng cao từ tro trấu lò hơi, dùng CO₂ khói lò thay axit sunfuric',
          teaser: 'Thu 88% silic trong tro thành silica 160 m²/g cho ngành cao su và sơn, không thải nước muối sunfat.',
          problem:
            'Các nhà máy xay xát và lò hơi đốt trấu dọc sông Ba thải hơn 9.000 tấn tro mỗi năm, chủ yếu đổ bãi. Quy trình làm silica truyền thống dùng xút và axit, cứ mỗi tấn sản phẩm thải 20 m³ nước natri sunfat.',
          solution:
            'Tro đốt dưới 750 °C (silic vô định hình trên 90%) được hòa tan bằng dung dịch natri cacbonat – xút tái sinh ở 105 °C, 3 giờ; cặn than lọc ra làm than đốt. Dung dịch thủy tinh lỏng mô đun 3,1 được sục khói lò đã rửa, chứa 9–11% CO₂, trong tháp ba tầng ở 78 °C; pH hạ chậm từ 11 xuống 9,2 trong 110 phút để hạt kết tủa xốp đều.\n\nNước lọc chứa natri cacbonat được vôi hóa trả lại xút, khép vòng 94%; canxi cacbonat kết tủa là phụ phẩm bán cho nhà máy sơn. Bánh silica rửa bốn lần, sấy phun 280 °C.',
          advantages:
            'Độ trắng 95, diện tích BET 155–170 m²/g, hấp thụ dầu 210 mL/100 g. Xút bổ sung 48 kg/tấn. Giữ lại 0,7 tấn CO₂ cho mỗi tấn silica.',
          applications: 'Độn tăng cường đế giày và lốp xe, chất làm mờ sơn gỗ, chất chống vón trong thức ăn chăn nuôi.',
          partnersNow: 'Hệ pilot 50 kg/mẻ tại Viện; hai công ty cao su và một hãng sơn gỗ đánh giá mẫu.',
          partnersWanted:
            'Nhà máy xay xát hoặc lò hơi trấu từ 15 tấn hơi/giờ, doanh nghiệp hóa chất góp vốn nhà máy 1.500 tấn/năm.',
        },
      },
      comparison: [
        row('Nước thải muối', 'm³/tấn silica', '20', '1,1'),
        row('Giá thành', 'đồng/kg', '17.500', '14.200'),
        row('Phát thải CO₂', 'tấn/tấn silica', '1,9', '0,6'),
      ],
      readiness: {
        claimed: 6,
        evidence: [
          proof(
            5,
            '2024-08-28',
            'Báo cáo thử với khói lò thật tại nhà máy xay xát',
            'Thiết bị 5 kg/mẻ đặt cạnh lò hơi 6 tấn/giờ, 22 mẻ.',
          ),
          proof(
            6,
            '2025-12-11',
            'Biên bản trình diễn pilot 50 kg/mẻ',
            'Mười hai mẻ đạt đồng đều; phiếu thử BET, độ trắng, cỡ hạt và thử kéo cao su.',
          ),
        ],
      },
      rights: [
        {
          type: 'invention_patent',
          number: '1-0044092',
          status: 'granted',
          filedOn: '2020-12-09',
          expiresOn: '2040-12-09',
          holder: nameOf('vien-sa-huynh'),
        },
      ],
      fields: ['204', '205'],
      industries: ['C'],
      ipc: ['C01B 33/12', 'C01B 33/193', 'B01D 53/62'],
      goals: ['9', '12', '13'],
      green: ['chemicals', 'pollution_waste'],
      offers: [
        {
          right: 'use',
          exclusivity: 'exclusive',
          sublicence: 'with_consent',
          territory: ['51', '52', '66'],
          fieldOfUse: 'Sản xuất silica kết tủa',
          termMonths: 120,
          quantityLimit: '3.000 tấn mỗi năm',
        },
        { right: 'ownership', territory: ['VN'], fieldOfUse: 'Chuyển nhượng bằng độc quyền sáng chế' },
      ],
      forms: ['capital_contribution', 'ip_transfer', 'investment_project'],
      methods: ['documents', 'training', 'experts', 'commissioning'],
      price: { mode: 'asking', kind: 'indicative', amount: 7_800_000_000 },
      funding: [
        {
          kind: 'state',
          share: 7_000,
          taskCode: 'KC.02.14/21-25',
          approvedOn: '2021-11-26',
          acceptance: 'Nghiệm thu ngày 28/11/2024, xếp loại Đạt',
          certificate: '2025-51-0015/KQNC',
        },
        { kind: 'own', share: 3_000 },
      ],
      owners: [
        held('vien-sa-huynh', 8_000, 'host_of_state_task'),
        held(
          'dai-hoc-song-ba',
          2_000,
          'co_owner',
          'Phần quyền theo hợp đồng thầu phụ nhiệm vụ năm 2021, đã đồng ý bằng thư ngày 03/02/2025',
        ),
      ],
      authors: [by('Cao Thị Minh An', 4_000), by('Lương Hữu Đạt', 3_000), by('Hồ Sĩ Nguyên Đán', 3_000)],
      keywords: {
        vi: ['tro trấu', 'silica', 'silic đioxit', 'khói lò', 'cao su', 'phụ phẩm lúa gạo'],
        en: ['rice husk ash', 'precipitated silica', 'carbonation'],
      },
      province: '51',
      place: 'Khu nghiên cứu Thạch Bi',
      declaration: {
        kind: 'encouraged',
        basis:
          'Tái chế chất thải, sử dụng khí CO₂ và giảm nước thải hóa chất, thuộc công nghệ sạch nêu tại Điều 9 Luật Chuyển giao công nghệ.',
      },
      visibility: {},
    },
  },
  {
    key: 'cam-gao-on-dinh',
    owner: 'dai-hoc-song-ba',
    author: 'nguyen-thi-hong-phuc',
    state: 'published',
    daysAgo: 47,
    profile: {
      texts: {
        vi: {
          title:
            'Ổn định cám gạo bằng ép đùn ẩm thấp ngay tại nhà máy xay xát và trích ly dầu giàu oryzanol bằng etanol',
          teaser:
            'Chặn ôi cám trong vòng 20 phút sau xay, để cám đủ điều kiện làm thực phẩm thay vì chỉ bán cho chăn nuôi.',
          problem:
            'Enzym lipase trong cám tươi hoạt động ngay sau xát, axit béo tự do vượt 10% chỉ sau hai ngày. Cám của các nhà máy vùng Tuy Hòa vì thế chỉ bán 6.500 đồng/kg, trong khi dầu cám gạo tinh luyện phải nhập.',
          solution:
            'Máy ép đùn đơn trục L/D 8, đặt dưới thùng hứng cám, nhận cám ở ẩm tự nhiên 11–13% và thêm hơi 3%; nhiệt ma sát lên 128–132 °C trong 14 giây, áp 38 bar, hạt cám nở xốp lăn qua băng nguội 45 °C. Lipase còn dưới 5%.\n\nCám xốp trích ly bằng etanol 96% ở 72 °C, ba bậc ngược dòng, tỷ lệ dung môi 3,2:1. Do dầu kém tan trong etanol lạnh, dịch trích chỉ cần hạ xuống 12 °C là tách lớp; dung môi quay vòng không chưng cất 80%, phần còn lại chưng chân không. Dầu thô giữ lại 1,6% oryzanol.\n\nBã cám khử béo nghiền mịn làm bột chất xơ – đạm cho bánh.',
          advantages:
            'Cám ổn định giữ axit béo tự do dưới 4,5% trong 120 ngày ở 30 °C. Thu 15,8 kg dầu/100 kg cám. Không dùng hexan. Hoàn vốn cụm ép đùn 500 kg/giờ sau 11 tháng.',
          applications: 'Nhà máy xay xát từ 60 tấn lúa/ngày; dầu ăn, mỹ phẩm, bánh dinh dưỡng.',
          partnersNow: 'Một nhà máy xay xát ở Phú Hòa cho mượn mặt bằng lắp cụm ép đùn 120 kg/giờ.',
          partnersWanted: 'Công ty dầu thực vật và cơ sở chế tạo máy ép đùn trong nước.',
        },
      },
      comparison: [
        row('Axit béo tự do sau 30 ngày', '%', '28', '3,1'),
        row('Giá bán cám', 'đồng/kg', '6.500', '11.000'),
        row('Dung môi', '', 'hexan', 'etanol'),
      ],
      readiness: {
        claimed: 6,
        evidence: [
          proof(
            6,
            '2026-02-27',
            'Biên bản trình diễn cụm ép đùn 120 kg/giờ tại nhà máy',
            'Chạy 30 ngày vụ đông xuân, mẫu lưu 120 ngày; kèm mẻ trích ly 200 kg.',
          ),
        ],
      },
      rights: [
        {
          type: 'utility_solution',
          number: '2-2023-00681',
          status: 'substantive_exam',
          filedOn: '2023-10-20',
          holder: nameOf('dai-hoc-song-ba'),
          numberHidden: true,
        },
      ],
      fields: ['211', '204'],
      industries: ['C'],
      ipc: ['A23L 7/17', 'A23L 7/10', 'C11B 1/10'],
      goals: ['2', '12'],
      green: ['green_products'],
      offers: [
        {
          right: 'use',
          exclusivity: 'sole',
          territory: ['66'],
          fieldOfUse: 'Ổn định cám và sản xuất dầu cám gạo',
          termMonths: 72,
        },
      ],
      forms: ['independent', 'machinery_sale'],
      methods: ['documents', 'training', 'machinery'],
      price: { mode: 'asking', kind: 'floor', amount: 1_350_000_000 },
      funding: [
        {
          kind: 'state',
          share: 7_500,
          taskCode: '06-05-2023',
          approvedOn: '2023-07-03',
          acceptance: 'Nghiệm thu ngày 17/4/2026, xếp loại Đạt',
          certificate: '2026-66-0102/KQNC',
        },
        { kind: 'sponsor', share: 2_500 },
      ],
      owners: [
        held('dai-hoc-song-ba', 9_000, 'host_of_state_task'),
        heldOutside(
          'Doanh nghiệp tư nhân xay xát Phú Thứ',
          1_000,
          'co_owner',
          'Đồng ý theo biên bản ngày 12/10/2023, nhận 10% thu nhập chuyển giao',
        ),
      ],
      authors: [by('Nguyễn Thị Hồng Phúc', 4_500), by('Châu Đức Thuận', 5_500)],
      keywords: {
        vi: ['cám gạo', 'ép đùn', 'dầu cám gạo', 'oryzanol', 'phụ phẩm lúa gạo'],
        en: ['rice bran stabilisation', 'rice bran oil'],
      },
      province: '66',
      place: 'Xã Phú Hòa',
      declaration: {
        kind: 'encouraged',
        basis:
          'Sản phẩm mới từ phụ phẩm trong nước, thay dung môi độc; nhóm được khuyến khích của Điều 9 Luật Chuyển giao công nghệ.',
      },
      visibility: {},
    },
  },
  {
    key: 'gach-bun-da-granite',
    owner: 'vien-sa-huynh',
    author: 'cao-thi-minh-an',
    state: 'published',
    daysAgo: 143,
    profile: {
      texts: {
        vi: {
          title: 'Gạch và tấm lát geopolymer từ bùn bột đá granite và tro trấu, đóng rắn ở 60 °C không dùng xi măng',
          teaser:
            'Dùng tới 72% bùn cưa đá granite làm gạch lát mác 400, phát thải bằng một phần tư gạch bê tông cùng loại.',
          problem:
            'Cưa và mài một mét vuông đá tấm để lại khoảng 40 kg bùn; các cụm chế biến đá ở An Nhơn và Tuy Phước đã hết bãi chứa. Bùn khô bay bụi silic, còn dùng làm phụ gia trơ trong gạch xi măng thì chỉ được 15% vì giảm cường độ.',
          solution:
            'Bùn ép khung bản còn 18% ẩm, khử sắt cưa bằng nam châm rồi nung hoạt hóa nhẹ cùng 12% đá vôi và soda ở 680 °C trong 40 phút để fenspat chuyển sang pha thủy tinh phản ứng được. Hỗn hợp nghiền lại đến 4.200 cm²/g.\n\nChất hoạt hóa là thủy tinh lỏng chế từ tro trấu, mô đun 1,5, nồng độ natri quy đổi 7% so với bột khô; trộn bán khô ẩm 9%, rung ép 12 MPa. Gạch dưỡng ở 60 °C, độ ẩm 90% trong 10 giờ bằng nhiệt thải lò nung, xuất xưởng sau 24 giờ.\n\nMàu tự nhiên xám hạt muối tiêu; thêm 2% bột oxit sắt thải cho tông đỏ. Kèm theo là quy hoạch mặt bằng xưởng 40.000 m²/năm và phiếu kiểm soát kiềm dư để tránh loang trắng.',
          advantages:
            'Cường độ nén 42–47 MPa, mài mòn 0,28 g/cm², hút nước 5,1%. Phát thải 58 kg CO₂/m³. Thử chiết độc kim loại nặng dưới ngưỡng QCVN 07. Giá thành thấp hơn gạch terrazzo 15%.',
          applications: 'Vỉa hè, sân cảng cá, kè, tấm ốp cách nhiệt khi phối thêm xỉ xốp.',
          partnersNow:
            'Một công ty đá tại An Nhơn dành 600 m² xưởng làm pilot, lát thử 1.850 m² vỉa hè phường Nhơn Hòa cũ.',
          partnersWanted:
            'Doanh nghiệp đá hoặc gạch không nung đầu tư dây chuyền, chủ đầu tư công trình công cộng ưu tiên vật liệu xanh.',
        },
        en: {
          title: 'Geopolymer pavers from granite sludge and rice-husk ash, cured at 60 °C without cement',
          teaser:
            'Puts up to 72% granite sawing sludge into 40 MPa pavers at a quarter of the emissions of concrete ones.',
          problem:
            'Sawing and polishing a square metre of slab leaves about 40 kg of sludge, and the stone clusters of An Nhon and Tuy Phuoc have run out of dumps. Dried sludge blows silica dust; as an inert filler in cement blocks only 15% can be used before strength falls.',
          solution:
            'Sludge is filter-pressed to 18% moisture, freed of saw iron by magnets and lightly calcined with 12% limestone and soda at 680 °C for 40 minutes, so that feldspar turns into reactive glass, then re-milled to 4,200 cm²/g.\n\nThe activator is water glass made from husk ash, modulus 1.5, at 7% sodium equivalent on dry powder; the semi-dry mix at 9% moisture is vibro-pressed at 12 MPa. Pavers cure at 60 °C and 90% humidity for ten hours on kiln waste heat and leave after 24.\n\nThe natural colour is pepper-and-salt grey; 2% waste iron oxide gives red. The package includes the plan of a 40,000 m²/year works and an excess-alkali control sheet against efflorescence.',
          advantages:
            'Compressive strength of 42–47 MPa, abrasion 0.28 g/cm², water absorption 5.1%, 58 kg CO₂/m³. Heavy-metal leaching stays under QCVN 07. Cost is 15% below terrazzo tiles.',
          applications:
            'Pavements, fishing-port yards, embankments, and insulating cladding when foamed slag is added.',
          partnersNow:
            'A stone company in An Nhon gave 600 m² of workshop for the pilot, and 1,850 m² of pavement was laid on trial.',
          partnersWanted:
            'Stone or block makers investing in a line, and public works owners preferring green materials.',
        },
      },
      comparison: [
        row('Tỷ lệ bùn đá sử dụng', '% khối lượng', '15', '72'),
        row('Phát thải CO₂', 'kg/m³', '235', '58'),
        row('Giá thành', 'đồng/m²', '118.000 (terrazzo)', '100.000'),
        row('Thời gian đến khi xuất xưởng', 'ngày', '14–28', '1'),
      ],
      readiness: {
        claimed: 7,
        evidence: [
          proof(
            6,
            '2024-07-31',
            'Biên bản trình diễn dây chuyền pilot 8 m²/giờ',
            'Một ca sản xuất có cơ quan quản lý xây dựng chứng kiến; mẫu gửi thử nén, mài mòn.',
          ),
          proof(
            7,
            '2025-12-17',
            'Xác nhận của chủ công trình vỉa hè 1.850 m²',
            'Theo dõi lún, nứt, bạc màu sau 12 tháng gồm một mùa mưa; biên bản khảo sát chung.',
          ),
        ],
      },
      rights: [
        {
          type: 'invention_patent',
          number: '1-0049360',
          status: 'granted',
          filedOn: '2022-04-27',
          expiresOn: '2042-04-27',
          holder: nameOf('vien-sa-huynh'),
        },
        { type: 'trade_secret', status: 'none', holder: nameOf('vien-sa-huynh') },
      ],
      fields: ['205', '201'],
      industries: ['C', 'F', 'B'],
      ipc: ['C04B 28/26', 'C04B 18/12', 'E01C 5/06'],
      goals: ['11', '12', '13'],
      green: ['building', 'pollution_waste'],
      offers: [
        {
          right: 'use',
          exclusivity: 'sole',
          sublicence: 'with_consent',
          territory: ['52', '66'],
          fieldOfUse: 'Gạch, tấm lát và tấm ốp',
          termMonths: 96,
          quantityLimit: '200.000 m² mỗi năm',
        },
      ],
      forms: ['independent', 'capital_contribution', 'investment_project'],
      methods: ['documents', 'training', 'experts', 'commissioning'],
      price: { mode: 'asking', kind: 'indicative', amount: 3_900_000_000 },
      funding: [
        {
          kind: 'state',
          share: 6_000,
          taskCode: 'ĐTĐL.XH-06/22',
          approvedOn: '2022-05-20',
          acceptance: 'Nghiệm thu ngày 04/12/2024, xếp loại Đạt',
          certificate: '2025-51-0022/KQNC',
        },
        { kind: 'sponsor', share: 4_000 },
      ],
      owners: [
        held('vien-sa-huynh', 7_000, 'host_of_state_task'),
        held(
          'vien-moi-truong',
          3_000,
          'co_owner',
          'Phụ lục phân chia quyền ký ngày 25/4/2022; viện môi trường ủy quyền chào chuyển giao',
        ),
      ],
      authors: [by('Cao Thị Minh An', 4_500), by('Hồ Sĩ Nguyên Đán', 3_500), by('Huỳnh Tấn Lộc', 2_000)],
      keywords: {
        vi: ['bột đá granite', 'geopolymer', 'gạch không nung', 'gạch lát', 'bùn cưa đá', 'tro trấu'],
        en: ['granite sludge', 'geopolymer', 'paver', 'rice husk ash', 'cement-free'],
      },
      province: '52',
      place: 'Cụm công nghiệp Nhơn Hòa',
      declaration: {
        kind: 'encouraged',
        basis:
          'Xử lý chất thải khai khoáng, vật liệu xây dựng xanh phát thải thấp; áp dụng Điều 9 Luật Chuyển giao công nghệ.',
      },
      visibility: {},
    },
  },
]
