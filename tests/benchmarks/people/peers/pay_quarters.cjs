// What both jobs in Node share: the characteristics, gaps, and women in each pay quarter.

exports.characteristics = ['sex', 'ethnicity', 'disability', 'age_band', 'religion', 'orientation', 'caring',
  'veteran', 'contract'];

exports.gap = (men, women) => (100 * (men - women)) / men;

exports.rounded = (numbers) =>
  Object.fromEntries(Object.entries(numbers).map(([name, value]) => [name, Math.round(Number(value) * 1e6) / 1e6]));

// `rates`: people and women of each rate of pay, the lowest rate first. Those who share a rate are shared between
// quarters in proportion. Returns q1f to q4f, in percent.
exports.womenInQuarters = (rates) => {
  const people = rates.reduce((sum, rate) => sum + rate.people, 0);
  const size = Math.floor(people / 4), rest = people % 4;
  const sizes = [size + (rest >= 1), size + (rest === 3), size + (rest >= 2), size];
  const shares = {};
  let at = 0, left = rates.length ? rates[0].people : 0;
  sizes.forEach((wanted, index) => {
    let women = 0;
    for (let missing = wanted; missing > 0;) {
      const taken = Math.min(missing, left);
      women += (taken * rates[at].women) / rates[at].people;
      missing -= taken;
      left -= taken;
      if (left === 0 && at + 1 < rates.length) left = rates[++at].people;
    }
    shares[`q${index + 1}f`] = (100 * women) / wanted;
  });
  return shares;
};
