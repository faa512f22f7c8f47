-- platform, as the migrations make it. Written by platform/database/testing/write-schema.ts; to change it, write a migration.

CREATE SCHEMA platform;
GRANT USAGE ON SCHEMA platform TO zhizhou_app;

CREATE TABLE platform.migration (
  name       text                     NOT NULL,
  checksum   text                     NOT NULL,
  applied_at timestamp with time zone NOT NULL DEFAULT now(),
  CONSTRAINT migration_pkey PRIMARY KEY (name)
);
COMMENT ON TABLE platform.migration IS '结构文件: which migrations this database has run, and what they said';
GRANT SELECT ON platform.migration TO zhizhou_app;

CREATE TABLE platform.reply (
  region_code  integer                  NOT NULL,
  actor        text                     NOT NULL,
  key          text                     NOT NULL,
  word         text                     NOT NULL,
  input_digest bytea                    NOT NULL,
  reply        jsonb,
  replied_at   timestamp with time zone NOT NULL DEFAULT now(),
  CONSTRAINT reply_pkey PRIMARY KEY (region_code, actor, key)
);
COMMENT ON TABLE platform.reply IS '幂等回执: what an act answered under its key; the same key and input get the same answer for 400 days';
CREATE INDEX reply_by_age ON platform.reply USING btree (replied_at);
GRANT SELECT, INSERT, UPDATE, DELETE ON platform.reply TO zhizhou_app;

CREATE TABLE platform.row_set (
  region_code integer                  NOT NULL,
  id          uuid                     NOT NULL,
  kept_at     timestamp with time zone NOT NULL DEFAULT now(),
  row_count   integer                  NOT NULL,
  digest      bytea                    NOT NULL,
  CONSTRAINT row_set_pkey PRIMARY KEY (region_code, id)
);
COMMENT ON TABLE platform.row_set IS '行集快照: the rows behind a saved search or a frozen figure';
GRANT SELECT, INSERT, UPDATE, DELETE ON platform.row_set TO zhizhou_app;

CREATE TABLE platform.row_set_member (
  region_code integer NOT NULL,
  row_set_id  uuid    NOT NULL,
  row_id      text    NOT NULL,
  digest      text    NOT NULL,
  looked_at   jsonb   NOT NULL,
  CONSTRAINT row_set_member_pkey PRIMARY KEY (region_code, row_set_id, row_id),
  CONSTRAINT row_set_member_region_code_row_set_id_fkey FOREIGN KEY (region_code, row_set_id) REFERENCES platform.row_set(region_code, id) ON DELETE CASCADE
);
COMMENT ON TABLE platform.row_set_member IS '快照行: one row with the fields that were looked at';
GRANT SELECT, INSERT, UPDATE, DELETE ON platform.row_set_member TO zhizhou_app;

CREATE TABLE platform.setting (
  region_code integer                  NOT NULL,
  name        text                     NOT NULL,
  value       jsonb                    NOT NULL,
  changed_at  timestamp with time zone NOT NULL DEFAULT now(),
  CONSTRAINT setting_pkey PRIMARY KEY (region_code, name)
);
COMMENT ON TABLE platform.setting IS '设置: one value a name, e.g. the product name shown, the demonstration day';
GRANT SELECT, INSERT, UPDATE, DELETE ON platform.setting TO zhizhou_app;

CREATE TABLE platform.stored_file (
  digest    bytea                    NOT NULL,
  size      bigint                   NOT NULL,
  stored_at timestamp with time zone NOT NULL DEFAULT now(),
  CONSTRAINT stored_file_pkey PRIMARY KEY (digest),
  CONSTRAINT stored_file_size_check CHECK (size >= 0)
);
COMMENT ON TABLE platform.stored_file IS '文件: what the content-addressed store holds; the same content is stored once';
GRANT SELECT, INSERT, UPDATE, DELETE ON platform.stored_file TO zhizhou_app;

CREATE TABLE platform.uploaded (
  region_code integer NOT NULL,
  person      text    NOT NULL,
  day         date    NOT NULL,
  files       integer NOT NULL,
  bytes       bigint  NOT NULL,
  CONSTRAINT uploaded_pkey PRIMARY KEY (region_code, person, day),
  CONSTRAINT uploaded_bytes_check CHECK (bytes >= 0),
  CONSTRAINT uploaded_files_check CHECK (files > 0)
);
COMMENT ON TABLE platform.uploaded IS '上传量: files and bytes a person uploaded on a day';
GRANT SELECT, INSERT, UPDATE, DELETE ON platform.uploaded TO zhizhou_app;
