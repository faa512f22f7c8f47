-- What the machinery keeps: settings, the replies that make acts idempotent, saved row sets.
CREATE SCHEMA IF NOT EXISTS platform;
GRANT USAGE ON SCHEMA platform TO zhizhou_app;

CREATE TABLE platform.setting (
  region_code integer     NOT NULL,
  name        text        NOT NULL,
  value       jsonb       NOT NULL,
  changed_at  timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (region_code, name)
);
COMMENT ON TABLE platform.setting IS '设置: one value a name, e.g. the product name shown, the demonstration day';

CREATE TABLE platform.reply (
  region_code  integer     NOT NULL,
  actor        text        NOT NULL,
  key          text        NOT NULL,
  word         text        NOT NULL,
  input_digest bytea       NOT NULL,
  reply        jsonb       ,
  replied_at   timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (region_code, actor, key)
);
COMMENT ON TABLE platform.reply IS '幂等回执: what an act answered under its key; the same key and input get the same answer for 400 days';
CREATE INDEX reply_by_age ON platform.reply (replied_at);

CREATE TABLE platform.stored_file (
  digest    bytea       NOT NULL PRIMARY KEY,
  size      bigint      NOT NULL CHECK (size >= 0),
  stored_at timestamptz NOT NULL DEFAULT now()
);
COMMENT ON TABLE platform.stored_file IS '文件: what the content-addressed store holds; the same content is stored once';

CREATE TABLE platform.row_set (
  region_code integer     NOT NULL,
  id          uuid        NOT NULL,
  kept_at     timestamptz NOT NULL DEFAULT now(),
  row_count   integer     NOT NULL,
  digest      bytea       NOT NULL,
  PRIMARY KEY (region_code, id)
);
COMMENT ON TABLE platform.row_set IS '行集快照: the rows behind a saved search or a frozen figure';

CREATE TABLE platform.row_set_member (
  region_code integer NOT NULL,
  row_set_id  uuid    NOT NULL,
  row_id      text    NOT NULL,
  digest      text    NOT NULL,
  looked_at   jsonb   NOT NULL,
  PRIMARY KEY (region_code, row_set_id, row_id),
  FOREIGN KEY (region_code, row_set_id) REFERENCES platform.row_set ON DELETE CASCADE
);
COMMENT ON TABLE platform.row_set_member IS '快照行: one row with the fields that were looked at';

GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA platform TO zhizhou_app;
REVOKE INSERT, UPDATE, DELETE ON platform.migration FROM zhizhou_app;
