import type { DemonstrationNeed } from '../demonstration.ts'
import { must, nice } from './notation.ts'

/** Needs of the seafood and aquaculture enterprises. */
export const seafoodNeeds: readonly DemonstrationNeed[] = [
  {
    key: 'can-xu-ly-nuoc-thai-man',
    owner: 'nuoc-mam-vung-chao',
    author: 'tran-thi-ut-muoi',
    state: 'published',
    daysAgo: 92,
    profile: {
      texts: {
        vi: {
          title: 'Tìm công nghệ xử lý nước thải rửa thùng và rửa chượp nước mắm, độ mặn cao',
          wanted:
            'Công ty cần giải pháp trọn gói xử lý 25 m³/ngày nước rửa thùng, rửa bể và nước rỉ xác chượp mà không phải pha loãng bằng nước ngọt. Ưu tiên công nghệ sinh học đã chạy thật với nước mặn; nhà cung cấp chịu trách nhiệm thiết kế, lắp đặt, nuôi cấy vi sinh và bàn giao khi đã đạt chuẩn liên tục 60 ngày.',
          reason:
            'Từ năm 2027 giấy phép môi trường của Công ty chuyển sang xả cột A. Hai lần kiểm tra gần nhất amoni đều vượt và khu dân cư phản ánh mùi vào buổi chiều.',
          present:
            'Bể lắng ba ngăn, hiếu khí mẻ 40 m³ xây năm 2014, pha loãng bốn lần bằng nước giếng; mỗi tháng tốn 31 triệu đồng điện và hóa chất, amoni đầu ra 45–70 mg/L.',
          conditions:
            'Nước thải 30–42‰ muối, COD 3.000–6.500 mg/L, tổng nitơ 500–1.000 mg/L, dầu mỡ 120 mg/L; mặt bằng 14 × 22 m, cách nhà dân 60 m, điện ba pha 50 kVA.',
        },
        en: {
          title: 'Treatment of highly saline waste water from washing fish-sauce vats and mash',
          wanted:
            'A turnkey treatment of 25 m³/day of water from washing vats and tanks and from drained mash, without dilution by fresh water. Biological processes proven on saline water are preferred; the supplier designs, installs, grows the culture and hands over after 60 days in continuous compliance.',
          reason:
            'From 2027 our environmental licence moves to discharge class A. Ammonium exceeded the limit at both recent inspections, and neighbours complain of smell in the afternoon.',
          present:
            'A three-chamber settler and a 40 m³ batch reactor of 2014, with fourfold dilution from a well: 31 million đồng a month for power and chemicals, ammonium 45–70 mg/L at the outlet.',
          conditions:
            '30–42 ppt salt, COD 3,000–6,500 mg/L, total nitrogen 500–1,000 mg/L, oil and grease 120 mg/L; a 14 × 22 m site 60 m from houses, 50 kVA three-phase supply.',
        },
      },
      criteria: [
        must('Chịu độ mặn đến 45‰, không pha loãng', 'Works at up to 45 ppt without dilution'),
        must('Amoni đầu ra không quá 5 mg/L (tính theo N)', 'Ammonium at the outlet of 5 mg/L as N or less'),
        must('Tổng nitơ đầu ra không quá 20 mg/L', 'Total nitrogen at the outlet of 20 mg/L or less'),
        must('Chi phí vận hành không quá 25.000 đồng/m³', 'Running cost of 25,000 đồng/m³ or less'),
        must('Diện tích chiếm đất không quá 300 m²', 'Footprint of 300 m² or less'),
        nice(
          'Đã vận hành tại ít nhất một cơ sở hải sản trên 6 tháng',
          'In use at a seafood site for more than 6 months',
        ),
        nice('Giảm mùi tại hàng rào xuống dưới 10 đơn vị mùi', 'Odour below 10 units at the fence'),
        nice('Tận thu được đạm hoặc bùn làm phân', 'Recovers protein, or sludge for fertiliser'),
      ],
      budget: { from: 1_200_000_000, to: 2_000_000_000 },
      neededOn: '2027-06-30',
      fields: ['207', '208'],
      industries: ['C', 'E'],
      keywords: {
        vi: ['nước thải mặn', 'nước mắm', 'amoni', 'xử lý sinh học', 'vi sinh ưa mặn'],
        en: ['saline waste water', 'fish sauce', 'ammonium', 'biological treatment'],
      },
      province: '66',
      place: 'Phường Sông Cầu',
    },
  },
  {
    key: 'can-thu-nhanh-histamin',
    owner: 'thuy-san-tam-quan',
    author: 'truong-thi-kim-ngan',
    state: 'published',
    daysAgo: 39,
    profile: {
      texts: {
        vi: {
          title: 'Tìm phương pháp kiểm nhanh histamin cá ngừ tại cầu cảng, người thu mua tự làm được',
          wanted:
            'Dụng cụ hoặc bộ thử cho kết quả định lượng hoặc bán định lượng histamin trong thịt cá ngừ ngay khi cá lên bến, không cần kỹ thuật viên phòng thí nghiệm. Chúng tôi sẵn sàng cung cấp mẫu, đối chứng HPLC và cử người cùng thử nếu công nghệ chưa hoàn thiện.',
          reason:
            'Năm 2026 hai lô bị trả về vì histamin trên 100 mg/kg, thiệt hại 3,4 tỷ đồng; cá xấu lẫn vào từ khâu mua chứ không phải từ chế biến.',
          present:
            'Phân loại bằng màu thịt và khoan lõi ngửi mùi; mẫu ELISA gửi về phòng kiểm, có kết quả sau bốn giờ thì cá đã vào kho chung.',
          conditions:
            'Cầu cảng ngoài trời, 32–38 °C, ẩm, tay người làm ướt; mỗi đêm 150–400 con; nguồn điện không ổn định.',
        },
      },
      criteria: [
        must('Thời gian từ lấy mẫu đến kết quả không quá 15 phút'),
        must('Phân biệt được hai phía ngưỡng 50 mg/kg, sai số không quá 20%'),
        must('Chi phí vật tư không quá 15.000 đồng mỗi phép thử'),
        must('Dùng được ở 38 °C và độ ẩm 90%'),
        nice('Kết quả tự lưu kèm mã tàu, mã lô'),
        nice('Vật tư bảo quản không cần lạnh ít nhất 3 tháng'),
      ],
      budget: { from: 300_000_000, to: 900_000_000 },
      neededOn: '2027-09-15',
      fields: ['211', '104'],
      industries: ['C'],
      keywords: { vi: ['histamin', 'cá ngừ', 'kiểm nhanh', 'cầu cảng', 'an toàn thực phẩm'] },
      province: '52',
      nameHidden: true,
    },
  },
  {
    key: 'can-giu-mau-than-ca-ngu',
    owner: 'thuy-san-tam-quan',
    author: 'truong-thi-kim-ngan',
    state: 'published',
    daysAgo: 17,
    profile: {
      texts: {
        vi: {
          title: 'Tìm giải pháp giữ màu đỏ thăn cá ngừ đông lạnh thay cho xử lý khí CO',
          wanted:
            'Quy trình giữ màu thăn cá ngừ vây vàng trong cấp đông và rã đông mà không dùng khí CO hoặc khói lọc, phù hợp quy định của thị trường châu Âu và Nhật Bản. Có thể là cấp đông siêu nhanh, trường điện từ, màng phủ hoặc chất chống oxy hóa tự nhiên, miễn chứng minh được bằng số đo màu.',
          reason: 'Khách châu Âu ngừng nhận hàng xử lý CO từ quý III/2027, phần này đang chiếm 46% doanh thu thăn.',
          present: 'Ủ khí CO 4 giờ ở 2 °C rồi cấp đông −35 °C; hàng không xử lý ngả nâu sau 25 ngày, giá thấp hơn 28%.',
          conditions:
            'Công suất 6 tấn thăn/ca, phòng cấp đông gió −35 °C, hai kho −20 °C, một kho −60 °C dung tích 90 tấn.',
        },
      },
      criteria: [
        must('Giá trị a* không dưới 14 sau 90 ngày ở −20 °C'),
        must('Không dùng CO, khói lọc, nitrit hoặc phẩm màu'),
        must('Tăng chi phí không quá 6.000 đồng/kg thăn'),
        must('Năng suất tối thiểu 750 kg/giờ'),
        nice('Hao hụt rã đông dưới 3%'),
        nice('Lắp được trong mặt bằng hiện có, dừng sản xuất không quá 5 ngày'),
        nice('Có hồ sơ tự công bố hoặc ý kiến cơ quan an toàn thực phẩm'),
      ],
      budget: { from: 1_500_000_000, to: 5_000_000_000 },
      neededOn: '2027-07-31',
      fields: ['211'],
      industries: ['C'],
      keywords: { vi: ['cá ngừ', 'giữ màu', 'cấp đông', 'thăn cá', 'khí CO'] },
      province: '52',
      nameHidden: true,
    },
  },
  {
    key: 'can-kiem-giong-ehp',
    owner: 'tom-de-gi',
    author: 'nguyen-van-dong',
    state: 'published',
    daysAgo: 30,
    profile: {
      texts: {
        vi: {
          title: 'Tìm bộ kiểm tra bệnh tôm giống tại trại, phát hiện đồng thời EHP và đốm trắng',
          wanted:
            'Bộ kit dùng tại trại ương và bờ ao để loại lô giống nhiễm trước khi thả, kèm đào tạo cho bốn nhân viên và quy trình lấy mẫu đại diện cho lô 2–5 triệu con. Nhận cả công nghệ đang hoàn thiện nếu bên chào cùng kiểm chứng với chúng tôi trong một vụ.',
          reason:
            'Vụ 1/2026 chín ao nhiễm EHP phải nuôi kéo dài 24 ngày, thức ăn tăng 0,3 điểm hệ số; giống mua về đã có giấy kiểm dịch nhưng không xét nghiệm EHP.',
          present: 'Gửi mẫu về phòng PCR ở trung tâm tỉnh, 280.000 đồng/mẫu, 2–3 ngày; chỉ kiểm một phần ba số lô.',
          conditions:
            'Trại có phòng sạch đơn giản 12 m², điện ổn định, nhân viên trình độ trung cấp; 40–60 mẫu/tuần vào vụ.',
        },
        en: {
          title: 'On-farm test for shrimp post-larvae, detecting EHP and white spot together',
          wanted:
            'A kit for the nursery and the pond side to refuse infected batches before stocking, with training for four staff and a sampling procedure for lots of 2–5 million. Unfinished technology is welcome if the offeror validates it with us over one crop.',
          reason:
            'In the first crop of 2026 nine ponds with EHP needed 24 more days and 0.3 points of feed conversion. The post-larvae came with quarantine papers that did not include EHP.',
          present:
            'Samples go to the PCR laboratory in the provincial centre at 280,000 đồng and take 2–3 days; only a third of batches are tested.',
          conditions:
            'A simple 12 m² clean room, stable power, staff with vocational training; 40–60 samples a week in season.',
        },
      },
      criteria: [
        must('Có kết quả trong vòng 60 phút tại chỗ', 'Result within 60 minutes on site'),
        must('Độ nhạy với EHP từ 95% so với realtime PCR', 'EHP sensitivity of at least 95% against real-time PCR'),
        must('Chi phí không quá 70.000 đồng/mẫu', '70,000 đồng a sample or less'),
        nice('Phát hiện đồng thời WSSV trong cùng một lượt', 'White spot virus in the same run'),
        nice('Sinh phẩm để được ở 30 °C ít nhất 6 tháng', 'Reagents keep 6 months at 30 °C'),
        nice('Máy kèm theo dưới 10 triệu đồng', 'Equipment below 10 million đồng'),
      ],
      budget: { from: 150_000_000, to: 600_000_000 },
      neededOn: '2027-03-01',
      fields: ['405', '403'],
      industries: ['A'],
      keywords: {
        vi: ['tôm giống', 'EHP', 'đốm trắng', 'xét nghiệm tại chỗ', 'kit'],
        en: ['shrimp post-larvae', 'EHP', 'white spot', 'on-site test'],
      },
      province: '52',
      place: 'Xã Đề Gi',
    },
  },
  {
    key: 'can-xu-ly-nuoc-ao-tom',
    owner: 'tom-de-gi',
    author: 'nguyen-van-dong',
    state: 'published',
    daysAgo: 71,
    profile: {
      texts: {
        vi: {
          title: 'Tìm công nghệ giảm thay nước và thu gom bùn cho 48 ao tôm lót bạt trên cát',
          wanted:
            'Giải pháp cải tạo dần ao lót bạt 2.000 m² đang có để giảm lượng nước thay và gom bùn ra khỏi ao liên tục, có thể làm trước 8 ao trong vụ đầu. Bên giao cử kỹ thuật theo ít nhất một vụ và cam kết chỉ tiêu bằng hợp đồng.',
          reason:
            'Hạn mức khai thác nước mặt được cấp giảm 35% từ mùa khô 2027; bùn xả ra mương chung khiến các hộ liên kết phản đối.',
          present: 'Thay 25% nước/ngày, xi phông tay hai lần/ngày, ao lắng 1,2 ha đầy bùn sau một vụ.',
          conditions: 'Đất cát cao triều, độ mặn 8–32‰ theo mùa, trạm biến áp 560 kVA đã dùng 70%.',
        },
      },
      criteria: [
        must('Nước thay trung bình không quá 8% thể tích/ngày'),
        must('Thu gom từ 70% chất rắn lơ lửng phát sinh'),
        must('Tỷ lệ sống cuối vụ từ 80% ở mật độ 200 con/m²'),
        must('Vốn cải tạo không quá 450 triệu đồng/ao 2.000 m²'),
        nice('Không tăng quá 15% điện năng trên 1 kg tôm'),
        nice('Bùn thu về đủ điều kiện làm nguyên liệu phân bón'),
      ],
      budget: { from: 2_500_000_000, to: 3_600_000_000 },
      neededOn: '2027-02-20',
      fields: ['405', '207'],
      industries: ['A'],
      keywords: { vi: ['ao tôm', 'giảm thay nước', 'thu gom bùn', 'tuần hoàn nước', 'lót bạt'] },
      province: '52',
      place: 'Xã Đề Gi',
    },
  },
  {
    key: 'can-rut-ngan-chuop',
    owner: 'nuoc-mam-vung-chao',
    author: 'tran-thi-ut-muoi',
    state: 'published',
    daysAgo: 14,
    profile: {
      texts: {
        vi: {
          title: 'Tìm cách rút ngắn thời gian ủ chượp cá cơm mà không mất hương nước mắm thùng gỗ',
          wanted:
            'Quy trình hoặc chế phẩm giúp chượp chín trong sáu đến bảy tháng, dùng được với thùng gỗ bời lời 8–10 tấn sẵn có, hội đồng nếm của nhà thùng chấp nhận. Không nhận chào enzym dứa, đu đủ hoặc axit thủy phân.',
          reason: 'Vốn nằm trong chượp hơn 40 tỷ đồng, đơn hàng tăng 30% nhưng không đủ thùng.',
          present: 'Ủ gài nén 12–14 tháng, tháo đảo tự nhiên; đạm 28–32 gN/L, histamin 250–380 mg/L.',
          conditions: 'Cá cơm than trộn muối 3:1, nhà thùng có mái tôn, nhiệt độ trong thùng 29–36 °C theo mùa.',
        },
      },
      criteria: [
        must('Đạt 30 gN/L đạm tổng sau không quá 7 tháng'),
        must('Histamin không quá 200 mg/L'),
        must('Điểm cảm quan mùi không thấp hơn mẫu 12 tháng trong phép thử tam giác 30 người'),
        nice('Không phải sửa thùng gỗ'),
        nice('Chi phí chế phẩm không quá 400 đồng/lít nước mắm'),
      ],
      budget: { from: 400_000_000, to: 1_200_000_000 },
      neededOn: '2027-12-15',
      fields: ['211', '209'],
      industries: ['C'],
      keywords: { vi: ['nước mắm', 'ủ chượp', 'cá cơm', 'vi sinh', 'thùng gỗ'] },
      province: '66',
      place: 'Phường Sông Cầu',
    },
  },
  {
    key: 'can-nhan-dang-loai-ca',
    owner: 'phan-mem-gio-bien',
    author: 'hoang-le-uyen-thu',
    state: 'published',
    daysAgo: 45,
    profile: {
      texts: {
        vi: {
          title: 'Tìm mô hình nhận dạng loài và ước lượng khối lượng cá biển từ ảnh chụp trên băng chuyền cảng',
          wanted:
            'Mô hình và dữ liệu huấn luyện nhận dạng ít nhất 25 loài cá khai thác phổ biến ở Nam Trung Bộ, chạy tại chỗ trên máy tính biên, để ghép vào phần mềm nhật ký khai thác của chúng tôi. Mua đứt mô hình hoặc nhận quyền sử dụng độc quyền trong lĩnh vực nghề cá đều được.',
          reason:
            'Cảng cá yêu cầu đối chiếu sản lượng tự động trước khi cấp giấy biên nhận; nhập tay hiện là khâu chậm nhất.',
          present: 'Nhân viên cảng gọi tên loài, người khác gõ vào máy; sai loài khoảng 9%, sai khối lượng 12%.',
          conditions: 'Băng chuyền 0,4 m/giây, cá ướt, chồng nhau một phần; ánh sáng đêm 300–500 lux; có camera 1080p.',
        },
        en: {
          title: 'Model recognising marine fish species and estimating weight from images on port conveyors',
          wanted:
            'A model with training data for at least 25 species common in south-central catches, running locally on an edge computer, to join our electronic logbook. Either outright purchase or an exclusive licence in the field of fisheries would do.',
          reason:
            'Ports must reconcile landings automatically before issuing receipts, and typing is now the slowest step.',
          present: 'One clerk calls species while another types; about 9% of species and 12% of weights are wrong.',
          conditions:
            'Conveyor at 0.4 m/s, wet and partly overlapping fish, 300–500 lux at night, 1080p cameras in place.',
        },
      },
      criteria: [
        must('Nhận đúng loài từ 95% trên ít nhất 25 loài', 'Species right in 95% of cases over at least 25 species'),
        must('Sai số khối lượng lô không quá 5%', 'Batch weight within 5%'),
        must('Độ trễ không quá 200 ms trên máy 30 W', 'Latency of 200 ms or less on a 30 W computer'),
        must('Bàn giao dữ liệu huấn luyện kèm quyền sử dụng', 'Training data handed over with the right to use them'),
        nice('Tự bổ sung loài mới bằng dưới 300 ảnh', 'New species learnt from under 300 images'),
        nice('Nhận ra cá chồng che khuất tới 40%', 'Copes with 40% overlap'),
      ],
      budget: { from: 500_000_000, to: 1_500_000_000 },
      neededOn: '2027-05-15',
      fields: ['102'],
      industries: ['K', 'A'],
      keywords: {
        vi: ['nhận dạng cá', 'thị giác máy tính', 'cảng cá', 'máy tính biên', 'sản lượng'],
        en: ['fish recognition', 'computer vision', 'fishing port', 'edge computing'],
      },
      province: '48',
      place: 'Thành phố Đà Nẵng',
    },
  },
  {
    key: 'can-giong-ca-bop',
    owner: 'nuoi-bien-hon-khoi',
    author: 'nguyen-hai-dang',
    state: 'draft',
    daysAgo: 3,
    profile: {
      texts: {
        vi: {
          title: 'Tìm công nghệ ương cá bớp giống quen thức ăn viên để chủ động thả 60 lồng HDPE',
          wanted:
            'Nhận chuyển giao quy trình ương từ trứng thụ tinh đến cá 12 cm ăn viên, xây trại 150.000 con/năm cạnh vùng lồng; cần người đứng trại ba tháng đầu.',
          reason: 'Giống mua trôi nổi chết 30% tháng đầu, thiếu giống đúng thời điểm sau mùa bão.',
          present: 'Mua giống 10–12 cm ăn cá tạp, vận chuyển bằng thùng oxy 9 giờ.',
          conditions: 'Nước biển 30–34‰, có 600 m³ bể xi măng cũ của trại tôm.',
        },
      },
      criteria: [
        must('Tỷ lệ sống từ ấu trùng đến 12 cm từ 8%'),
        must('Cá ăn viên trước ngày tuổi 20'),
        must('Hao hụt tháng đầu ra lồng dưới 12%'),
        nice('Dùng lại được bể cũ, vốn mới dưới 2 tỷ đồng'),
        nice('Không dùng hormone kích thích sinh sản'),
      ],
      budget: { from: 500_000_000, to: 800_000_000 },
      neededOn: '2027-04-30',
      fields: ['405'],
      industries: ['A'],
      keywords: { vi: ['cá bớp', 'trại giống', 'thức ăn viên'] },
      province: '56',
      place: 'Vịnh Vân Phong',
    },
  },
]
