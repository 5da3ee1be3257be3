// The benchmark's job in DuckDB, counts and pay gaps.
//
// usage: node duckdb_job.mjs EXTRACT CODES.json FOLDER [--threads N]      writes FOLDER/digest.json
//
// CODES.json holds, for every column of codes, the label of each value it may hold (trimmed, lower case). The
// distinct values of a column are looked up once and joined to the rows: a look-up a row costs twice the time.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { DuckDBInstance } from '@duckdb/node-api';
import { characteristics, gap, rounded, womenInQuarters } from './pay_quarters.cjs';

const [extract, codesFile, folder, ...options] = process.argv.slice(2);
if (!folder) {
  console.error('usage: node duckdb_job.mjs EXTRACT CODES.json FOLDER [--threads N]');
  process.exit(2);
}
const threads = options[0] === '--threads' ? options[1] : '2';
const codes = JSON.parse(readFileSync(codesFile, 'utf8'));
const coded = Object.keys(codes);

const instance = await DuckDBInstance.create(':memory:', { threads });
const connection = await instance.connect();
const run = (sql) => connection.run(sql);
const rowsOf = async (sql) => (await connection.runAndReadAll(sql)).getRowObjectsJS();
const quoted = (text) => `'${text.replaceAll("'", "''")}'`;
const forEachCoded = (line, joint) => coded.map(line).join(joint);

async function read() {
  await run(`create temp table extract as
    select * from read_csv(${quoted(extract)}, header = true, all_varchar = true, nullstr = '\u0001')`);
}

async function makeLookUps() {
  for (const column of coded) {
    const labels = [...new Set(Object.values(codes[column])), 'Not known'].map(quoted).join(', ');
    const pairs = Object.entries(codes[column]).map(([value, label]) => `(${quoted(value)}, ${quoted(label)})`);
    await run(`create type ${column}_label as enum (${labels})`);
    await run(`create temp table ${column}_codes as
      select found.raw, coalesce(known.label, 'Not known')::${column}_label as label,
             trim(found.raw) = '' as blank, known.label is null and trim(found.raw) <> '' as unknown
      from (select distinct ${column} as raw from extract) found
      left join (values ${pairs.join(', ')}) known(value, label) on known.value = lower(trim(found.raw))`);
  }
}

// One row a record, everything that may be wrong in it marked.
async function validate() {
  const plausible = "coalesce(born between date '1915-01-01' and date '2010-12-31', false)";
  await run(`create temp table people as
    with repeated as (
      select nth from (
        select rowid as nth, row_number() over (partition by employee_id order by rowid) as time
        from extract
        where employee_id in (select employee_id from extract group by employee_id having count(*) > 1))
      where time > 1)
    select repeated.nth is not null as repeated, row.employee_id = '' as blank_id,
      ${forEachCoded((c) => `${c}_codes.label as ${c}, ${c}_codes.blank as blank_${c}, ${c}_codes.unknown as bad_${c}`, ',\n')},
      try_cast(row.dob as date) as born, row.dob = '' as blank_dob,
      row.dob <> '' and not ${plausible} as bad_dob, case when ${plausible} then born end as dob,
      try_cast(row.start_date as date) as started, try_cast(row.leave_date as date) as left_on,
      row.leave_date <> '' and (left_on is null or left_on < started) as bad_leave,
      case when not bad_leave then left_on end as leaver,
      try_cast(row.fte as double) as hours, not coalesce(hours > 0 and hours <= 1, false) as bad_fte,
      try_cast(row.hourly_pay as double) as rate,
      row.hourly_pay <> '' and not coalesce(rate > 0, false) as bad_pay, case when rate > 0 then rate end as pay,
      try_cast(row.bonus as double) as paid,
      row.bonus <> '' and not coalesce(paid >= 0, false) as bad_bonus, case when paid > 0 then paid end as got
    from extract row
    left join repeated on repeated.nth = row.rowid
    ${forEachCoded((c) => `join ${c}_codes on ${c}_codes.raw = row.${c}`, '\n')}`);
  const counted = ['blank_id', ...coded.flatMap((c) => [`blank_${c}`, `bad_${c}`]), 'blank_dob', 'bad_dob',
    'bad_leave', 'bad_fte', 'bad_pay', 'bad_bonus'].map((name) => `count(*) filter (${name}) as ${name}`);
  const [found] = await rowsOf(`select count(*) filter (repeated) as dup_id,
    count(*) filter (started is null) as bad_start, ${counted.join(', ')} from people`);
  return Object.fromEntries(Object.entries(found).map(([name, rows]) => [name, Number(rows)]));
}

async function count() {
  const inPost = (day) => `not repeated and started is not null and started <= date '${day}'
    and (leaver is null or leaver > date '${day}')`;
  const band = (day) => {
    const upTo = [[25, '16-24'], [35, '25-34'], [45, '35-44'], [55, '45-54'], [65, '55-64']];
    const arms = upTo.map(([age, label]) => `when date_sub('year', dob, date '${day}') < ${age} then '${label}'`);
    return `case when dob is null then 'Not known' ${arms.join(' ')} else '65+' end`;
  };
  await run(`create temp table staff as select *, ${inPost('2025-03-31')} as now, ${inPost('2024-03-31')} as before,
    ${band('2025-03-31')} as age_band, ${band('2024-03-31')} as age_band_before from people`);
  const headcount = {}, cross = {};
  for (const name of characteristics) {
    const people = (headcount[name] = {}), crossing = (cross[name] = {});
    for (const row of await rowsOf(
      `select ${name} as label, grade, count(*) as n from staff where now group by all`)) {
      (crossing[row.label] ??= {})[row.grade] = Number(row.n);
      (people[row.label] ??= [0, 0])[0] += Number(row.n);
    }
    const then = name === 'age_band' ? 'age_band_before' : name;
    for (const row of await rowsOf(`select ${then} as label, count(*) as n from staff where before group by all`)) {
      (people[row.label] ??= [0, 0])[1] = Number(row.n);
    }
  }
  return { headcount, cross };
}

async function payGaps() {
  await run(`create temp view paid as select sex = 'Female' as woman, pay, got from staff
    where now and pay is not null and sex in ('Female', 'Male')`);
  const of = Object.fromEntries((await rowsOf(`select woman, count(*) as n, avg(pay) as mean, median(pay) as median,
    avg(got) as mean_bonus, median(got) as median_bonus, 100.0 * count(got) / count(*) as bonus
    from paid group by woman`)).map((row) => [row.woman ? 'women' : 'men', row]));
  const rates = (await rowsOf(`select pay, count(*) as people, count(*) filter (woman) as women from paid
    group by pay order by pay`)).map((row) => ({ people: Number(row.people), women: Number(row.women) }));
  const gaps = { n: Number(of.men.n) + Number(of.women.n) };
  for (const measure of ['mean', 'median', 'mean_bonus', 'median_bonus']) {
    gaps[measure] = gap(of.men[measure], of.women[measure]);
  }
  return rounded({ ...gaps, prop_bonus_m: of.men.bonus, prop_bonus_f: of.women.bonus, ...womenInQuarters(rates) });
}

await read();
await makeLookUps();
const issues = await validate();
const { headcount, cross } = await count();
const gpg = await payGaps();
mkdirSync(folder, { recursive: true });
writeFileSync(`${folder}/digest.json`, JSON.stringify({ issues, headcount, cross, gpg }, null, 1));
