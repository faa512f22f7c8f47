-- 上传量. What each person uploaded on each day, for the daily limit.
CREATE TABLE platform.uploaded (
  region_code integer NOT NULL,
  person      text    NOT NULL,
  day         date    NOT NULL,
  files       integer NOT NULL CHECK (files > 0),
  bytes       bigint  NOT NULL CHECK (bytes >= 0),
  PRIMARY KEY (region_code, person, day)
);
COMMENT ON TABLE platform.uploaded IS '上传量: files and bytes a person uploaded on a day';
GRANT SELECT, INSERT, UPDATE, DELETE ON platform.uploaded TO zhizhou_app;
