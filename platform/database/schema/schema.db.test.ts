import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { aDatabase, aFolder, anEmptyDatabase, type TestDatabase } from '../testing/index.ts'
import { describeSchema, type SchemaText } from './describe.ts'
import { schemaDrift } from './drift.ts'
import { executeSchemaFiles, fileText, SCHEMA_FILES, writeSchemaFiles } from './files.ts'

const opened: TestDatabase<object>[] = []
afterEach(async () => {
  await Promise.all(opened.splice(0).map((database) => database.drop()))
})
async function kept(database: Promise<TestDatabase<object>>) {
  opened.push(await database)
  return (await database).owner
}

const asFiles = (texts: readonly SchemaText[]) => Object.fromEntries(texts.map((text) => [`${text.name}.sql`, fileText(text)]))
const filesIn = (directory: string) =>
  Object.fromEntries(
    readdirSync(directory).map((name) => [name, readFileSync(join(directory, name), 'utf8').replaceAll('\r\n', '\n')]),
  )

test('database/schema says what the migrations make (else run: node platform/database/testing/write-schema.ts)', async () => {
  const migrated = await kept(aDatabase())
  expect(asFiles(await migrated.withClient(describeSchema))).toEqual(filesIn(SCHEMA_FILES))
})

test('database/schema, executed on an empty database, makes what it says', async () => {
  const empty = await kept(anEmptyDatabase())
  await empty.withClient((client) => executeSchemaFiles(client))
  expect(asFiles(await empty.withClient(describeSchema))).toEqual(filesIn(SCHEMA_FILES))
})

test('a table changed by hand behind the migrations is told by its schema', async () => {
  const migrated = await kept(aDatabase())
  expect(await migrated.withClient((client) => schemaDrift(client))).toEqual([])
  await migrated.pool.query('alter table trail.entry drop constraint entry_n_check; create schema by_hand')
  expect(await migrated.withClient((client) => schemaDrift(client))).toEqual(['by_hand', 'trail'])
})

const EVERYTHING = `
  create schema b_first;
  comment on schema b_first is '先行';
  grant usage on schema b_first to zhizhou_app;
  create type b_first.colour as enum ('红', 'it''s');
  comment on type b_first.colour is '颜色';
  create type b_first.pair as (x int, y numeric(10,2));
  create domain b_first.code as text not null default 'x' constraint short check (length(value) < 10);
  comment on domain b_first.code is '代码';
  create sequence b_first.counter as int increment 2 start 5 cycle maxvalue 100;
  grant usage on sequence b_first.counter to zhizhou_app;
  create function b_first.twice(n int) returns int language sql immutable return n * 2;
  revoke all on function b_first.twice(int) from public;
  grant execute on function b_first.twice(int) to zhizhou_app;
  comment on function b_first.twice(int) is '两倍';
  create procedure b_first.nothing() language plpgsql as $$ begin null; end $$;
  create function b_first.touch() returns trigger language plpgsql as $$ begin return new; end $$;
  create table b_first.parent (
    id int generated always as identity primary key,
    "Odd Name" text collate "C" default 'a''b' not null,
    colour b_first.colour default '红',
    doubled int generated always as (length("Odd Name") * 2) stored,
    code b_first.code,
    during daterange,
    exclude using gist (during with &&),
    unique ("Odd Name", colour) deferrable initially deferred,
    check (colour = '红' or "Odd Name" <> '')
  ) with (fillfactor = 70, toast_tuple_target = 256);
  comment on table b_first.parent is '父';
  comment on column b_first.parent."Odd Name" is '怪名';
  alter table b_first.parent alter "Odd Name" set storage main, alter "Odd Name" set statistics 500, alter code set (n_distinct = -0.5);
  comment on constraint parent_pkey on b_first.parent is '主键';
  create index by_lower on b_first.parent (lower("Odd Name") desc nulls last) include (colour) where colour = '红';
  comment on index b_first.by_lower is '索引';
  create trigger touched before update of colour on b_first.parent for each row when (old.colour is distinct from new.colour)
    execute function b_first.touch();
  alter table b_first.parent enable row level security;
  create policy mine on b_first.parent for select to zhizhou_app using (id > 0);
  grant select, update (colour) on b_first.parent to zhizhou_app;
  create table b_first.serially (id serial, x int references b_first.parent on delete cascade);
  create table b_first.chicken (id int primary key, egg int);
  create table b_first.egg (id int primary key, chicken int references b_first.chicken);
  alter table b_first.chicken add foreign key (egg) references b_first.egg;
  create table b_first.measured (at date not null, v int) partition by range (at);
  create table b_first.measured_2020 partition of b_first.measured for values from ('2020-01-01') to ('2021-01-01');
  create index on b_first.measured (v);
  create unlogged table b_first.passing (x text[], y int);
  create schema a_second;
  create table a_second.child (id uuid primary key, parent int references b_first.parent (id));
  create view a_second.z_base as select id, parent from a_second.child;
  create view a_second.a_over with (security_barrier = true) as select z.id, p.colour from a_second.z_base z join b_first.parent p on p.id = z.parent;
  comment on view a_second.a_over is '视图';
  grant select on a_second.a_over to zhizhou_app;
  create materialized view a_second.counted as select count(*) as n from a_second.child;
  create unique index on a_second.counted (n);
  alter table b_first.parent drop column during;
`

test('whatever a migration may make comes out of its own description again', async () => {
  const first = await kept(anEmptyDatabase())
  await first.pool.query(EVERYTHING)
  const texts = await first.withClient(describeSchema)
  const directory = aFolder()
  writeSchemaFiles(texts, directory)
  const second = await kept(anEmptyDatabase())
  await second.withClient((client) => executeSchemaFiles(client, directory))
  expect(asFiles(await second.withClient(describeSchema))).toEqual(asFiles(texts))
  rmSync(directory, { recursive: true })
})

test.each([
  ['a column', 'alter table b_first.egg add colour text'],
  ['its order', 'alter table b_first.passing drop x, add x text[]'],
  ['NOT NULL', 'alter table b_first.egg alter chicken set not null'],
  ['a default', `alter table b_first.parent alter "Odd Name" set default 'c'`],
  ['a check', 'alter table b_first.egg add check (id > 0)'],
  [
    'what happens on delete',
    'alter table b_first.serially drop constraint serially_x_fkey, add foreign key (x) references b_first.parent',
  ],
  ['a label', `alter type b_first.colour add value '绿' before '红'`],
  ['an index', 'drop index b_first.by_lower'],
  ['storage', 'alter table b_first.parent alter "Odd Name" set storage extended'],
  ['statistics', 'alter table b_first.parent alter "Odd Name" set statistics 501'],
  ['a comment', `comment on table b_first.parent is '母'`],
  ['a grant', 'grant delete on b_first.parent to zhizhou_app'],
  ['a grant on a column', 'revoke update (colour) on b_first.parent from zhizhou_app'],
  ['who may call', 'grant execute on function b_first.twice(int) to public'],
  ['a policy', 'drop policy mine on b_first.parent'],
  ['a trigger', 'drop trigger touched on b_first.parent'],
  ['a function', 'create or replace function b_first.twice(n int) returns int language sql immutable return n * 3'],
  ['a view', 'create or replace view a_second.z_base as select id, parent from a_second.child where id is not null'],
  ['a schema', 'create schema c_third'],
])('a difference in %s shows', async (_, change) => {
  const database = await kept(anEmptyDatabase())
  await database.pool.query(EVERYTHING)
  const before = asFiles(await database.withClient(describeSchema))
  await database.pool.query(change)
  expect(asFiles(await database.withClient(describeSchema))).not.toEqual(before)
})

test('what the description does not know is not passed over', async () => {
  const database = await kept(anEmptyDatabase())
  await database.pool.query('create schema s; create table s.a (x int); create table s.b () inherits (s.a)')
  await expect(database.withClient(describeSchema)).rejects.toThrow('b (inherits)')
})

test('the file of a schema that is gone is removed, other files stay', () => {
  const directory = aFolder()
  for (const name of ['gone.sql', 'README.md']) writeFileSync(join(directory, name), '')
  writeSchemaFiles([{ name: 'here', needs: ['platform'], sql: 'CREATE SCHEMA here;\n' }], directory)
  expect(readdirSync(directory).sort()).toEqual(['README.md', 'here.sql'])
  expect(readFileSync(join(directory, 'here.sql'), 'utf8')).toContain('\n-- after: platform\n\nCREATE SCHEMA here;\n')
  rmSync(directory, { recursive: true })
})
