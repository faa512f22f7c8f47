import type pg from 'pg'

// What PostgreSQL's catalogue knows about the product's own schemas. Read with an empty search path, so that every
// name outside pg_catalog comes with its schema, and ordered, so that the same schema always reads the same.

/** PostgreSQL's own schemas, and the one that graphile-worker looks after itself. */
const OURS = `n.nspname !~ '^pg_' and n.nspname not in ('information_schema', 'public', 'graphile_worker')`

export interface SchemaRow {
  name: string
  comment: string | null
  needs: string[]
}

export interface TypeRow {
  schema: string
  name: string
  kind: 'e' | 'c' | 'd'
  labels: string[] | null
  fields: string[] | null
  base: string | null
  checks: string[] | null
  comment: string | null
}

export interface RelationRow {
  oid: number
  schema: string
  name: string
  kind: 'r' | 'p' | 'v' | 'm' | 'S'
  unlogged: boolean
  options: string[] | null
  partitionKey: string | null
  partitionOf: string | null
  partitionBound: string | null
  definition: string | null
  rowSecurity: boolean
  forceRowSecurity: boolean
  comment: string | null
  needs: number[]
}

export interface ColumnRow {
  relation: number
  name: string
  type: string
  collation: string | null
  notNull: boolean
  expression: string | null
  generated: boolean
  identity: '' | 'a' | 'd'
  storage: string | null
  compression: string | null
  statistics: number | null
  options: string[] | null
  comment: string | null
}

export interface ConstraintRow {
  relation: number
  target: number
  name: string
  kind: 'p' | 'u' | 'c' | 'x' | 'f'
  definition: string
  comment: string | null
}

/** An index, trigger or policy: a statement of its own that belongs to a table. */
export interface AttachedRow {
  relation: number
  label: string
  definition: string
  comment: string | null
}

export interface FunctionRow {
  schema: string
  label: string
  definition: string
  comment: string | null
}

export interface SequenceRow {
  relation: number
  definition: string
  ownedBy: string | null
}

export interface GrantRow {
  schema: string
  relation: number | null
  statement: string
}

export interface Catalogue {
  schemas: SchemaRow[]
  types: TypeRow[]
  relations: RelationRow[]
  columns: ColumnRow[]
  constraints: ConstraintRow[]
  attached: AttachedRow[]
  functions: FunctionRow[]
  sequences: SequenceRow[]
  grants: GrantRow[]
}

/** Reads the catalogue in one snapshot. Throws on a kind of object it would otherwise pass over in silence. */
export async function readCatalogue(client: pg.ClientBase): Promise<Catalogue> {
  await client.query('begin transaction isolation level repeatable read read only')
  try {
    await client.query(`set local search_path = ''`)
    const rows = async <Row>(sql: string) => (await client.query(sql)).rows as Row[]
    const strangers = await rows<{ what: string }>(STRANGERS)
    if (strangers.length > 0)
      throw new Error(`The schema description does not know: ${strangers.map(({ what }) => what).join(', ')}`)
    return {
      schemas: await rows(SCHEMAS),
      types: await rows(TYPES),
      relations: await rows(RELATIONS),
      columns: await rows(COLUMNS),
      constraints: await rows(CONSTRAINTS),
      attached: [
        ...(await rows<AttachedRow>(INDEXES)),
        ...(await rows<AttachedRow>(TRIGGERS)),
        ...(await rows<AttachedRow>(POLICIES)),
      ],
      functions: await rows(FUNCTIONS),
      sequences: await rows(SEQUENCES),
      grants: await rows(GRANTS),
    }
  } finally {
    await client.query('rollback')
  }
}

const STRANGERS = `
  select format('%s.%s (relation of kind %s)', n.nspname, c.relname, c.relkind) as what
  from pg_class c join pg_namespace n on n.oid = c.relnamespace
  where ${OURS} and c.relkind not in ('r', 'p', 'v', 'm', 'S', 'i', 'I', 'c', 't')
  union all
  select format('%s.%s (type of kind %s)', n.nspname, t.typname, t.typtype)
  from pg_type t join pg_namespace n on n.oid = t.typnamespace
  where ${OURS} and t.typtype not in ('e', 'c', 'd') and t.typelem = 0
  union all
  select format('%s.%s (function of kind %s)', n.nspname, p.proname, p.prokind)
  from pg_proc p join pg_namespace n on n.oid = p.pronamespace
  where ${OURS} and p.prokind not in ('f', 'p')
  union all
  select format('%s.%s (rule)', n.nspname, r.rulename)
  from pg_rewrite r join pg_class c on c.oid = r.ev_class join pg_namespace n on n.oid = c.relnamespace
  where ${OURS} and r.rulename <> '_RETURN'
  union all
  select format('%s (operator)', o.oprname) from pg_operator o join pg_namespace n on n.oid = o.oprnamespace where ${OURS}
  union all
  select format('%s (collation)', o.collname) from pg_collation o join pg_namespace n on n.oid = o.collnamespace where ${OURS}
  union all
  select format('%s (inherits)', c.relname)
  from pg_inherits i join pg_class c on c.oid = i.inhrelid join pg_namespace n on n.oid = c.relnamespace
  where ${OURS} and not c.relispartition
  union all
  select format('%s (default privileges)', n.nspname) from pg_default_acl d join pg_namespace n on n.oid = d.defaclnamespace where ${OURS}
  union all
  select format('%s (event trigger)', evtname) from pg_event_trigger
`

// What must be there before a schema can be made: the schemas its keys, columns, views and triggers point to.
const SCHEMAS = `
  select quote_ident(n.nspname) as name, obj_description(n.oid, 'pg_namespace') as comment,
    array(
      select distinct quote_ident(m.nspname) from (
        select t.relnamespace from pg_constraint k join pg_class t on t.oid = k.confrelid
        where k.contype = 'f' and k.connamespace = n.oid
        union
        select coalesce(e.typnamespace, y.typnamespace)
        from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_type y on y.oid = a.atttypid
          left join pg_type e on e.oid = y.typelem
        where c.relnamespace = n.oid and c.relkind in ('r', 'p', 'c') and a.attnum > 0 and not a.attisdropped
        union
        select t.relnamespace
        from pg_class c join pg_rewrite r on r.ev_class = c.oid
          join pg_depend d on d.classid = 'pg_rewrite'::regclass and d.objid = r.oid and d.refclassid = 'pg_class'::regclass
          join pg_class t on t.oid = d.refobjid
        where c.relnamespace = n.oid
        union
        select p.pronamespace from pg_trigger g join pg_class c on c.oid = g.tgrelid join pg_proc p on p.oid = g.tgfoid
        where c.relnamespace = n.oid and not g.tgisinternal
      ) needed(oid) join pg_namespace m on m.oid = needed.oid
      where m.oid <> n.oid and m.nspname <> 'pg_catalog'
      order by 1
    ) as needs
  from pg_namespace n
  where ${OURS}
  order by n.nspname
`

const TYPES = `
  select quote_ident(n.nspname) as schema, quote_ident(t.typname) as name, t.typtype as kind,
    obj_description(t.oid, 'pg_type') as comment,
    case t.typtype when 'e' then array(
      select quote_literal(e.enumlabel) from pg_enum e where e.enumtypid = t.oid order by e.enumsortorder
    ) end as labels,
    case t.typtype when 'c' then array(
      select quote_ident(a.attname) || ' ' || format_type(a.atttypid, a.atttypmod)
      from pg_attribute a where a.attrelid = t.typrelid and a.attnum > 0 and not a.attisdropped order by a.attnum
    ) end as fields,
    case t.typtype when 'd' then format_type(t.typbasetype, t.typtypmod)
      || case when t.typdefault is null then '' else ' DEFAULT ' || t.typdefault end
      || case when t.typnotnull then ' NOT NULL' else '' end end as base,
    array(
      select format('CONSTRAINT %I %s', k.conname, pg_get_constraintdef(k.oid, true))
      from pg_constraint k where k.contypid = t.oid and k.contype = 'c' order by k.conname
    ) as checks
  from pg_type t join pg_namespace n on n.oid = t.typnamespace left join pg_class c on c.oid = t.typrelid
  where ${OURS} and (t.typtype in ('e', 'd') or (t.typtype = 'c' and c.relkind = 'c'))
  order by n.nspname, t.typname
`

const RELATIONS = `
  select c.oid::int8 as oid, quote_ident(n.nspname) as schema, quote_ident(c.relname) as name, c.relkind as kind,
    c.relpersistence = 'u' as unlogged, c.reloptions as options,
    case c.relkind when 'p' then pg_get_partkeydef(c.oid) end as "partitionKey",
    (select i.inhparent::regclass::text from pg_inherits i where i.inhrelid = c.oid) as "partitionOf",
    pg_get_expr(c.relpartbound, c.oid) as "partitionBound",
    case when c.relkind in ('v', 'm') then pg_get_viewdef(c.oid, true) end as definition,
    c.relrowsecurity as "rowSecurity", c.relforcerowsecurity as "forceRowSecurity",
    obj_description(c.oid, 'pg_class') as comment,
    array(
      select distinct d.refobjid::int8 from pg_rewrite r
        join pg_depend d on d.classid = 'pg_rewrite'::regclass and d.objid = r.oid and d.refclassid = 'pg_class'::regclass
      where r.ev_class = c.oid and d.refobjid <> c.oid
      union
      select i.inhparent::int8 from pg_inherits i where i.inhrelid = c.oid
    ) as needs
  from pg_class c join pg_namespace n on n.oid = c.relnamespace
  where ${OURS} and c.relkind in ('r', 'p', 'v', 'm', 'S')
    and not exists (select from pg_depend d where d.objid = c.oid and d.deptype = 'i' and c.relkind = 'S')
  order by n.nspname, c.relname
`

// attstattarget is -1 for "as usual" up to 16 and null from 17 on; a column's storage is told only where it is not its type's.
// Of a column's options only those that a person can set: some minor releases keep marks of their own there (pg_attver in Debian's 15.20).
const COLUMNS = `
  select a.attrelid::int8 as relation, quote_ident(a.attname) as name, format_type(a.atttypid, a.atttypmod) as type,
    case when a.attcollation <> y.typcollation then a.attcollation::regcollation::text end as collation,
    a.attnotnull as "notNull", pg_get_expr(d.adbin, d.adrelid) as expression, a.attgenerated = 's' as generated,
    a.attidentity as identity,
    case when a.attstorage <> y.typstorage
      then case a.attstorage when 'p' then 'PLAIN' when 'e' then 'EXTERNAL' when 'm' then 'MAIN' else 'EXTENDED' end end as storage,
    case a.attcompression when 'p' then 'pglz' when 'l' then 'lz4' end as compression,
    nullif(coalesce(a.attstattarget, -1), -1)::int as statistics,
    (select array_agg(o) from unnest(a.attoptions) o where o ~ '^n_distinct(_inherited)?=') as options,
    col_description(a.attrelid, a.attnum) as comment
  from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
    join pg_type y on y.oid = a.atttypid left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
  where ${OURS} and c.relkind in ('r', 'p', 'v', 'm') and a.attnum > 0 and not a.attisdropped
  order by a.attrelid, a.attnum
`

const CONSTRAINTS = `
  select k.conrelid::int8 as relation, k.confrelid::int8 as target, quote_ident(k.conname) as name, k.contype as kind,
    pg_get_constraintdef(k.oid, true) as definition, obj_description(k.oid, 'pg_constraint') as comment
  from pg_constraint k join pg_class c on c.oid = k.conrelid join pg_namespace n on n.oid = c.relnamespace
  where ${OURS} and k.contype in ('p', 'u', 'c', 'x', 'f') and k.conparentid = 0 and k.conislocal
  order by n.nspname, c.relname, array_position(array['p', 'u', 'x', 'f', 'c'], k.contype::text), k.conname
`

const INDEXES = `
  select x.indrelid::int8 as relation, 'INDEX ' || i.oid::regclass as label, pg_get_indexdef(i.oid) as definition,
    obj_description(i.oid, 'pg_class') as comment
  from pg_index x join pg_class i on i.oid = x.indexrelid join pg_namespace n on n.oid = i.relnamespace
  where ${OURS} and not exists (select from pg_constraint k where k.conindid = i.oid and k.contype in ('p', 'u', 'x'))
    and not i.relispartition
  order by n.nspname, i.relname
`

const TRIGGERS = `
  select t.tgrelid::int8 as relation, format('TRIGGER %I ON %s', t.tgname, t.tgrelid::regclass) as label,
    pg_get_triggerdef(t.oid, true) as definition, obj_description(t.oid, 'pg_trigger') as comment
  from pg_trigger t join pg_class c on c.oid = t.tgrelid join pg_namespace n on n.oid = c.relnamespace
  where ${OURS} and not t.tgisinternal and t.tgparentid = 0
  order by n.nspname, c.relname, t.tgname
`

const POLICIES = `
  select p.polrelid::int8 as relation, format('POLICY %I ON %s', p.polname, p.polrelid::regclass) as label,
    format('CREATE POLICY %I ON %s AS %s FOR %s TO %s', p.polname, p.polrelid::regclass,
      case when p.polpermissive then 'PERMISSIVE' else 'RESTRICTIVE' end,
      case p.polcmd when 'r' then 'SELECT' when 'a' then 'INSERT' when 'w' then 'UPDATE' when 'd' then 'DELETE' else 'ALL' end,
      (select string_agg(case o when 0 then 'PUBLIC' else o::regrole::text end, ', ' order by o) from unnest(p.polroles) o))
      || coalesce(' USING (' || pg_get_expr(p.polqual, p.polrelid) || ')', '')
      || coalesce(' WITH CHECK (' || pg_get_expr(p.polwithcheck, p.polrelid) || ')', '') as definition,
    obj_description(p.oid, 'pg_policy') as comment
  from pg_policy p join pg_class c on c.oid = p.polrelid join pg_namespace n on n.oid = c.relnamespace
  where ${OURS}
  order by n.nspname, c.relname, p.polname
`

const FUNCTIONS = `
  select quote_ident(n.nspname) as schema, format('%s %s', case p.prokind when 'p' then 'PROCEDURE' else 'FUNCTION' end,
      p.oid::regprocedure) as label, rtrim(pg_get_functiondef(p.oid), e'\\n') as definition,
    obj_description(p.oid, 'pg_proc') as comment
  from pg_proc p join pg_namespace n on n.oid = p.pronamespace
  where ${OURS}
  order by n.nspname, p.oid::regprocedure::text
`

const SEQUENCES = `
  select s.seqrelid::int8 as relation,
    format('CREATE SEQUENCE %s AS %s START %s INCREMENT %s MINVALUE %s MAXVALUE %s CACHE %s%s', s.seqrelid::regclass,
      format_type(s.seqtypid, null), s.seqstart, s.seqincrement, s.seqmin, s.seqmax, s.seqcache,
      case when s.seqcycle then ' CYCLE' else '' end) as definition,
    (select d.refobjid::regclass || '.' || quote_ident(a.attname)
     from pg_depend d join pg_attribute a on a.attrelid = d.refobjid and a.attnum = d.refobjsubid
     where d.objid = s.seqrelid and d.deptype = 'a') as "ownedBy"
  from pg_sequence s join pg_class c on c.oid = s.seqrelid join pg_namespace n on n.oid = c.relnamespace
  where ${OURS}
  order by n.nspname, c.relname
`

// The owner's own rights go without saying. PUBLIC may use functions and types unless that was taken away.
const GRANTS = `
  with held as (
    select n.nspname as schema, null::oid as relation, 'SCHEMA ' || quote_ident(n.nspname) as object, '' as columns,
      n.nspacl as acl, n.nspowner as owner, false as open, 1 as rank
    from pg_namespace n where ${OURS}
    union all
    select n.nspname, c.oid, case c.relkind when 'S' then 'SEQUENCE ' else '' end || c.oid::regclass, '', c.relacl, c.relowner, false, 2
    from pg_class c join pg_namespace n on n.oid = c.relnamespace where ${OURS} and c.relkind in ('r', 'p', 'v', 'm', 'S')
    union all
    select n.nspname, c.oid, c.oid::regclass::text, format(' (%I)', a.attname), a.attacl, c.relowner, false, 3
    from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
    where ${OURS} and a.attacl is not null and not a.attisdropped
    union all
    select n.nspname, null, case p.prokind when 'p' then 'PROCEDURE ' else 'FUNCTION ' end || p.oid::regprocedure, '',
      p.proacl, p.proowner, true, 4
    from pg_proc p join pg_namespace n on n.oid = p.pronamespace where ${OURS}
    union all
    select n.nspname, null, 'TYPE ' || t.oid::regtype, '', t.typacl, t.typowner, true, 5
    from pg_type t join pg_namespace n on n.oid = t.typnamespace where ${OURS} and t.typacl is not null
  ), granted as (
    select h.*, e.grantee, e.is_grantable, e.privilege_type as privilege
    from held h cross join lateral aclexplode(h.acl) e
    where e.grantee <> h.owner
  )
  select quote_ident(schema) as schema, relation::int8 as relation, statement from (
    select schema, relation, rank, object, '' as who,
      format('REVOKE ALL ON %s FROM PUBLIC', object) as statement
    from held where open and acl is not null
      and not exists (select from aclexplode(acl) e where e.grantee = 0)
    union all
    select schema, relation, rank, object, columns || case grantee when 0 then 'PUBLIC' else grantee::regrole::text end,
      format('GRANT %s ON %s TO %s%s',
        string_agg(privilege || columns, ', ' order by array_position(
          array['USAGE', 'CREATE', 'SELECT', 'INSERT', 'UPDATE', 'DELETE', 'TRUNCATE', 'REFERENCES', 'TRIGGER', 'MAINTAIN', 'EXECUTE'], privilege)),
        object, case grantee when 0 then 'PUBLIC' else grantee::regrole::text end,
        case when is_grantable then ' WITH GRANT OPTION' else '' end)
    from granted where not (open and grantee = 0)
    group by schema, relation, rank, object, columns, grantee, is_grantable
  ) said
  order by schema, rank, object, who, statement
`
