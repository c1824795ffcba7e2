/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-demo-names.h"

/*
 * Family names as they are spread over the province: Kinh names in the
 * south, with Tày, Nùng, Dao and Sán Dìu ones more frequent in the mountains.
 * The weights are a likeness, not a statistic.
 */
static const CnscdDemoWord families_lowland[] = {
  { "Nguyễn", 30 }, { "Trần", 10 }, { "Lê", 8 },   { "Phạm", 7 },   { "Hoàng", 7 }, { "Dương", 7 },
  { "Vũ", 5 },      { "Ngô", 4 },   { "Đỗ", 4 },   { "Bùi", 4 },    { "Đặng", 4 },  { "Hà", 3 },
  { "Đào", 3 },     { "Tạ", 2 },    { "Lưu", 2 },  { "Trương", 2 }, { "Đinh", 2 },  { "Phan", 2 },
  { "Lý", 2 },      { "Chu", 2 },   { "Diệp", 1 }, { "Trịnh", 1 },  { "Ma", 1 },    { "Nông", 1 },
  { "Lương", 1 },   { "Mai", 1 },   { "Tống", 1 }, { "Đồng", 1 },   { "Phùng", 1 }, { "Cao", 1 },
};

const CnscdDemoPool CNSCD_DEMO_FAMILIES_LOWLAND = { families_lowland,
                                                    G_N_ELEMENTS (families_lowland) };

static const CnscdDemoWord families_highland[] = {
  { "Hoàng", 14 }, { "Nông", 13 }, { "Triệu", 11 }, { "Nguyễn", 10 }, { "Hà", 7 },
  { "Ma", 7 },     { "Đàm", 5 },   { "Lường", 5 },  { "Lý", 5 },      { "Lục", 4 },
  { "Dương", 4 },  { "Mông", 4 },  { "Chu", 4 },    { "Bàn", 4 },     { "Đặng", 4 },
  { "Vi", 3 },     { "Lèng", 1 },  { "Phùng", 3 },  { "Hứa", 3 },     { "La", 2 },
  { "Bế", 2 },     { "Liêu", 1 },  { "Quách", 1 },  { "Sầm", 1 },     { "Luân", 1 },
  { "Đinh", 2 },   { "Trần", 2 },  { "Ngô", 1 },    { "Tô", 1 },      { "Cà", 1 },
  { "Phương", 1 }, { "Lăng", 1 },  { "Âu", 1 },     { "Doanh", 1 },   { "Trương", 1 },
};

const CnscdDemoPool CNSCD_DEMO_FAMILIES_HIGHLAND = { families_highland,
                                                     G_N_ELEMENTS (families_highland) };

static const CnscdDemoWord middles_men[] = {
  { "Văn", 30 }, { "Đức", 10 },  { "Hữu", 7 },   { "Quang", 7 }, { "Minh", 7 }, { "Xuân", 6 },
  { "Ngọc", 5 }, { "Công", 5 },  { "Đình", 5 },  { "Mạnh", 5 },  { "Tiến", 4 }, { "Trung", 4 },
  { "Quốc", 4 }, { "Duy", 4 },   { "Thanh", 4 }, { "Anh", 3 },   { "Việt", 3 }, { "Bá", 2 },
  { "Thế", 2 },  { "Trọng", 2 }, { "Huy", 2 },   { "Tuấn", 2 },  { "Hồng", 2 }, { "Viết", 1 },
  { "Gia", 1 },  { "Đăng", 1 },
};

const CnscdDemoPool CNSCD_DEMO_MIDDLES_MEN = { middles_men, G_N_ELEMENTS (middles_men) };

static const CnscdDemoWord middles_women[] = {
  { "Thị", 34 },     { "Thị Thu", 8 },  { "Thị Thanh", 7 },  { "Thị Kim", 6 },  { "Thị Ngọc", 6 },
  { "Thị Hồng", 6 }, { "Thị Minh", 5 }, { "Thị Bích", 5 },   { "Thu", 5 },      { "Thùy", 4 },
  { "Thanh", 4 },    { "Ngọc", 3 },     { "Thị Phương", 3 }, { "Thị Mai", 3 },  { "Thị Lan", 2 },
  { "Thị Hải", 2 },  { "Phương", 2 },   { "Minh", 2 },       { "Thị Diệu", 1 }, { "Khánh", 1 },
  { "Hồng", 1 },     { "Bích", 1 },     { "Thị Kiều", 1 },
};

const CnscdDemoPool CNSCD_DEMO_MIDDLES_WOMEN = { middles_women, G_N_ELEMENTS (middles_women) };

static const CnscdDemoWord given_men[] = {
  { "Tuấn", 6 },   { "Hùng", 6 },  { "Cường", 5 }, { "Dũng", 5 },  { "Thắng", 5 }, { "Hải", 5 },
  { "Sơn", 5 },    { "Nam", 4 },   { "Long", 4 },  { "Hiếu", 4 },  { "Hưng", 4 },  { "Tùng", 4 },
  { "Quân", 4 },   { "Mạnh", 4 },  { "Minh", 4 },  { "Đức", 4 },   { "Trung", 4 }, { "Thành", 4 },
  { "Bình", 4 },   { "Khánh", 3 }, { "Linh", 2 },  { "Toàn", 3 },  { "Tiến", 3 },  { "Kiên", 3 },
  { "Chiến", 3 },  { "Thái", 3 },  { "Việt", 3 },  { "Huy", 3 },   { "Hoàng", 3 }, { "Phong", 3 },
  { "Quang", 3 },  { "Giang", 2 }, { "Lâm", 3 },   { "Tú", 2 },    { "Tâm", 2 },   { "Đạt", 3 },
  { "Duy", 3 },    { "Nghĩa", 2 }, { "Vinh", 3 },  { "An", 2 },    { "Ân", 1 },    { "Ẩn", 1 },
  { "Bách", 1 },   { "Chung", 2 }, { "Công", 2 },  { "Doanh", 1 }, { "Du", 1 },    { "Đông", 2 },
  { "Đoàn", 1 },   { "Hào", 1 },   { "Hậu", 2 },   { "Hòa", 3 },   { "Hội", 1 },   { "Huấn", 1 },
  { "Khải", 1 },   { "Khoa", 1 },  { "Kỳ", 1 },    { "Luân", 1 },  { "Lực", 1 },   { "Lượng", 1 },
  { "Nhất", 1 },   { "Ninh", 1 },  { "Phúc", 2 },  { "Quý", 2 },   { "Quyết", 1 }, { "Sinh", 1 },
  { "Tài", 2 },    { "Thịnh", 2 }, { "Thiện", 1 }, { "Thuận", 2 }, { "Thủy", 1 },  { "Tình", 1 },
  { "Trường", 3 }, { "Tuyên", 2 }, { "Văn", 1 },   { "Vũ", 2 },    { "Xuân", 1 },  { "Y", 1 },
  { "Đại", 1 },    { "Thơm", 1 },
};

const CnscdDemoPool CNSCD_DEMO_GIVEN_MEN = { given_men, G_N_ELEMENTS (given_men) };

static const CnscdDemoWord given_women[] = {
  { "Hương", 6 },  { "Lan", 5 },   { "Hoa", 5 },    { "Huyền", 5 }, { "Thảo", 5 },  { "Trang", 5 },
  { "Linh", 5 },   { "Hà", 5 },    { "Hằng", 5 },   { "Thủy", 5 },  { "Hạnh", 4 },  { "Nga", 4 },
  { "Mai", 4 },    { "Dung", 4 },  { "Hiền", 4 },   { "Yến", 4 },   { "Nhung", 4 }, { "Ngọc", 3 },
  { "Loan", 3 },   { "Hồng", 4 },  { "Phương", 4 }, { "Thu", 4 },   { "Vân", 3 },   { "Liên", 3 },
  { "Oanh", 3 },   { "Quyên", 3 }, { "Tuyết", 3 },  { "Hòa", 2 },   { "Thanh", 3 }, { "Thúy", 3 },
  { "Nguyệt", 2 }, { "Anh", 4 },   { "Ánh", 2 },    { "Bích", 2 },  { "Chi", 2 },   { "Chinh", 2 },
  { "Cúc", 1 },    { "Diệp", 1 },  { "Duyên", 2 },  { "Đào", 2 },   { "Giang", 2 }, { "Hải", 1 },
  { "Hậu", 2 },    { "Hợi", 1 },   { "Huế", 3 },    { "Huệ", 3 },   { "Kiều", 2 },  { "Lệ", 1 },
  { "Len", 1 },    { "Luyến", 2 }, { "Lý", 1 },     { "Ly", 2 },    { "Minh", 1 },  { "My", 1 },
  { "Na", 1 },     { "Ngân", 2 },  { "Nhàn", 1 },   { "Nhi", 1 },   { "Nhiên", 1 }, { "Sen", 1 },
  { "Tâm", 2 },    { "Thắm", 2 },  { "Thêu", 1 },   { "Thơm", 2 },  { "Thoa", 2 },  { "Thư", 1 },
  { "Thương", 1 }, { "Tình", 1 },  { "Trà", 1 },    { "Uyên", 1 },  { "Vui", 1 },   { "Xuân", 2 },
  { "Xuyến", 1 },  { "Ẻn", 1 },    { "Mị", 1 },
};

const CnscdDemoPool CNSCD_DEMO_GIVEN_WOMEN = { given_women, G_N_ELEMENTS (given_women) };

const char *const CNSCD_DEMO_HAMLETS_LOWLAND[] = {
  "Hồng Thái",   "Phú Thái",    "Quyết Tiến", "Tân Thành",  "Tân Tiến",    "Tân Lập",
  "Tân Long",    "Tân Sơn",     "Tân Hòa",    "Tân Phú",    "Trung Thành", "Trung Tâm",
  "Trung Lương", "Thái Sơn",    "Thái Hưng",  "Thanh Xuân", "Đoàn Kết",    "Đồng Tâm",
  "Đồng Tiến",   "Đồng Xe",     "Đồng Dong",  "Đồng Hòa",   "Đồng Ao",     "Đồng Tân",
  "Làng Vàng",   "Làng Cả",     "Làng Ngòi",  "Làng Hin",   "Phố Hích",    "Phố Mới",
  "Cầu Đất",     "Cầu Chui",    "Cầu Gáo",    "Gò Chùa",    "Gò Chè",      "Gò Vải",
  "Gò Pháo",     "Bờ Suối",     "Cây Xanh",   "Cây Thị",    "Cây Hồng",    "Đầm Làng",
  "Đầm Bầu",     "Soi Vàng",    "Soi Mít",    "Hồng Phong", "Hồng Diện",   "Hòa Bình",
  "Hòa Lâm",     "Bình Minh",   "Bình Định",  "Bình Thành", "Mỹ Hòa",      "Mỹ Yên",
  "Xuân Hà",     "Xuân Đãng",   "Xuân Thắng", "Lương Bình", "Lương Thịnh", "Vinh Quang",
  "Văn Hữu",     "Văn Giang",   "Nam Tiến",   "Nam Đồng",   "Bắc Phong",   "Đông Hưng",
  "Đông Yên",    "Tây Trung",   "Thuận Đức",  "Thượng Vụ",  "Hạ Vụ",       "Trung Tiến",
  "Núi Căng",    "Núi Dài",     "Úc Sơn",     "Mãn Quang",  "Phú Minh",    "Phú Lợi",
  "Kim Tỉnh",    "Kim Sơn",     "An Bình",    "An Thịnh",   "An Lạc",      "Yên Thái",
  "Yên Minh",    "La Đao",      "Lũng Chùa",  "Ao Sen",     "Ao Đậu",      "Ngọc Tâm",
  "Ngọc Lâm",    "Quang Trung", "Quang Minh", "Phúc Thịnh", "Phúc Long",   "Đại Quyết",
  "Đại Thịnh",   "Minh Tiến",   "Minh Hợp",   "Vạn Phúc",
};

const guint CNSCD_DEMO_N_HAMLETS_LOWLAND = G_N_ELEMENTS (CNSCD_DEMO_HAMLETS_LOWLAND);

const char *const CNSCD_DEMO_HAMLETS_HIGHLAND[] = {
  "Nà Ca",        "Nà Rào",       "Nà Pái",      "Nà Lẹng",     "Nà Phặc",   "Nà Mố",
  "Nà Cà",        "Nà Làng",      "Nà Khoa",     "Nà Bốc",      "Nà Đeng",   "Nà Sla",
  "Nà Tậu",       "Bản Cáu",      "Bản Chang",   "Bản Duồm",    "Bản Váng",  "Bản Lù",
  "Bản Piềng",    "Bản Vén",      "Bản Mới",     "Bản Pjạc",    "Bản Tàn",   "Bản Đồn",
  "Khuổi Luông",  "Khuổi Đẩy",    "Khuổi Nhầu",  "Khuổi Cuồng", "Khuổi Lịa", "Khuổi Slấn",
  "Khuổi Mèo",    "Khuổi Chao",   "Pác Giả",     "Pác Cáp",     "Pác Ngòi",  "Pác Nghè",
  "Pác Chang",    "Pác Thiên",    "Cốc Lải",     "Cốc Phường",  "Cốc Tộc",   "Cốc Xả",
  "Cốc Đán",      "Cốc Pái",      "Lũng Luông",  "Lũng Hoài",   "Lũng Cà",   "Lũng Pảng",
  "Lũng Páng",    "Lũng Nọi",     "Thôm Mò",     "Thôm Ưng",    "Thôm Phả",  "Phiêng An",
  "Phiêng Dường", "Phiêng Lằm",   "Phiêng Khăm", "Tổng Chiêu",  "Tổng Ngay", "Tổng Vụ",
  "Thẳm Mu",      "Vằng Kheo",    "Khau Bang",   "Khau Đấng",   "Khau Cưởm", "Slam Vè",
  "Đon Bây",      "Cao Lầm",      "Cao Biền",    "Đồng Mó",     "Đồng Chăn", "Đồng Danh",
  "Đồng Đình",    "Mỏ Gà",        "Mỏ Chì",      "Na Kháo",     "Na Bả",     "Na Đồng",
  "Nà Phài",      "Nà Pheo",      "Ba Nhất",     "Gốc Tú",      "Suối Cạn",  "Bãi Lai",
  "Cây Bòng",     "Đất Đỏ",       "Đình Cả",     "Giòng",       "Làng Hang", "Làng Lường",
  "Làng Giai",    "Là Đông",      "La Lang",     "Mỹ Lập",      "Phú Cốc",   "Thâm Thạo",
  "Yên Ngựa",     "Phượng Hoàng", "Xuyên Sơn",   "Tràng Xá",    "Hùng Sơn",  "Việt Cường",
  "Xuân Hòa",     "Thắng Lợi",    "Tân Đào",     "Ngọc Sơn",
};

const guint CNSCD_DEMO_N_HAMLETS_HIGHLAND = G_N_ELEMENTS (CNSCD_DEMO_HAMLETS_HIGHLAND);

/*
 * Who sits in a team beside its leader. Longer than the largest team, so
 * that nobody holds the office of a colleague.
 */
const CnscdDemoOffice CNSCD_DEMO_OFFICES[] = {
  { "Bí thư Chi bộ", "Chi bộ", 72, 1962, 1988 },
  { "Bí thư Chi đoàn", "Đoàn Thanh niên", 58, 1990, 2005 },
  { "Đoàn viên", "Đoàn Thanh niên", 50, 1996, 2007 },
  { "Chi hội trưởng", "Hội Phụ nữ", 0, 1965, 1995 },
  { "Chi hội trưởng", "Hội Nông dân", 70, 1962, 1992 },
  { "Chi hội trưởng", "Hội Cựu chiến binh", 95, 1955, 1978 },
  { "Trưởng ban công tác Mặt trận", "Ban công tác Mặt trận", 65, 1958, 1985 },
  { "Công an viên", "Công an xã", 85, 1980, 2002 },
  { "Giáo viên", "Trường Tiểu học", 20, 1975, 2000 },
  { "Giáo viên", "Trường Trung học cơ sở", 30, 1975, 2000 },
  { "Nhân viên y tế", "Trạm Y tế", 25, 1972, 2000 },
  { "Nhân viên", "VNPT", 65, 1982, 2003 },
  { "Nhân viên", "Viettel", 70, 1985, 2004 },
  { "Nhân viên", "MobiFone", 65, 1986, 2004 },
  { "Công chức Văn hóa - Xã hội", "Ủy ban nhân dân", 45, 1975, 1999 },
};

const guint CNSCD_DEMO_N_OFFICES = G_N_ELEMENTS (CNSCD_DEMO_OFFICES);

const CnscdDemoHabit CNSCD_DEMO_HABITS[] = {
  { "Người cao tuổi", 22, NULL, 65, 10, 85, FALSE },
  { "Nông dân", 20, NULL, 10, 75, 25, FALSE },
  { "Mọi người dân", 20, NULL, 20, 60, 25, FALSE },
  { "Tiểu thương, hộ kinh doanh", 14, "Chợ trung tâm", 55, 5, 10, FALSE },
  { "Gia đình có con đi học", 12, "Trường Tiểu học", 25, 55, 3, FALSE },
  { "Thanh niên", 8, NULL, 10, 80, 0, FALSE },
  { "Cán bộ, công chức", 4, "Hội trường Ủy ban nhân dân", 50, 0, 0, TRUE },
};

const guint CNSCD_DEMO_N_HABITS = G_N_ELEMENTS (CNSCD_DEMO_HABITS);

const CnscdDemoGain CNSCD_DEMO_GAINS[] = {
  { "VNeID", "VNeID" },
  { "Thái Nguyên ID", "Thái Nguyên ID" },
  { "C-ThaiNguyen", "C-ThaiNguyen" },
  { "Mobile Money", "Mobile Money" },
  { "ịch vụ công", "ịch vụ công" },
  { "hanh toán", "hanh toán" },
  { "hương mại điện tử", "hanh toán" },
  { "ọc phí", "hanh toán" },
};

const guint CNSCD_DEMO_N_GAINS = G_N_ELEMENTS (CNSCD_DEMO_GAINS);

static const CnscdDemoWord postponed[] = {
  { "Hoãn vì mưa lớn", 4 },
  { "Hoãn vì mất điện", 3 },
  { "Hoãn vì trùng họp xóm", 3 },
  { "Hoãn vì người dân bận thu hoạch chè", 2 },
};

const CnscdDemoPool CNSCD_DEMO_POSTPONED = { postponed, G_N_ELEMENTS (postponed) };

static const CnscdDemoWord cancelled[] = {
  { "Hủy vì ít người đăng ký", 4 },
  { "Hủy vì người hướng dẫn bận việc", 3 },
  { "Hủy vì mạng gặp sự cố", 2 },
};

const CnscdDemoPool CNSCD_DEMO_CANCELLED = { cancelled, G_N_ELEMENTS (cancelled) };
