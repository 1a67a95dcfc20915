import type { DemonstrationTechnology } from '../demonstration.ts'
import { by, held, nameOf, proof, row } from './notation.ts'

/** Adhesive, modification and drying of plantation timber. */
export const woodProductTechnologies: readonly DemonstrationTechnology[] = [
  {
    key: 'keo-dan-dam-nanh',
    owner: 'vien-lam-san',
    author: 'ho-thi-lan-chi',
    state: 'published',
    daysAgo: 176,
    profile: {
      texts: {
        vi: {
          title: 'Keo dán ván ép từ đạm khô dầu đậu nành và tinh bột sắn biến tính, không chứa formaldehyde',
          teaser:
            'Ván ép gỗ keo đạt mức phát thải tương đương gỗ tự nhiên mà giá keo chỉ cao hơn keo urê-formaldehyde khoảng 12%.',
          problem:
            'Ván ép nội thất xuất sang Hoa Kỳ và châu Âu phải đạt giới hạn formaldehyde ngày càng chặt; ván dùng keo urê-formaldehyde E1 không còn vào được nhiều chuỗi bán lẻ. Keo isocyanat nhập khẩu giải quyết được phát thải nhưng giá trên 70.000 đồng/kg, dính khuôn và buộc công nhân phải dùng mặt nạ cấp khí.',
          solution:
            'Khô dầu đậu nành sau ép (đạm 44–46%) được nghiền qua rây 200 mesh, trải mạch protein ở pH 10,2 và 50 °C trong 40 phút, rồi ghép với tinh bột sắn oxy hóa theo tỷ lệ khô 70:30. Chất khâu mạch gốc polyamidoamin-epiclohydrin hàm lượng clo hữu cơ thấp được thêm ngay trước khi tráng, 8% theo khối lượng khô.\n\nKeo có hàm lượng rắn 36 ± 1%, độ nhớt 4.500–6.000 mPa·s, thời gian sống 6 giờ ở 30 °C, tráng được trên máy lăn keo sẵn có. Lượng tráng 170–190 g/m² mỗi mặt, ép nguội 0,8 MPa trong 45 phút, ép nóng 118–122 °C với 70 giây cho mỗi milimét chiều dày ván.\n\nViện cung cấp công thức đầy đủ, sơ đồ nồi phản ứng 2 m³, hướng dẫn chỉnh keo theo độ ẩm ván mỏng và bảng kiểm tra từng mẻ.',
          advantages:
            'Phát thải formaldehyde đo theo buồng khí 1 m³ là 0,008 mg/m³, bằng mức nền của gỗ. Độ bền trượt sau ngâm nước nóng 63 °C đạt 0,82–0,96 MPa, vượt yêu cầu loại II. Nguyên liệu sinh học chiếm 90% khối lượng khô. Không phải thay máy ép.',
          applications:
            'Ván ép nội thất, ván nền sàn kỹ thuật, ván lạng dán mặt; dùng được cho gỗ keo, bạch đàn và cao su có độ ẩm ván mỏng 6–10%.',
          partnersNow: 'Một nhà máy ván ép ở Vân Canh cho mượn dây chuyền để ép thử 1.260 tấm khổ 1,22 × 2,44 m.',
          partnersWanted:
            'Doanh nghiệp ván ép nhận quyền sử dụng; nhà sản xuất keo muốn mua toàn bộ quyền sở hữu để kinh doanh.',
        },
        en: {
          title: 'Formaldehyde-free plywood adhesive from soybean-meal protein and modified cassava starch',
          teaser:
            'Acacia plywood that emits no more than natural wood, with glue costing only about 12% more than urea-formaldehyde.',
          problem:
            'Furniture plywood sold to the United States and Europe faces ever tighter formaldehyde limits, and E1 boards are shut out of many retail chains. Imported isocyanate glue solves emission but costs over 70,000 đồng/kg, sticks to platens and obliges workers to wear supplied-air masks.',
          solution:
            'Pressed soybean meal (44–46% protein) is milled through 200 mesh, its protein unfolded at pH 10.2 and 50 °C for 40 minutes and then combined with oxidised cassava starch at 70:30 on dry weight. A polyamidoamine-epichlorohydrin crosslinker low in organic chlorine is added just before spreading, at 8% of dry weight.\n\nThe adhesive has 36 ± 1% solids, 4,500–6,000 mPa·s and a pot life of six hours at 30 °C, and runs on existing roller spreaders: 170–190 g/m² a side, cold press at 0.8 MPa for 45 minutes, hot press at 118–122 °C for 70 seconds per millimetre of board.\n\nThe institute supplies the complete formula, the layout of a 2 m³ reactor, guidance on adjusting to veneer moisture and batch check sheets.',
          advantages:
            'Formaldehyde in a 1 m³ chamber is 0.008 mg/m³, the background level of wood. Shear strength after soaking at 63 °C is 0.82–0.96 MPa, above the type II requirement. Bio-based materials make up 90% of dry weight, and no press needs replacing.',
          applications:
            'Furniture plywood, engineered-floor cores and veneered boards of acacia, eucalyptus and rubberwood with veneers at 6–10% moisture.',
          partnersNow: 'A plywood mill in Van Canh lent its line for 1,260 trial boards of 1.22 × 2.44 m.',
          partnersWanted: 'Plywood makers taking a licence, or an adhesive producer acquiring ownership outright.',
        },
      },
      comparison: [
        row('Formaldehyde phát thải (buồng 1 m³)', 'mg/m³', '0,09–0,12', '0,008'),
        row('Độ bền trượt sau ngâm 63 °C', 'MPa', '0,75–0,90', '0,82–0,96'),
        row('Giá keo quy khô', 'đồng/kg', '19.600', '21.900'),
        row('Thời gian ép nóng', 'giây/mm', '60', '70'),
      ],
      readiness: {
        claimed: 6,
        evidence: [
          proof(
            4,
            '2023-05-16',
            'Báo cáo thử nghiệm keo trên ván ba lớp',
            'Ba mươi hai công thức; phép thử trượt theo TCVN 7756-9 trên ván keo lai 300 × 300 mm.',
          ),
          proof(
            6,
            '2025-04-24',
            'Biên bản trình diễn trên dây chuyền 1.260 tấm',
            'Ép liên tục bốn ngày, tỷ lệ tấm loại A 95,8%; phiếu thử phát thải của phòng thử nghiệm độc lập.',
          ),
        ],
      },
      rights: [
        {
          type: 'invention_patent',
          number: '1-0046527',
          status: 'granted',
          filedOn: '2021-03-25',
          expiresOn: '2041-03-25',
          holder: nameOf('vien-lam-san'),
        },
        {
          type: 'invention_patent',
          office: 'WO',
          number: 'PCT/VN2022/000017',
          numberHidden: true,
          status: 'published',
          filedOn: '2022-03-22',
          holder: nameOf('vien-lam-san'),
        },
      ],
      fields: ['205', '204'],
      industries: ['C'],
      ipc: ['C09J 189/00', 'C09J 103/02', 'B27D 1/04'],
      goals: ['9', '12', '3'],
      green: ['chemicals', 'green_products'],
      offers: [
        {
          right: 'use',
          exclusivity: 'non_exclusive',
          territory: ['VN'],
          fieldOfUse: 'Sản xuất ván ép, tự pha keo dùng trong nhà máy',
          termMonths: 60,
          quantityLimit: '30.000 m³ ván mỗi năm',
        },
        { right: 'ownership', territory: ['VN'], fieldOfUse: 'Chuyển nhượng toàn bộ quyền, gồm bằng độc quyền' },
      ],
      forms: ['independent', 'ip_transfer'],
      methods: ['documents', 'training', 'experts', 'commissioning'],
      price: { mode: 'asking', kind: 'indicative', amount: 2_800_000_000 },
      funding: [
        {
          kind: 'state',
          share: 7_500,
          taskCode: 'ĐTĐL.CN-31/20',
          approvedOn: '2020-08-05',
          acceptance: 'Nghiệm thu ngày 12/7/2023, xếp loại Đạt',
          certificate: '2023-52-0304/KQNC',
        },
        { kind: 'sponsor', share: 2_500 },
      ],
      owners: [
        held('vien-lam-san', 7_500, 'host_of_state_task'),
        held(
          'dai-hoc-song-ba',
          2_500,
          'co_owner',
          'Biên bản thỏa thuận đồng sở hữu ngày 18/3/2021, trường ủy quyền cho Viện đàm phán',
        ),
      ],
      authors: [by('Hồ Thị Lan Chi', 5_000), by('Bùi Văn Trực', 2_000), by('Y Thanh Niê', 3_000)],
      keywords: {
        vi: ['keo dán gỗ', 'không formaldehyde', 'đạm đậu nành', 'ván ép', 'gỗ keo', 'tinh bột sắn'],
        en: ['wood adhesive', 'formaldehyde-free', 'soy protein', 'plywood', 'acacia'],
      },
      province: '52',
      place: 'Xưởng thực nghiệm Canh Vinh',
      declaration: {
        kind: 'encouraged',
        basis:
          'Thay hóa chất độc trong ngành gỗ, sử dụng nguyên liệu tái tạo trong nước: nhóm công nghệ sạch được khuyến khích theo Điều 9 Luật Chuyển giao công nghệ.',
      },
      visibility: {},
    },
  },
  {
    key: 'go-bien-tinh-nhiet',
    owner: 'vien-lam-san',
    author: 'ho-thi-lan-chi',
    state: 'published',
    daysAgo: 120,
    profile: {
      texts: {
        vi: {
          title: 'Biến tính nhiệt kết hợp nén ép bề mặt gỗ keo lai làm ván sàn và đồ gỗ ngoài trời',
          teaser:
            'Nâng gỗ keo 8 tuổi lên độ bền tự nhiên cấp 2 mà không tẩm hóa chất, thay được một phần gỗ tếch và gỗ nhập khẩu ngoài trời.',
          problem:
            'Gỗ keo lai khai thác sớm nhẹ, co rút mạnh và mục sau hai mùa mưa nếu để ngoài trời. Tẩm muối đồng giúp kéo dài tuổi thọ nhưng khách hàng châu Âu từ chối vì gỗ không đốt bỏ hay tái chế được.',
          solution:
            'Phôi xẻ dày 24–30 mm được sấy xuống 8–10%, sau đó làm mềm bề mặt bằng hơi bão hòa 105 °C trong 6 phút và ép giữa hai tấm nóng 160 °C với tỷ lệ nén 18–20%; chỉ lớp 3–4 mm ngoài cùng đặc lại.\n\nGỗ nén được đưa ngay vào buồng biến tính hơi quá nhiệt, nâng 12 °C mỗi giờ qua vùng 130–180 °C, giữ ở 205 °C trong 2,5 giờ và hạ nhiệt có phun ẩm về 5–6%. Chu trình kéo dài 34 giờ cho mẻ 12 m³. Khói và axit hữu cơ thoát ra được ngưng làm dấm gỗ, không thải thẳng ra trời.\n\nBộ điều khiển nhận ba cặp nhiệt cắm lõi gỗ và tự kéo dài giai đoạn giữ nếu chênh lệch lõi – mặt vượt 6 °C.',
          advantages:
            'Độ cứng bề mặt tăng 58%, độ trương nở tiếp tuyến giảm 52%. Mất khối lượng do nấm mục trắng sau 16 tuần là 6,1%, xếp cấp bền 2. Màu nâu đồng đều suốt chiều dày, tỷ lệ nứt mặt dưới 3%.',
          applications: 'Ván sàn ngoài trời, bàn ghế sân vườn, lam chắn nắng, ốp tường khu nghỉ dưỡng ven biển.',
          partnersNow:
            'Đang thử tải cùng một nhà máy bàn ghế ngoài trời ở Quy Nhơn, hai bộ sản phẩm phơi mưa nắng từ 2024.',
          partnersWanted: 'Nhà máy đã có lò hơi từ 2 tấn/giờ và muốn đầu tư một buồng biến tính 12–20 m³.',
        },
        en: {
          title: 'Thermal modification with surface densification of hybrid acacia for decking and outdoor furniture',
          teaser:
            'Raises eight-year acacia to durability class 2 without chemicals, replacing part of the teak and imported timber used outdoors.',
          problem:
            'Hybrid acacia felled early is light, shrinks strongly and rots after two rainy seasons outdoors. Copper salts prolong its life, but European buyers refuse timber that can be neither burnt nor recycled.',
          solution:
            'Boards 24–30 mm thick are dried to 8–10%, softened at the surface by saturated steam at 105 °C for six minutes and pressed between platens at 160 °C with 18–20% compression; only the outer 3–4 mm become dense.\n\nThey go straight into a superheated-steam chamber, rise 12 °C an hour through 130–180 °C, hold at 205 °C for 2.5 hours and cool under humidification to 5–6% moisture: 34 hours for a 12 m³ charge. Fumes and organic acids are condensed as wood vinegar instead of being vented.\n\nThe controller reads three core thermocouples and prolongs the hold whenever core and surface differ by more than 6 °C.',
          advantages:
            'Surface hardness rises 58% and tangential swelling falls 52%. Mass loss to white rot after 16 weeks is 6.1%, durability class 2. Colour is even through the thickness and surface checks stay below 3%.',
          applications: 'Decking, garden furniture, sun louvres and cladding for seaside resorts.',
          partnersNow:
            'Under load test with an outdoor-furniture factory in Quy Nhon; two sets have weathered since 2024.',
          partnersWanted: 'Factories with a boiler of at least 2 t/h ready to invest in a 12–20 m³ chamber.',
        },
      },
      comparison: [
        row('Cấp bền tự nhiên (EN 350)', 'cấp', '4–5', '2'),
        row('Trương nở tiếp tuyến', '%', '6,9', '3,3'),
        row('Độ cứng bề mặt', 'N', '3.100', '4.900'),
        row('Chi phí xử lý', 'đồng/m³', '1.650.000 (tẩm muối đồng)', '2.300.000'),
      ],
      readiness: {
        claimed: 6,
        evidence: [
          proof(
            5,
            '2024-02-20',
            'Báo cáo thử mẻ 1,5 m³ trong buồng hơi quá nhiệt',
            'Mười hai mẻ, khảo sát 185, 195, 205 và 215 °C; kèm kết quả thử nấm theo EN 113.',
          ),
          proof(
            6,
            '2025-07-30',
            'Biên bản trình diễn buồng 12 m³',
            'Ba mẻ liên tiếp phôi 26 mm; đại diện bốn doanh nghiệp gỗ chứng kiến dỡ mẻ và đo ẩm.',
          ),
        ],
      },
      rights: [
        {
          type: 'utility_solution',
          number: '2-2025-00164',
          status: 'accepted',
          filedOn: '2025-02-19',
          holder: nameOf('vien-lam-san'),
        },
        { type: 'know_how', status: 'none', holder: nameOf('vien-lam-san') },
      ],
      fields: ['404', '205'],
      industries: ['C'],
      ipc: ['B27K 5/00', 'B27M 1/02'],
      goals: ['12', '15'],
      green: ['green_products', 'building'],
      offers: [
        {
          right: 'use',
          exclusivity: 'sole',
          territory: ['52'],
          fieldOfUse: 'Đồ gỗ và ván sàn ngoài trời từ gỗ keo',
          termMonths: 72,
          quantityLimit: '15.000 m³ gỗ xẻ mỗi năm',
        },
      ],
      forms: ['independent', 'machinery_sale'],
      methods: ['documents', 'training', 'machinery', 'commissioning'],
      price: { mode: 'asking', kind: 'floor', amount: 3_600_000_000 },
      funding: [
        {
          kind: 'state',
          share: 5_000,
          taskCode: '02-04-2023',
          approvedOn: '2023-03-20',
          acceptance: 'Nghiệm thu ngày 09/9/2025, xếp loại Đạt',
          certificate: '2025-52-0231/KQNC',
        },
        { kind: 'own', share: 5_000 },
      ],
      owners: [
        held('vien-lam-san', 6_000, 'host_of_state_task'),
        held(
          'go-suoi-trau',
          4_000,
          'co_owner',
          'Hợp đồng phối hợp nghiên cứu số 15/2023, điều 6 về quyền cùng chuyển giao',
        ),
      ],
      authors: [by('Bùi Văn Trực', 4_000), by('Hồ Thị Lan Chi', 3_500), by('Võ Thị Thanh Tâm', 2_500)],
      keywords: {
        vi: ['gỗ keo lai', 'biến tính nhiệt', 'nén bề mặt', 'đồ gỗ ngoài trời', 'ván sàn'],
        en: ['thermally modified wood', 'acacia hybrid', 'densification', 'decking', 'outdoor furniture'],
      },
      province: '52',
      place: 'Xưởng thực nghiệm Canh Vinh',
      declaration: {
        kind: 'encouraged',
        basis:
          'Không dùng chất bảo quản độc, tăng giá trị gỗ rừng trồng là nguyên liệu chủ lực trong nước; viện dẫn Điều 9 Luật Chuyển giao công nghệ.',
      },
      visibility: {},
    },
  },
  {
    key: 'say-go-bom-nhiet',
    owner: 'vien-lam-san',
    author: 'ho-thi-lan-chi',
    state: 'submitted',
    daysAgo: 9,
    profile: {
      texts: {
        vi: {
          title: 'Lò sấy gỗ keo bằng bơm nhiệt hai cấp có điều khiển theo ứng suất gỗ đo trực tuyến',
          teaser:
            'Sấy phôi keo 32 mm từ 60% xuống 10% trong 9 ngày, giảm nứt đầu và chỉ dùng điện, không cần lò hơi đốt củi.',
          problem:
            'Lò hơi đốt củi của các xưởng nhỏ cho nhiệt lên nhanh nhưng khó giữ ẩm, phôi keo dày hay nứt đầu và sập tế bào. Nhiều cơ sở nằm lẫn trong khu dân cư đang bị yêu cầu dừng đốt.',
          solution:
            'Hệ bơm nhiệt hai cấp dùng môi chất R1234ze, cấp một hoạt động ở 35–55 °C trong giai đoạn đầu, cấp hai nâng lên 68 °C khi độ ẩm gỗ dưới 25%. Nhiệt ẩn của hơi nước được thu hồi ở dàn bay hơi, nước ngưng 90–110 lít/m³ gỗ chảy ra rãnh đo.\n\nHai đầu đo lực kẹp trên thanh mẫu cho biết ứng suất bề mặt theo thời gian thực; khi vượt ngưỡng 60% giới hạn bền kéo ngang thớ, bộ điều khiển tự hạ tốc độ gió và phun ẩm siêu âm. Phần mềm có thư viện lịch sấy cho keo lai, keo tai tượng, bạch đàn và cao su ở năm mức chiều dày.',
          advantages:
            'Tiêu thụ 205 kWh/m³ gỗ, tỷ lệ phôi loại do nứt và cong giảm từ 9% xuống 3,5%. Một người trông được bốn lò. Không phát thải khói bụi tại chỗ.',
          applications: 'Xưởng mộc và nhà máy ghép thanh công suất 300–3.000 m³ phôi mỗi năm.',
          partnersNow: 'Sáu lò 20 m³ đang chạy tại ba cơ sở ở Quy Nhơn Tây, do Viện lắp và bảo hành.',
          partnersWanted: 'Cơ sở cơ khí điện lạnh nhận chế tạo theo giấy phép và bảo trì tại chỗ.',
        },
      },
      comparison: [
        row('Thời gian sấy phôi 32 mm từ 60% xuống 10%', 'ngày', '14–16', '9'),
        row('Tỷ lệ phôi loại', '%', '9', '3,5'),
        row('Chi phí năng lượng', 'đồng/m³', '455.000', '410.000'),
      ],
      readiness: {
        claimed: 8,
        evidence: [
          proof(7, '2024-12-20', 'Xác nhận của ba cơ sở sử dụng', 'Tổng 96 mẻ, nhật ký điện năng và độ ẩm theo giờ.'),
          proof(
            8,
            '2026-06-15',
            'Chứng nhận hợp quy thiết bị lạnh và hồ sơ chế tạo loạt',
            'Kiểm định áp lực, an toàn điện; hồ sơ chế tạo gồm 74 bản vẽ và định mức vật tư.',
          ),
        ],
      },
      rights: [
        {
          type: 'software',
          number: '5182/2024/QTG',
          status: 'granted',
          filedOn: '2024-06-04',
          holder: nameOf('vien-lam-san'),
        },
        {
          type: 'utility_solution',
          number: '2-2024-00592',
          status: 'published',
          filedOn: '2024-08-13',
          holder: nameOf('vien-lam-san'),
        },
      ],
      fields: ['203', '404'],
      industries: ['C'],
      ipc: ['F26B 21/08', 'F26B 23/00'],
      goals: ['7', '9'],
      green: ['energy'],
      offers: [
        {
          right: 'use',
          exclusivity: 'non_exclusive',
          sublicence: 'none',
          territory: ['VN'],
          fieldOfUse: 'Chế tạo, bán và bảo trì lò sấy gỗ',
          termMonths: 60,
          quantityLimit: '40 lò mỗi năm',
        },
      ],
      forms: ['independent', 'machinery_sale'],
      methods: ['documents', 'training', 'machinery'],
      price: { mode: 'asking', kind: 'indicative', amount: 1_900_000_000 },
      funding: [{ kind: 'own', share: 10_000 }],
      owners: [held('vien-lam-san', 10_000, 'owner')],
      authors: [by('Bùi Văn Trực', 3_000), by('Lê Kim Ngọc Thạch', 7_000)],
      keywords: {
        vi: ['sấy gỗ', 'bơm nhiệt', 'gỗ keo', 'ứng suất sấy', 'lịch sấy'],
        en: ['wood drying', 'heat pump kiln'],
      },
      province: '52',
      place: 'Phường Quy Nhơn Tây',
      declaration: {
        kind: 'encouraged',
        basis:
          'Tiết kiệm năng lượng và loại bỏ đốt củi trong khu dân cư, đúng tinh thần Điều 9 Luật Chuyển giao công nghệ.',
      },
      visibility: {},
    },
  },
]
