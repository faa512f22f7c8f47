-- 法律状态的推算依据. Status rests on rules and on working days; when either changes, what is stored is reckoned anew.
CREATE TABLE patents.status_basis (
  region_code integer     NOT NULL,
  sign        text        NOT NULL CHECK (sign <> ''),
  reckoned_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (region_code)
);
COMMENT ON TABLE patents.status_basis IS '法律状态推算依据: by which rule and which working days the stored status of all records was reckoned';
GRANT SELECT, INSERT, UPDATE, DELETE ON patents.status_basis TO zhizhou_app;
