"""The six measures of SI 2017/353 for twenty-four people, worked out by hand, and rates made of pay and hours."""
from decimal import Decimal

from case import equal, figure, test

# Rates of pay of those on full pay, and all bonuses of the twelve months. Two more women and two more men are on
# leave at less than full pay: they are in the share of those with a bonus and in nothing else. One woman on leave
# and one man on leave had a bonus (the last of each list). Nobody here exists.
WOMEN = [10, 10, 11, 12, 13, 14, 15, 16, 17, 22]  # 140: mean 14.00; median (13 + 14) / 2 = 13.50
MEN = [10, 11, 12, 14, 16, 17, 18, 20, 22, 35]  # 175: mean 17.50; median (16 + 17) / 2 = 16.50
WOMENS_BONUSES = [100, 200, 300, 600]  # 1,200: mean 300; median 250; four of twelve women
MENS_BONUSES = [200, 300, 400, 500, 1000, 1200]  # 3,600: mean 600; median 450; six of twelve men

MEASURES = [["Mean gender gap in hourly pay", "20.0%"],  # 3.50 of 17.50
            ["Median gender gap in hourly pay", "18.2%"],  # 3.00 of 16.50
            ["Mean gender gap in bonus pay", "50.0%"],  # 300 of 600
            ["Median gender gap in bonus pay", "44.4%"],  # 200 of 450
            ["Women who were paid a bonus", "33.3%"], ["Men who were paid a bonus", "50.0%"]]

# In order of rates, five to a quarter, no rate on both sides of an edge:
#   w10 w10 m10 w11 m11 | w12 m12 w13 w14 m14 | w15 w16 m16 w17 m17 | m18 m20 w22 m22 m35
QUARTERS = [["Lower", "60.0%", "40.0%"], ["Lower middle", "60.0%", "40.0%"], ["Upper middle", "60.0%", "40.0%"],
            ["Upper", "20.0%", "80.0%"]]

CODEBOOK = '''id = "Ref"
[characteristics.sex]
title = "Sex"
column = "Gender"
groups = [{ id = "female", label = "Women", values = ["F"] }, { id = "male", label = "Men", values = ["M"] }]
[pay]
bonus = "Bonuses"
full_pay = { column = "Full pay", values = ["Y"] }
'''


def staff(headings, cells_of):
    """The twenty-four, whose columns of pay are made from the rate of each (on leave: a rate of 2)."""
    text, number = "Ref,Gender,Full pay,Bonuses," + ",".join(headings) + "\n", 0
    for sex, rates, bonuses in (("F", WOMEN, WOMENS_BONUSES), ("M", MEN, MENS_BONUSES)):
        had = [""] * 12
        had[:len(bonuses) - 1], had[11] = bonuses[:-1], bonuses[-1]
        for rate, bonus in zip(rates + [2, 2], had):
            number += 1
            full_pay = "N" if rate == 2 else "Y"
            cells = [str(cell) for cell in cells_of(Decimal(rate), number)]
            text += f"P{number:02},{sex},{full_pay},{bonus},{','.join(cells)}\n"
    return text


def measured(case, pay, headings, cells_of):
    case.write("codebook.toml", CODEBOOK + pay)
    case.write("staff.csv", staff(headings, cells_of))
    case.change("run.toml", 'last_year_file = "staff-last-year.csv"\n', "")
    case.change("run.toml", "minimum_pay_group = 3", "minimum_pay_group = 30")  # the law asks whatever the numbers
    case.write("narratives/equal-workforce.md", "Women had {{workforce.pay-gap.mean | pence}} for each pound.\n")
    case.make().ends(0, "nothing is missing\n")
    equal([row[:2] for row in case.table("workforce.pay-gap")], MEASURES)
    equal(case.table("workforce.pay-quarters"), QUARTERS)
    assert "Women had 80p for each pound." in case.page()


@test
def the_six_measures_of_twenty_four_people_are_those_worked_out_by_hand(case):
    measured(case, 'hourly = "Rate"\n', ["Rate"], lambda rate, number: [rate])


@test
def the_rate_is_made_of_ordinary_pay_of_four_weeks_and_weekly_hours(case):
    # 28 days, so 4 x hours x rate; two headings, of which one may be blank; hours of all sorts.
    def cells(rate, number):
        hours = [Decimal("37"), Decimal("18.5"), Decimal("22.25")][number % 3]
        pay = 4 * hours * rate
        return [pay - 10, 10, hours] if number % 2 else [pay, "", hours]

    measured(case, 'ordinary = ["Basic", "Shift"]\nhours = ["Hours"]\nperiod = "four weeks"\n',
             ["Basic", "Shift", "Hours"], cells)


@test
def the_rate_is_made_of_a_months_pay_and_the_mean_of_twelve_weeks(case):
    # A month is 30.44 days: pay x 7 / 30.44 / 35 hours is pay / 152.2. Weeks of 30 and 40 hours in turn make 35.
    weeks = [f"Week {week}" for week in range(1, 13)]
    headings = ", ".join(f'"{week}"' for week in weeks)
    measured(case, f'ordinary = ["Basic"]\nhours = [{headings}]\n', ["Basic", *weeks],
             lambda rate, number: [rate * Decimal("152.2"), *[30, 40] * 6])


@test
def a_bonus_in_the_pay_period_counts_with_its_share_of_the_period(case):
    # A bonus of 1,040 for 364 days is 80 for the 28 days of the period: the ordinary pay is 80 less.
    measured(case, 'ordinary = ["Basic"]\nbonus_in_period = "Paid bonus"\nbonus_days = 364\nhours = ["Hours"]\n'
             'period = "four weeks"\n', ["Basic", "Paid bonus", "Hours"],
             lambda rate, number: [160 * rate - 80, 1040, 40] if number % 2 else [160 * rate, "", 40])


@test
def without_a_mans_bonus_there_is_no_gap_and_it_is_not_nought(case):
    case.write("codebook.toml", CODEBOOK + 'hourly = "Rate"\n')
    rows = staff(["Rate"], lambda rate, number: [rate]).splitlines()
    men = [",".join(cell if i != 3 else "" for i, cell in enumerate(row.split(","))) if ",M," in row else row for row in rows]
    case.write("staff.csv", "\n".join(men) + "\n")
    case.change("run.toml", 'last_year_file = "staff-last-year.csv"\n', "")
    case.write("narratives/equal-workforce.md", "{{workforce.pay-gap.mean-bonus}}\n")
    case.make().ends(0)
    equal([row[1] for row in case.table("workforce.pay-gap")][2:], ["[z]", "[z]", "33.3%", "0.0%"])
    equal(figure(case.report(), "workforce.pay-gap.mean-bonus"), "[z]")
