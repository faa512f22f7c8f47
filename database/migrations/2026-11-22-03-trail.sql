-- 操作日志. One chain a prefecture, one entry an act. The product may add entries and read them, nothing else.
CREATE SCHEMA trail;
GRANT USAGE ON SCHEMA trail TO zhizhou_app;

CREATE TABLE trail.entry (
  region_code   integer        NOT NULL,
  n             bigint         NOT NULL CHECK (n > 0),
  at            timestamptz(3) NOT NULL,
  made_at       timestamptz(3) ,
  actor_id      text           ,
  actor_name    text           NOT NULL,
  roles         text[]         NOT NULL,
  via           text           NOT NULL,
  word          text           NOT NULL,
  subject_kind  text           ,
  subject_id    text           ,
  request_id    text           ,
  detail_digest bytea          NOT NULL,
  previous      bytea          NOT NULL,
  hash          bytea          NOT NULL,
  PRIMARY KEY (region_code, n),
  CHECK ((subject_kind IS NULL) = (subject_id IS NULL))
);
COMMENT ON TABLE trail.entry IS '操作日志: hash-chained; holds digests, the words stand in trail.detail';
CREATE INDEX entry_by_subject ON trail.entry (region_code, subject_kind, subject_id, n);
CREATE INDEX entry_by_actor ON trail.entry (region_code, actor_id, n);
CREATE INDEX entry_by_word ON trail.entry (region_code, word, n);

CREATE TABLE trail.detail (
  region_code integer NOT NULL,
  n           bigint  NOT NULL,
  salt        bytea   NOT NULL,
  detail      jsonb   NOT NULL,
  PRIMARY KEY (region_code, n),
  FOREIGN KEY (region_code, n) REFERENCES trail.entry
);
COMMENT ON TABLE trail.detail IS '日志内容: what an entry says in words; may be erased by law while the chain stays';

CREATE TABLE trail.head (
  region_code integer NOT NULL PRIMARY KEY,
  n           bigint  NOT NULL,
  hash        bytea   NOT NULL
);
COMMENT ON TABLE trail.head IS '链头: the last entry; its row lock puts the acts of a prefecture in one order';

GRANT SELECT, INSERT ON trail.entry, trail.detail TO zhizhou_app;
GRANT SELECT, INSERT, UPDATE ON trail.head TO zhizhou_app;
