-- 标识核验: rows of a list put on 待联网核查清单, and photos of the goods beside screenshots of the national source.
ALTER TABLE mark_checks.screenshot ADD COLUMN taken_at timestamptz;
COMMENT ON COLUMN mark_checks.screenshot.taken_at IS 'of a photo of the goods (现场照片) when the check was made on the spot; null for what the national source showed';

ALTER TABLE mark_checks.list_row ADD COLUMN to_look_up boolean NOT NULL DEFAULT false;
COMMENT ON COLUMN mark_checks.list_row.to_look_up IS 'whether the register could not answer it and it bears a number to look up';
CREATE INDEX list_row_to_look_up ON mark_checks.list_row (region_code, list_id, ordinal) WHERE to_look_up;

ALTER TABLE mark_checks.list
  ADD COLUMN enlisting boolean NOT NULL DEFAULT false,
  ADD COLUMN enlist_total integer,
  ADD COLUMN enlist_failure text;
COMMENT ON COLUMN mark_checks.list.enlisting IS 'whether rows of it are being put on 待联网核查清单';
COMMENT ON COLUMN mark_checks.list.enlist_total IS 'how many of its rows are on it when that is done';

ALTER TABLE mark_checks.check
  ADD COLUMN list_id uuid,
  ADD COLUMN list_row integer,
  ADD FOREIGN KEY (region_code, list_id, list_row) REFERENCES mark_checks.list_row (region_code, list_id, ordinal),
  ADD CHECK ((list_id IS NULL) = (list_row IS NULL));
COMMENT ON COLUMN mark_checks.check.list_id IS 'the list from whose row it was made; null for a check made by itself';
CREATE UNIQUE INDEX check_by_list_row ON mark_checks.check (region_code, list_id, list_row) WHERE list_id IS NOT NULL;
