-- SPDX-License-Identifier: GPL-3.0-or-later
-- Version 2: the schedule. Never changed once released: the next change is 003.sql.

-- The catalogue: what every commune starts from belongs to the province ('19'), what a commune
-- adds to that commune, so unit refers to no table. valid_to: the last day on which it is offered.

CREATE TABLE topic (
  nr INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  unit TEXT NOT NULL,
  name TEXT NOT NULL,
  ordinal INTEGER CHECK (ordinal >= 0),
  valid_to TEXT,
  note TEXT,
  rev INTEGER NOT NULL DEFAULT 0,
  deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1))
) STRICT;

CREATE TABLE audience (
  nr INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  unit TEXT NOT NULL,
  name TEXT NOT NULL,
  ordinal INTEGER CHECK (ordinal >= 0),
  valid_to TEXT,
  note TEXT,
  rev INTEGER NOT NULL DEFAULT 0,
  deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1))
) STRICT;

CREATE TABLE audience_topic (
  nr INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  unit TEXT NOT NULL,
  audience TEXT NOT NULL REFERENCES audience (id),
  topic TEXT NOT NULL REFERENCES topic (id),
  ordinal INTEGER CHECK (ordinal >= 0),
  rev INTEGER NOT NULL DEFAULT 0,
  deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1))
) STRICT;

CREATE TABLE indicator (
  nr INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  unit TEXT NOT NULL,
  name TEXT NOT NULL,
  unit_of_measure TEXT NOT NULL,
  ordinal INTEGER CHECK (ordinal >= 0),
  valid_to TEXT,
  note TEXT,
  rev INTEGER NOT NULL DEFAULT 0,
  deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1))
) STRICT;

CREATE TABLE holiday (
  nr INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  unit TEXT NOT NULL,
  name TEXT NOT NULL,
  kind TEXT CHECK (kind IN ('day_off', 'workday')),
  first_day TEXT NOT NULL,
  last_day TEXT NOT NULL,
  rev INTEGER NOT NULL DEFAULT 0,
  deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1))
) STRICT;

-- Times are Vietnam's clock, "2026-11-27T19:30": they sort as they follow each other.

CREATE TABLE series (
  nr INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  unit TEXT NOT NULL REFERENCES unit (code),
  rule TEXT NOT NULL,
  first_day TEXT NOT NULL,
  note TEXT,
  rev INTEGER NOT NULL DEFAULT 0,
  deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1))
) STRICT;

CREATE TABLE session (
  nr INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  unit TEXT NOT NULL REFERENCES unit (code),
  title TEXT NOT NULL,
  starts_at TEXT NOT NULL,
  ends_at TEXT NOT NULL,
  place TEXT,
  hamlet TEXT REFERENCES hamlet (id),
  audience TEXT REFERENCES audience (id),
  expected INTEGER CHECK (expected >= 0),
  state TEXT NOT NULL
    CHECK (state = 'planned' OR state = 'held' OR state = 'postponed' OR state = 'cancelled'),
  series TEXT REFERENCES series (id),
  series_day TEXT,
  attendance INTEGER CHECK (attendance >= 0),
  attendance_women INTEGER CHECK (attendance_women >= 0),
  attendance_elderly INTEGER CHECK (attendance_elderly >= 0),
  attendance_poor_households INTEGER CHECK (attendance_poor_households >= 0),
  reported_on TEXT,
  note TEXT,
  rev INTEGER NOT NULL DEFAULT 0,
  deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1))
) STRICT;

CREATE TABLE session_team (
  nr INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  unit TEXT NOT NULL REFERENCES unit (code),
  session TEXT NOT NULL REFERENCES session (id),
  team TEXT NOT NULL REFERENCES team (id),
  rev INTEGER NOT NULL DEFAULT 0,
  deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1))
) STRICT;

CREATE TABLE session_topic (
  nr INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  unit TEXT NOT NULL REFERENCES unit (code),
  session TEXT NOT NULL REFERENCES session (id),
  topic TEXT NOT NULL REFERENCES topic (id),
  ordinal INTEGER CHECK (ordinal >= 0),
  rev INTEGER NOT NULL DEFAULT 0,
  deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1))
) STRICT;

CREATE TABLE session_guide (
  nr INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  unit TEXT NOT NULL REFERENCES unit (code),
  session TEXT NOT NULL REFERENCES session (id),
  membership TEXT NOT NULL REFERENCES membership (id),
  part TEXT CHECK (part IN ('leads', 'helps')),
  presence TEXT CHECK (presence IN ('present', 'absent')),
  rev INTEGER NOT NULL DEFAULT 0,
  deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1))
) STRICT;

CREATE TABLE session_result (
  nr INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  unit TEXT NOT NULL REFERENCES unit (code),
  session TEXT NOT NULL REFERENCES session (id),
  indicator TEXT NOT NULL REFERENCES indicator (id),
  value INTEGER CHECK (value >= 0),
  rev INTEGER NOT NULL DEFAULT 0,
  deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1))
) STRICT;

-- A month of the province, and of one commune, which are counted without their rows; what belongs
-- to a session; whose sessions.
CREATE INDEX session_by_start ON session (starts_at) WHERE deleted = 0;
CREATE INDEX session_by_unit ON session (unit, starts_at) WHERE deleted = 0;
-- What is still to be reported, and with it what is planned: few of all sessions.
CREATE INDEX session_unreported ON session (ends_at, unit, starts_at)
  WHERE deleted = 0 AND reported_on IS NULL AND state IN ('planned', 'held');
CREATE INDEX session_by_hamlet ON session (hamlet) WHERE hamlet IS NOT NULL;
CREATE INDEX session_by_series ON session (series) WHERE series IS NOT NULL;
CREATE INDEX session_team_by_session ON session_team (session);
CREATE INDEX session_team_by_team ON session_team (team);
CREATE INDEX session_topic_by_session ON session_topic (session);
CREATE INDEX session_guide_by_session ON session_guide (session);
CREATE INDEX session_guide_by_membership ON session_guide (membership);
CREATE INDEX session_result_by_session ON session_result (session);

-- How often a session has changed, which its calendar file tells.
CREATE INDEX outbox_of_session ON outbox (id)
  WHERE kind IN ('session', 'session_team', 'session_topic', 'session_guide', 'session_result');

-- The ids are the same on every computer, so that they are the same records.
INSERT INTO topic (id, unit, name, ordinal) VALUES
  ('47e37d90-61f9-55ed-a68a-a3388a6cef0e', '19', 'VNeID (định danh điện tử cá nhân)', 1),
  ('21bd2b9e-3f4c-5002-ba41-15c7bd9d7e4b', '19', 'VssID (bảo hiểm xã hội số)', 2),
  ('d7d6f297-949d-54ca-951a-538c8ce204c5', '19', 'Sổ sức khỏe điện tử', 3),
  ('6fa7f96d-1a0f-56f5-a0fb-2aab47d1729d', '19', 'Mobile Money', 4),
  ('7d5bf260-cdc0-5ab0-ab6e-dc35cdf2f542', '19', 'Dịch vụ công trực tuyến', 5),
  ('c23c03f8-f3bf-5087-9660-d02e920c0b65', '19', 'Thái Nguyên ID', 6),
  ('85d5d6af-4431-59a7-9916-9231300785a6', '19', 'C-ThaiNguyen', 7),
  ('a1145b91-c606-52f0-9d32-8feb3ee3df70', '19', 'Thanh toán tiền điện, nước', 8),
  ('bd89a359-1753-55b8-91c3-e69805ccc64d', '19', 'Thanh toán trực tuyến', 9),
  ('13c11045-eb96-58d2-8342-15e610d04224', '19', 'Sàn thương mại điện tử', 10),
  ('3ce05810-0bb7-5afd-bb6c-5ad7daf2e261', '19', 'Học phí trực tuyến', 11),
  ('66ff8cfc-6e46-5fab-9621-7585c9c9dece', '19', 'Ứng dụng học tập', 12),
  ('684edff7-4b74-57aa-a8a3-2645b9d28dfe', '19', 'Tư vấn khám bệnh từ xa', 13),
  ('7a35e945-2c61-51bf-a8e0-6ab3b8f00eec', '19', 'Tin tức và cảnh báo của địa phương', 14),
  ('51152c1d-26ee-5113-a86e-c63fe7868967', '19', 'An toàn trên mạng', 15),
  ('0ccef3ba-c952-57db-958c-45ee221c5859', '19', 'Chữ ký số', 16);

INSERT INTO audience (id, unit, name, ordinal) VALUES
  ('310b727b-5cc5-5004-ac5e-f4d48750c287', '19', 'Tiểu thương, hộ kinh doanh', 1),
  ('31163b6e-6fe7-5556-b934-b0c7d8f4dac5', '19', 'Gia đình có con đi học', 2),
  ('c5e14505-b504-5dbe-bd11-1ee8bbeb4f9d', '19', 'Người cao tuổi', 3),
  ('70b59434-372a-5ea4-904d-0256dc072680', '19', 'Nông dân', 4),
  ('2034b110-039f-579c-a8f7-45f9d428dfe4', '19', 'Thanh niên', 5),
  ('0f2cc89a-2e07-5e40-b69d-f8313d38d733', '19', 'Cán bộ, công chức', 6),
  ('c1890840-382a-5f6f-8b06-54e2a266adb0', '19', 'Mọi người dân', 7);

INSERT INTO audience_topic (id, unit, audience, topic, ordinal) VALUES
  ('e8cd8a8e-c781-5f2b-a2b5-ab5ad59c17aa', '19', '310b727b-5cc5-5004-ac5e-f4d48750c287', 'bd89a359-1753-55b8-91c3-e69805ccc64d', 1),
  ('093a5c56-c4f0-5f33-8e94-483568937831', '19', '310b727b-5cc5-5004-ac5e-f4d48750c287', '13c11045-eb96-58d2-8342-15e610d04224', 2),
  ('fe4775b7-bed7-57f6-a735-04fc6f986691', '19', '31163b6e-6fe7-5556-b934-b0c7d8f4dac5', '3ce05810-0bb7-5afd-bb6c-5ad7daf2e261', 1),
  ('fd44b6b3-4972-5c27-8aa0-9024524302a4', '19', '31163b6e-6fe7-5556-b934-b0c7d8f4dac5', '7d5bf260-cdc0-5ab0-ab6e-dc35cdf2f542', 2),
  ('3bb16f50-51fa-5a5b-8c51-cf5cffc85063', '19', '31163b6e-6fe7-5556-b934-b0c7d8f4dac5', '66ff8cfc-6e46-5fab-9621-7585c9c9dece', 3),
  ('7dcae104-16c5-5ed1-9d12-846925f6b948', '19', 'c5e14505-b504-5dbe-bd11-1ee8bbeb4f9d', '684edff7-4b74-57aa-a8a3-2645b9d28dfe', 1);

INSERT INTO indicator (id, unit, name, unit_of_measure, ordinal) VALUES
  ('dedd158d-973a-545c-b7d5-da0f05a117d9', '19', 'Người được hướng dẫn', 'người', 1),
  ('4e4773f3-f324-54fc-a0c0-08acc0146ec7', '19', 'Tài khoản định danh điện tử VNeID được kích hoạt', 'tài khoản', 2),
  ('f78a09c0-5326-5bc1-a781-536746194ea0', '19', 'Tài khoản thanh toán điện tử được mở', 'tài khoản', 3),
  ('d9e9adc2-1833-5511-a880-af87dca1de3b', '19', 'Hồ sơ dịch vụ công trực tuyến được gửi', 'hồ sơ', 4),
  ('3ddc1288-d79a-5c12-a0b8-3a6482d19e26', '19', 'Lượt cài đặt Thái Nguyên ID', 'lượt', 5),
  ('70bfe82b-3771-519a-9abe-0426d8ccf4f3', '19', 'Tài khoản C-ThaiNguyen được đăng ký', 'tài khoản', 6),
  ('a5103ad3-5cdd-517c-8df2-8efc609b9f0d', '19', 'Tài khoản Mobile Money được đăng ký', 'tài khoản', 7);

-- Bộ luật Lao động 2019, Điều 112. Days moved by the government each year are for people to add.
INSERT INTO holiday (id, unit, name, kind, first_day, last_day) VALUES
  ('b747ad96-0b5a-5cb4-be8d-47c0ef51549b', '19', 'Tết Dương lịch', 'day_off', '2026-01-01', '2026-01-01'),
  ('d0c716e9-2899-5673-940c-e500f1e84736', '19', 'Tết Nguyên đán', 'day_off', '2026-02-16', '2026-02-20'),
  ('2d906872-f8a1-57b9-99b5-7b2b21561a3d', '19', 'Giỗ Tổ Hùng Vương', 'day_off', '2026-04-26', '2026-04-26'),
  ('dc99e198-f23f-5a2e-a828-29f3cdce44e2', '19', 'Ngày Chiến thắng', 'day_off', '2026-04-30', '2026-04-30'),
  ('0f97322c-8448-5901-ab43-7f6707d41dab', '19', 'Ngày Quốc tế Lao động', 'day_off', '2026-05-01', '2026-05-01'),
  ('8af754ca-8514-5cdd-8d19-11afdd17f615', '19', 'Quốc khánh', 'day_off', '2026-09-01', '2026-09-02'),
  ('be0efe20-7056-543f-b3f3-7ab50f87ed9a', '19', 'Tết Dương lịch', 'day_off', '2027-01-01', '2027-01-01'),
  ('082c60d5-9bed-53f7-bd92-4ed1cf6500c0', '19', 'Tết Nguyên đán', 'day_off', '2027-02-05', '2027-02-09'),
  ('b183cef8-836e-5e9d-affb-6edf975acb88', '19', 'Giỗ Tổ Hùng Vương', 'day_off', '2027-04-16', '2027-04-16'),
  ('4bad43fa-641b-50c1-bdc8-912bc5512b93', '19', 'Ngày Chiến thắng', 'day_off', '2027-04-30', '2027-04-30'),
  ('a18a9175-7105-57fd-81a3-e8df4d678421', '19', 'Ngày Quốc tế Lao động', 'day_off', '2027-05-01', '2027-05-01'),
  ('8f20dcde-a653-590b-a868-c0e6ec310c7e', '19', 'Quốc khánh', 'day_off', '2027-09-02', '2027-09-03'),
  ('ee6ecc82-7986-5330-9ac7-ea6baa76f050', '19', 'Tết Dương lịch', 'day_off', '2028-01-01', '2028-01-01'),
  ('6cd47296-cfa4-5036-8738-a61108ff5969', '19', 'Tết Nguyên đán', 'day_off', '2028-01-25', '2028-01-29'),
  ('6e5f2c06-d4fe-57af-a0ab-4f108892f5c2', '19', 'Giỗ Tổ Hùng Vương', 'day_off', '2028-04-04', '2028-04-04'),
  ('9f5fcfd1-ec07-5854-b9aa-cf7cc57efcbc', '19', 'Ngày Chiến thắng', 'day_off', '2028-04-30', '2028-04-30'),
  ('8b1f2050-673c-57e9-bbc1-9b8d5a0ba457', '19', 'Ngày Quốc tế Lao động', 'day_off', '2028-05-01', '2028-05-01'),
  ('85109bf9-f926-548b-a56e-69e9d23ee4fa', '19', 'Quốc khánh', 'day_off', '2028-09-01', '2028-09-02');
