-- SPDX-License-Identifier: GPL-3.0-or-later
-- Version 1. Never changed once released: the next change is 002.sql.

-- The communes: what the province says. A release that knows more brings a migration.
CREATE TABLE unit (
  nr INTEGER PRIMARY KEY,
  code TEXT NOT NULL UNIQUE,
  kind TEXT NOT NULL CHECK (kind IN ('xa', 'phuong')),
  name TEXT NOT NULL,
  province TEXT NOT NULL
) STRICT;

INSERT INTO unit (code, kind, name, province) VALUES
  ('01840', 'phuong', 'Đức Xuân', '19'),
  ('01843', 'phuong', 'Bắc Kạn', '19'),
  ('01849', 'xa', 'Phong Quang', '19'),
  ('01864', 'xa', 'Bằng Thành', '19'),
  ('01879', 'xa', 'Cao Minh', '19'),
  ('01882', 'xa', 'Nghiên Loan', '19'),
  ('01894', 'xa', 'Phúc Lộc', '19'),
  ('01906', 'xa', 'Ba Bể', '19'),
  ('01912', 'xa', 'Chợ Rã', '19'),
  ('01921', 'xa', 'Thượng Minh', '19'),
  ('01933', 'xa', 'Đồng Phúc', '19'),
  ('01936', 'xa', 'Nà Phặc', '19'),
  ('01942', 'xa', 'Bằng Vân', '19'),
  ('01954', 'xa', 'Ngân Sơn', '19'),
  ('01957', 'xa', 'Thượng Quan', '19'),
  ('01960', 'xa', 'Hiệp Lực', '19'),
  ('01969', 'xa', 'Phủ Thông', '19'),
  ('01981', 'xa', 'Vĩnh Thông', '19'),
  ('02008', 'xa', 'Cẩm Giàng', '19'),
  ('02014', 'xa', 'Bạch Thông', '19'),
  ('02020', 'xa', 'Chợ Đồn', '19'),
  ('02026', 'xa', 'Nam Cường', '19'),
  ('02038', 'xa', 'Quảng Bạch', '19'),
  ('02044', 'xa', 'Yên Thịnh', '19'),
  ('02071', 'xa', 'Nghĩa Tá', '19'),
  ('02083', 'xa', 'Yên Phong', '19'),
  ('02086', 'xa', 'Chợ Mới', '19'),
  ('02101', 'xa', 'Thanh Mai', '19'),
  ('02104', 'xa', 'Tân Kỳ', '19'),
  ('02107', 'xa', 'Thanh Thịnh', '19'),
  ('02116', 'xa', 'Yên Bình', '19'),
  ('02143', 'xa', 'Văn Lang', '19'),
  ('02152', 'xa', 'Cường Lợi', '19'),
  ('02155', 'xa', 'Na Rì', '19'),
  ('02176', 'xa', 'Trần Phú', '19'),
  ('02185', 'xa', 'Côn Minh', '19'),
  ('02191', 'xa', 'Xuân Dương', '19'),
  ('05443', 'phuong', 'Phan Đình Phùng', '19'),
  ('05455', 'phuong', 'Quyết Thắng', '19'),
  ('05467', 'phuong', 'Gia Sàng', '19'),
  ('05482', 'phuong', 'Quan Triều', '19'),
  ('05488', 'xa', 'Đại Phúc', '19'),
  ('05500', 'phuong', 'Tích Lương', '19'),
  ('05503', 'xa', 'Tân Cương', '19'),
  ('05518', 'phuong', 'Sông Công', '19'),
  ('05528', 'phuong', 'Bách Quang', '19'),
  ('05533', 'phuong', 'Bá Xuyên', '19'),
  ('05542', 'xa', 'Lam Vỹ', '19'),
  ('05551', 'xa', 'Kim Phượng', '19'),
  ('05563', 'xa', 'Phượng Tiến', '19'),
  ('05569', 'xa', 'Định Hóa', '19'),
  ('05581', 'xa', 'Trung Hội', '19'),
  ('05587', 'xa', 'Bình Yên', '19'),
  ('05602', 'xa', 'Phú Đình', '19'),
  ('05605', 'xa', 'Bình Thành', '19'),
  ('05611', 'xa', 'Phú Lương', '19'),
  ('05620', 'xa', 'Yên Trạch', '19'),
  ('05632', 'xa', 'Hợp Thành', '19'),
  ('05641', 'xa', 'Vô Tranh', '19'),
  ('05662', 'xa', 'Trại Cau', '19'),
  ('05665', 'xa', 'Văn Lăng', '19'),
  ('05674', 'xa', 'Quang Sơn', '19'),
  ('05680', 'xa', 'Văn Hán', '19'),
  ('05692', 'xa', 'Đồng Hỷ', '19'),
  ('05707', 'xa', 'Nam Hòa', '19'),
  ('05710', 'phuong', 'Linh Sơn', '19'),
  ('05716', 'xa', 'Võ Nhai', '19'),
  ('05719', 'xa', 'Sảng Mộc', '19'),
  ('05722', 'xa', 'Nghinh Tường', '19'),
  ('05725', 'xa', 'Thần Sa', '19'),
  ('05740', 'xa', 'La Hiên', '19'),
  ('05746', 'xa', 'Tràng Xá', '19'),
  ('05755', 'xa', 'Dân Tiến', '19'),
  ('05773', 'xa', 'Phú Xuyên', '19'),
  ('05776', 'xa', 'Đức Lương', '19'),
  ('05788', 'xa', 'Phú Lạc', '19'),
  ('05800', 'xa', 'Phú Thịnh', '19'),
  ('05809', 'xa', 'An Khánh', '19'),
  ('05818', 'xa', 'La Bằng', '19'),
  ('05830', 'xa', 'Đại Từ', '19'),
  ('05845', 'xa', 'Vạn Phú', '19'),
  ('05851', 'xa', 'Quân Chu', '19'),
  ('05857', 'phuong', 'Phúc Thuận', '19'),
  ('05860', 'phuong', 'Phổ Yên', '19'),
  ('05881', 'xa', 'Thành Công', '19'),
  ('05890', 'phuong', 'Vạn Xuân', '19'),
  ('05899', 'phuong', 'Trung Thành', '19'),
  ('05908', 'xa', 'Phú Bình', '19'),
  ('05917', 'xa', 'Tân Khánh', '19'),
  ('05923', 'xa', 'Tân Thành', '19'),
  ('05941', 'xa', 'Điềm Thụy', '19'),
  ('05953', 'xa', 'Kha Sơn', '19');

-- One table a kind of core/cnscd-records.c, with a column a field. An unknown value is NULL.
-- rev: the province's, 0 for what it has never seen. Deleted rows stay: for undo and for the
-- other devices. "until" is the last day, padded so that "2025" means all of 2025.

CREATE TABLE hamlet (
  nr INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  unit TEXT NOT NULL REFERENCES unit (code),
  name TEXT NOT NULL,
  kind TEXT CHECK (kind IN ('hamlet', 'residential_group')),
  valid_from TEXT,
  valid_to TEXT,
  note TEXT,
  rev INTEGER NOT NULL DEFAULT 0,
  deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1))
) STRICT;

CREATE TABLE hamlet_profile (
  nr INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  unit TEXT NOT NULL REFERENCES unit (code),
  hamlet TEXT NOT NULL REFERENCES hamlet (id),
  as_of TEXT NOT NULL,
  households INTEGER CHECK (households >= 0),
  poor_households INTEGER CHECK (poor_households >= 0),
  near_poor_households INTEGER CHECK (near_poor_households >= 0),
  people INTEGER CHECK (people >= 0),
  working_age_people INTEGER CHECK (working_age_people >= 0),
  rev INTEGER NOT NULL DEFAULT 0,
  deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1))
) STRICT;

CREATE TABLE decision (
  nr INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  unit TEXT NOT NULL REFERENCES unit (code),
  number TEXT NOT NULL,
  date TEXT,
  kind TEXT CHECK (kind = 'establish' OR kind = 'consolidate' OR kind = 'dissolve'),
  issuer TEXT,
  signer TEXT,
  subject TEXT,
  note TEXT,
  rev INTEGER NOT NULL DEFAULT 0,
  deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1))
) STRICT;

CREATE TABLE team (
  nr INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  unit TEXT NOT NULL REFERENCES unit (code),
  name TEXT NOT NULL,
  level TEXT NOT NULL CHECK (level IN ('commune', 'hamlet')),
  hamlet TEXT REFERENCES hamlet (id),
  decision TEXT REFERENCES decision (id),
  valid_from TEXT,
  valid_to TEXT,
  end_decision TEXT REFERENCES decision (id),
  note TEXT,
  rev INTEGER NOT NULL DEFAULT 0,
  deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1)),
  until TEXT GENERATED ALWAYS AS (
    coalesce (valid_to || substr ('-99-99', length (valid_to) - 3), '9999-99-99')) VIRTUAL,
  sort_key BLOB,
  folded TEXT
) STRICT;

CREATE TABLE person (
  nr INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  unit TEXT NOT NULL REFERENCES unit (code),
  full_name TEXT NOT NULL,
  gender TEXT CHECK (gender IN ('male', 'female')),
  birth TEXT,
  phone TEXT,
  legal_basis TEXT CHECK (legal_basis IN ('consent', 'public_duty')),
  legal_basis_on TEXT,
  note TEXT,
  rev INTEGER NOT NULL DEFAULT 0,
  deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1))
) STRICT;

CREATE TABLE membership (
  nr INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  unit TEXT NOT NULL REFERENCES unit (code),
  team TEXT NOT NULL REFERENCES team (id),
  person TEXT NOT NULL REFERENCES person (id),
  role TEXT CHECK (role = 'leader' OR role = 'deputy' OR role = 'member'),
  body TEXT,
  position TEXT,
  ordinal INTEGER CHECK (ordinal >= 0),
  valid_from TEXT,
  valid_to TEXT,
  decision TEXT REFERENCES decision (id),
  end_decision TEXT REFERENCES decision (id),
  end_reason TEXT,
  note TEXT,
  rev INTEGER NOT NULL DEFAULT 0,
  deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1)),
  until TEXT GENERATED ALWAYS AS (
    coalesce (valid_to || substr ('-99-99', length (valid_to) - 3), '9999-99-99')) VIRTUAL
) STRICT;

-- Who is in a team, which teams are in a hamlet: to keep what is derived, and to refuse deleting
-- what others refer to.
CREATE INDEX hamlet_profile_by_hamlet ON hamlet_profile (hamlet);
CREATE INDEX team_by_hamlet ON team (hamlet);
CREATE INDEX membership_by_team ON membership (team);
CREATE INDEX membership_by_person ON membership (person);

-- A group of changes that is undone as a whole.
CREATE TABLE action (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  kind TEXT NOT NULL,
  label TEXT NOT NULL,
  at INTEGER NOT NULL, -- Unix time, microseconds
  undone_by INTEGER REFERENCES action (id)
) STRICT;

-- Every change, in the order made: what the province is still to hear, and what an undo goes back
-- to. fields: JSON of the values that changed (of a new record: all that are known). before: their
-- values until then, NULL for a new record.
CREATE TABLE outbox (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  op_id TEXT NOT NULL,
  kind TEXT NOT NULL,
  id TEXT NOT NULL,
  unit TEXT NOT NULL,
  base_rev INTEGER, -- NULL for a new record
  fields TEXT NOT NULL,
  before TEXT,
  deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1)),
  was_deleted INTEGER NOT NULL DEFAULT 0 CHECK (was_deleted IN (0, 1)),
  state TEXT NOT NULL DEFAULT 'dirty'
    CHECK (state = 'dirty' OR state = 'clean' OR state = 'sending' OR state = 'conflict'
      OR state = 'rejected'),
  action INTEGER REFERENCES action (id),
  created_at INTEGER NOT NULL -- Unix time, microseconds
) STRICT;
CREATE INDEX outbox_by_action ON outbox (action) WHERE action IS NOT NULL;

-- Who took people's data in or out. Never the data itself.
CREATE TABLE audit (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  at INTEGER NOT NULL, -- Unix time, microseconds
  who TEXT NOT NULL,
  action TEXT NOT NULL,
  subject TEXT NOT NULL,
  detail TEXT,
  n_people INTEGER NOT NULL CHECK (n_people >= 0)
) STRICT;

-- What this device remembers.
CREATE TABLE setting (
  name TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- Derived from the tables above, a row a membership that is not deleted; made anew when ICU sorts
-- differently from before. Unknown ordinals, birth dates and phones are NULL.
CREATE TABLE member_index (
  nr INTEGER PRIMARY KEY, -- membership.nr
  unit INTEGER NOT NULL,  -- unit.nr
  team INTEGER NOT NULL,  -- team.nr
  until TEXT NOT NULL,
  sort_key BLOB NOT NULL,
  role INTEGER NOT NULL,  -- 1 leader, 2 deputy, 3 member, 4 unknown
  ordinal INTEGER,
  birth TEXT,
  phone TEXT
) STRICT;
CREATE INDEX member_index_by_name ON member_index (sort_key, unit, team, until);
CREATE INDEX member_index_by_phone ON member_index (phone) WHERE phone IS NOT NULL;

-- name: folded words. exact: the words as written, but for capitals. place: the hamlet, folded.
CREATE VIRTUAL TABLE member_search USING fts5 (
  name, exact, place,
  content = '', contentless_delete = 1, detail = 'column', tokenize = 'ascii', prefix = '1 2 3'
);
