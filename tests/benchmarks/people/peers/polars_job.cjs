// The benchmark's job in polars, counts and pay gaps.
//
// usage: node polars_job.cjs EXTRACT CODES.json FOLDER      writes FOLDER/digest.json
//
// CODES.json holds, for every column of codes, the label of each value it may hold (trimmed, lower case). The
// distinct values of a column are looked up once and joined to the rows. Dates are compared as numbers such as
// 20250331, which is quicker here than parsing them.
const { mkdirSync, readFileSync, writeFileSync } = require('node:fs');
const pl = require('nodejs-polars');
const { characteristics, gap, rounded, womenInQuarters } = require('./pay_quarters.cjs');

const { col, lit } = pl;
const [extract, codesFile, folder] = process.argv.slice(2);
if (!folder) {
  console.error('usage: node polars_job.cjs EXTRACT CODES.json FOLDER');
  process.exit(2);
}
const codes = JSON.parse(readFileSync(codesFile, 'utf8'));
const isBlank = (column) => col(column).eq(lit(''));
const surely = (condition) => condition.fillNull(false);

function read() {
  const rows = pl.readCSV(extract, {
    inferSchemaLength: 0, nullValues: '\u0001', missingUtf8IsEmptyString: true, rowIndexName: 'nth', rowIndexOffset: 0,
  });
  return rows.withColumns(...rows.columns.filter((name) => name !== 'nth').map((name) => col(name).fillNull(lit(''))));
}

function markRepeated(rows, found) {
  const several = rows.select('employee_id', 'nth').groupBy('employee_id')
    .agg(col('nth').min().alias('first'), pl.count('nth').alias('times')).filter(col('times').gt(1));
  const repeated = rows.select('employee_id', 'nth').join(several, { on: 'employee_id', how: 'inner' })
    .filter(col('nth').gt(col('first'))).select('nth').withColumn(lit(true).alias('repeated'));
  found.dup_id = repeated.height;
  found.blank_id = rows.filter(isBlank('employee_id')).height;
  return rows.join(repeated, { on: 'nth', how: 'left' });
}

function recode(rows, column, found) {
  const raw = [], labels = [];
  let blank = 0, unknown = 0;
  for (const { [column]: value, n } of rows.groupBy(column).agg(pl.count('nth').alias('n')).toRecords()) {
    const plain = value.trim().toLowerCase();
    const label = codes[column][plain];
    if (plain === '') blank += Number(n);
    else if (label === undefined) unknown += Number(n);
    raw.push(value);
    labels.push(label ?? 'Not known');
  }
  found[`blank_${column}`] = blank;
  found[`bad_${column}`] = unknown;
  return rows.join(pl.DataFrame({ [column]: raw, [`${column}_label`]: labels }), { on: column, how: 'left' });
}

const dayNumber = (column) => {
  const part = (from, length) => col(column).str.slice(from, length).cast(pl.Int32, false);
  return part(0, 4).mul(10000).add(part(5, 2).mul(100)).add(part(8, 2));
};

function validate(rows, found) {
  rows = rows.withColumns(
    dayNumber('dob').alias('born'), dayNumber('start_date').alias('started'), dayNumber('leave_date').alias('left_on'),
    ...[['fte', 'hours'], ['hourly_pay', 'rate'], ['bonus', 'paid']]
      .map(([column, name]) => col(column).cast(pl.Float64, false).alias(name)));
  const plausible = surely(col('born').gtEq(19150101).and(col('born').ltEq(20101231)));
  const badLeave = isBlank('leave_date').not()
    .and(col('left_on').isNull().or(col('left_on').lt(col('started'))));
  const wrong = {
    blank_dob: isBlank('dob'),
    bad_dob: isBlank('dob').not().and(plausible.not()),
    bad_start: col('started').isNull(),
    bad_leave: badLeave,
    bad_fte: surely(col('hours').gt(0).and(col('hours').ltEq(1))).not(),
    bad_pay: isBlank('hourly_pay').not().and(surely(col('rate').gt(0)).not()),
    bad_bonus: isBlank('bonus').not().and(surely(col('paid').gtEq(0)).not()),
  };
  for (const [name, condition] of Object.entries(wrong)) found[name] = rows.filter(condition).height;

  const kept = col('repeated').isNull().and(col('started').isNotNull());
  const inPost = (day) => kept.and(col('started').ltEq(day)).and(col('leaver').gt(day));
  return rows
    .withColumns(plausible.alias('has_age'),
      pl.when(badLeave).then(lit(99999999)).otherwise(col('left_on').fillNull(99999999)).alias('leaver'))
    .withColumns(inPost(20250331).alias('now'), inPost(20240331).alias('before'));
}

function ageBand(day) {
  const under = (age) => col('born').gt(day - age * 10000);
  let band = pl.when(col('has_age').not()).then(lit('Not known'));
  for (const [age, label] of [[25, '16-24'], [35, '25-34'], [45, '35-44'], [55, '45-54'], [65, '55-64']]) {
    band = band.when(under(age)).then(lit(label));
  }
  return band.otherwise(lit('65+')).alias('age_band_label');
}

function count(now, before) {
  const headcount = {}, cross = {};
  for (const name of characteristics) {
    const label = `${name}_label`, people = (headcount[name] = {}), crossing = (cross[name] = {});
    const n = pl.count('nth').alias('n');
    for (const row of now.groupBy(label, 'grade_label').agg(n).toRecords()) {
      (crossing[row[label]] ??= {})[row.grade_label] = Number(row.n);
      (people[row[label]] ??= [0, 0])[0] += Number(row.n);
    }
    for (const row of before.groupBy(label).agg(n).toRecords()) (people[row[label]] ??= [0, 0])[1] = Number(row.n);
  }
  return { headcount, cross };
}

function payGaps(now) {
  const paid = now.filter(col('rate').gt(0).and(col('sex_label').neq(lit('Not known'))))
    .select('sex_label', 'rate', 'paid');
  const of = (sex) => paid.filter(col('sex_label').eq(lit(sex)));
  const men = of('Male'), women = of('Female');
  const menWith = men.filter(col('paid').gt(0)), womenWith = women.filter(col('paid').gt(0));
  const compared = (measure, one, other, column) => gap(one.getColumn(column)[measure](), other.getColumn(column)[measure]());
  const rates = paid
    .withColumns(pl.when(col('sex_label').eq(lit('Female'))).then(lit(1)).otherwise(lit(0)).alias('woman'))
    .groupBy('rate').agg(pl.count('woman').alias('people'), col('woman').sum().alias('women')).sort('rate').toRecords()
    .map((row) => ({ people: Number(row.people), women: Number(row.women) }));
  return rounded({
    n: paid.height,
    mean: compared('mean', men, women, 'rate'),
    median: compared('median', men, women, 'rate'),
    mean_bonus: compared('mean', menWith, womenWith, 'paid'),
    median_bonus: compared('median', menWith, womenWith, 'paid'),
    prop_bonus_m: (100 * menWith.height) / men.height,
    prop_bonus_f: (100 * womenWith.height) / women.height,
    ...womenInQuarters(rates),
  });
}

const issues = {};
let rows = markRepeated(read(), issues);
for (const column of Object.keys(codes)) rows = recode(rows, column, issues);
rows = validate(rows, issues);
const now = rows.filter(col('now')).withColumns(ageBand(20250331));
const before = rows.filter(col('before')).withColumns(ageBand(20240331));
const { headcount, cross } = count(now, before);
const gpg = payGaps(now);
mkdirSync(folder, { recursive: true });
writeFileSync(`${folder}/digest.json`, JSON.stringify({ issues, headcount, cross, gpg }, null, 1));
