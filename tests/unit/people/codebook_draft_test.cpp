#include "people/codebook_draft.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <sstream>
#include <string>
#include <vector>

#include "people/codebook_file.hpp"
#include "problems/problem.hpp"
#include "tabular/csv.hpp"

namespace eqr::persons {
namespace {

using testing::HasSubstr;
using testing::Not;

const std::filesystem::path sources = EQR_SOURCE_FOLDER;
const std::filesystem::path shipped_folder = sources / "report-templates/progress-report/codebooks";

std::string bytes_of(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

std::string draft_of(const std::string& csv) {
  const std::string shipped = bytes_of(shipped_folder / "gss-harmonised.toml");
  const Codebook book = read_codebook(shipped, "gss-harmonised.toml", shipped_folder, Use::counted);
  std::istringstream bytes(csv);
  tabular::CsvReader reader(bytes, "staff.csv");
  CodebookDraft draft(reader.header());
  tabular::Record record;
  while (reader.next(record)) draft.add(record.fields);
  return draft.toml(book, "gss-harmonised", "staff.csv");
}

// `text` with the first line that holds `old` changed.
std::string filled(std::string text, const std::string& old, const std::string& now) {
  const std::size_t at = text.find(old);
  EXPECT_NE(at, std::string::npos) << old;
  return at == std::string::npos ? text : text.replace(at, old.size(), now);
}

Codebook book_of(const std::string& toml) {
  return read_codebook(toml, "draft.toml", shipped_folder, Use::people);
}

std::string fault_of(const std::string& csv) {
  try {
    draft_of(csv);
  } catch (const problems::Fault& fault) {
    return fault.what();
  }
  return "(no fault)";
}

// Invented people: `count` rows, each made from its number.
template <typename Row>
std::string extract(const std::string& headings, int count, Row&& row) {
  std::string csv = headings + '\n';
  for (int i = 0; i < count; ++i) csv += row(i) + '\n';
  return csv;
}

TEST(CodebookDraft, TheSampleExtractBecomesItsCodebook) {
  const std::string toml = draft_of(bytes_of(sources / "sample-inputs/hertfordshire-2017-18/staff-2018.csv"));
  const Codebook written =
      book_of(bytes_of(sources / "sample-inputs/hertfordshire-2017-18/staff-codebook.toml"));
  std::string full = filled(toml, "which-group-1 = [\"Asian, other\"]", "asian-other = [\"Asian, other\"]");
  full = filled(full, "which-group-2 = [\"Black, other\"]", "black-other = [\"Black, other\"]");
  full = filled(full, "which-group-3 = [\"Mixed, other\"]", "mixed-other = [\"Mixed, other\"]");
  full = filled(full, "which-group-4 = [\"Other ethnic group\"]", "other-any = [\"Other ethnic group\"]");
  full = filled(full, "which-group-5 = [\"White, other\"]", "white-other = [\"White, other\"]");
  full = filled(full, "which-group-1 = [\"Church of England\"]",
                "christian = [\"Church of England\", \"Roman Catholic\"]");
  full = filled(full, "which-group-2 = [\"Roman Catholic\"]", "#");
  const Codebook drafted = book_of(full);
  EXPECT_EQ(drafted.id, written.id);
  for (const Characteristic& characteristic : written.characteristics) {
    const Characteristic* const own = drafted.find(characteristic.id);
    ASSERT_NE(own, nullptr) << characteristic.id;
    EXPECT_EQ(own->heading(), characteristic.heading());
  }
  EXPECT_EQ(drafted.characteristics.size(), written.characteristics.size());
  ASSERT_TRUE(drafted.pay.has_value());
  EXPECT_EQ(drafted.pay->hourly, written.pay->hourly);
  EXPECT_EQ(drafted.pay->full_pay, written.pay->full_pay);
  EXPECT_EQ(drafted.pay->full_pay_yes, written.pay->full_pay_yes);
  EXPECT_THAT(toml, HasSubstr("# [in_post]\n# start = \"Start date\"\n# leave = \"which-column\"\n"));
  EXPECT_THAT(toml, HasSubstr("# Columns that are not used: \"Directorate\", \"Contract\" and \"FTE\".\n"));
}

TEST(CodebookDraft, AnExtractOfCodesIsAskedAbout) {
  const std::string toml = draft_of(bytes_of(sources / "sample-inputs/small-borough/people-2025.csv"));
  EXPECT_THAT(toml, HasSubstr("id = \"Ref\"\n"));
  EXPECT_THAT(toml, HasSubstr("[characteristics.age-band]\nborn = \"DoB\"\n"));
  EXPECT_THAT(toml, HasSubstr("[characteristics.sex]\ncolumn = \"Sex\"\n[characteristics.sex.values]\n"));
  EXPECT_THAT(toml, HasSubstr("which-group-1 = [\"1\"]"));
  EXPECT_THAT(toml, HasSubstr("[characteristics.ethnicity]\ncolumn = \"Ethnic group code\"\n"));
  EXPECT_THAT(toml, HasSubstr("[characteristics.grade]\ntitle = \"Grade\"\ncolumn = \"Band\"\n"));
  EXPECT_THAT(toml, HasSubstr("[pay]\nhourly = \"Rate\"\n"));
  EXPECT_THAT(toml, HasSubstr("# Not found in the extract: veteran.\n"));
  EXPECT_THROW(book_of(toml), problems::Fault);  // the placeholders are no groups
}

// The whole of it, on one screen.
TEST(CodebookDraft, ASmallExtractIsDraftedWhole) {
  const auto row = [](int i) {
    const std::string born = std::to_string(1960 + i % 30) + "-05-17";
    const std::string start = std::to_string(2000 + i % 18) + "-09-01";
    return std::to_string(5000 + i) + "," + born + "," + (i % 2 == 0 ? "F" : "m") + "," +
           (i < 21   ? "White British"
            : i < 39 ? "Cornish"
                     : "Quillfeather-" + std::to_string(i)) +
           ",H" + std::to_string(9 + i / 20) + "," + start + "," + (i % 7 == 0 ? "2018-01-31" : "") +
           ",12.5" + std::to_string(i % 10) + "," + (i % 4 == 0 ? "N" : "Y") + ",Note " + std::to_string(i);
  };
  const std::string toml = draft_of(
      extract("Payroll no,Born,Sex,Ethnic origin,Grade,Started,Left,Hourly rate,Full pay,Remarks", 40, row));
  EXPECT_EQ(toml,
            R"(# Drafted from staff.csv by equality-report codebook. A program guessed: look at every line.
# Only values that at least ten rows share are written here.
extends = "gss-harmonised"
id = "Payroll no"

[characteristics.sex]
column = "Sex"

[characteristics.ethnicity]
column = "Ethnic origin"
[characteristics.ethnicity.values]
# Where does each of these belong? In the place of which-group-N write one of
#   asian-indian
#   asian-pakistani
#   asian-bangladeshi
#   asian-chinese
#   asian-other
#   black-caribbean
#   black-african
#   black-other
#   mixed-white-black-caribbean
#   mixed-white-black-african
#   mixed-white-asian
#   mixed-other
#   white-british
#   white-irish
#   white-gypsy-traveller
#   white-roma
#   white-other
#   other-arab
#   other-any
#   not-stated
#   prefer-not-to-say
# Values of one group go into one list.
which-group-1 = ["Cornish"]  # 18 rows
# 1 row holds 1 other value, which too few rows share to be shown.

[characteristics.age-band]
born = "Born"

[characteristics.grade]
title = "Grade"
column = "Grade"
# Put neighbouring grades together: a group of fewer people than the threshold is not published.
groups = [
  { id = "h9", label = "H9", values = ["H9"] },  # 20 rows
  { id = "h10", label = "H10", values = ["H10"] },  # 20 rows
]

[pay]
hourly = "Hourly rate"
full_pay = { column = "Full pay", values = ["Y"], no = ["N"] }

[in_post]
start = "Started"
leave = "Left"

# Not found in the extract: disability, religion, sexual-orientation, caring and veteran.

# Columns that are not used: "Remarks".
)");
  const Codebook book = book_of(filled(toml, "which-group-1", "white-british"));
  for (const char* const id : {"sex", "ethnicity", "age-band", "grade"})
    EXPECT_NE(book.find(id), nullptr) << id;
}

// ---- what is never said ----

TEST(CodebookDraft, NoValueThatFewerThanTenRowsShareIsWritten) {
  // Every cell is a canary but those that ten rows share; Ethnic origin has nine of one value.
  const auto row = [](int i) {
    const std::string canary = "Quill" + std::to_string(i);
    return "P" + std::to_string(i) + "," + canary + "," + canary + "@example.org," +
           (i % 2 == 0 ? "F" : "M") + "," +
           (i < 9    ? "Quillish"
            : i < 20 ? "QUILL" + std::string(static_cast<std::size_t>(i), ' ') + "shared"
                     : "Irish") +
           "," + (i < 30 ? "" : canary) + ",long " + std::string(130, 'q') + canary;
  };
  const std::string toml = draft_of(
      extract("Personnel number,Surname,Email,Sex,Ethnic origin,Religion,Notes on disability", 60, row));
  // Eleven rows share it, but no ten write it alike: it is shown as it is compared.
  EXPECT_THAT(toml, HasSubstr("which-group-1 = [\"quill shared\"]  # 11 rows\n"));
  EXPECT_THAT(toml, HasSubstr("# 9 rows hold 1 other value, which too few rows share to be shown.\n"));
  EXPECT_THAT(toml, Not(HasSubstr("Quill")));
  EXPECT_THAT(toml, Not(HasSubstr("quillish")));
  EXPECT_THAT(toml, Not(HasSubstr("P1")));
  EXPECT_THAT(toml, Not(HasSubstr("qqq")));
}

TEST(CodebookDraft, NamesThatManyShareAreNoGroups) {
  // 400 surnames under a heading that speaks of ethnicity; the commonest has forty rows.
  const auto row = [](int i) {
    return std::to_string(i) + "," + (i % 20 == 0 ? "Quillfeather" : "Invented" + std::to_string(i / 2));
  };
  EXPECT_THAT(draft_of(extract("Ref,Ethnicity officer", 800, row)), Not(HasSubstr("Quillfeather")));
}

TEST(CodebookDraft, ARecordInThePlaceOfTheHeadingsIsRefusedWithoutAWordOfIt) {
  const std::string told =
      "staff.csv:1: looks like a record, not like headings\nhint: put a row of headings above the first "
      "record";
  const auto row = [](int i) { return "P" + std::to_string(i) + ",F,Irish,Quill"; };
  EXPECT_EQ(fault_of(extract("P777,F,Irish,Quillfeather", 20, row)), told);
  EXPECT_EQ(fault_of(extract("P777,1975-05-17,x,Quillfeather", 20, row)), told);
  EXPECT_EQ(fault_of(extract("777,y,x,Quillfeather", 20, row)), told);
  // Only the identifier gives it away, and where nothing does the row is not told.
  const auto name = [](int i) { return "P" + std::to_string(100 + i) + ",Invented" + std::to_string(i); };
  EXPECT_EQ(fault_of(extract("P777,Quillfeather", 20, name)), told);
  const auto one = [](int i) { return std::string("Invented") + static_cast<char>('a' + i % 20) + ",x"; };
  EXPECT_THAT(draft_of(extract("Quillfeather,Janet", 40, one)), Not(HasSubstr("Quillfeather")));
  EXPECT_EQ(fault_of("Ref,Sex\n"),
            "staff.csv: has headings and no rows\nhint: export it again, with the people in it");
}

// ---- values before headings ----

TEST(CodebookDraft, ValuesDecideAndNotTheHeading) {
  // "Gender" holds no sex, and the sex stands under a heading that says nothing.
  const auto row = [](int i) {
    return "P" + std::to_string(i) + "," + "Invented note " + std::to_string(i) + "," +
           (i % 2 == 0 ? "Female" : "Male");
  };
  EXPECT_THAT(draft_of(extract("Ref,Gender,Field 7", 400, row)),
              HasSubstr("[characteristics.sex]\ncolumn = \"Field 7\"\n"));
}

TEST(CodebookDraft, YesAndNoAreToldApartByTheirHeadings) {
  const auto row = [](int i) { return "P" + std::to_string(i) + (i % 3 == 0 ? ",Y,N,Y,N" : ",N,Y,N,Y"); };
  const std::string toml = draft_of(extract("Ref,First aider,Carer,Disabled,Armed forces veteran", 60, row));
  EXPECT_THAT(toml, HasSubstr("[characteristics.disability]\ncolumn = \"Disabled\"\n"));
  EXPECT_THAT(toml, HasSubstr("[characteristics.caring]\ncolumn = \"Carer\"\n"));
  EXPECT_THAT(toml, HasSubstr("[characteristics.veteran]\ncolumn = \"Armed forces veteran\"\n"));
  EXPECT_THAT(toml, HasSubstr("# Columns that are not used: \"First aider\".\n"));
}

TEST(CodebookDraft, ADateOfBirthIsLongBeforeTheOtherDates) {
  const auto row = [](int i) {
    return "P" + std::to_string(i) + ",2017-04-0" + std::to_string(1 + i % 9) + "T09:30:00,19" +
           std::to_string(60 + i % 30) + "-01-31T00:00:00";
  };
  EXPECT_THAT(draft_of(extract("Ref,Birth certificate seen,Date of birth", 60, row)),
              HasSubstr("born = \"Date of birth\"\n"));
}

TEST(CodebookDraft, WithoutAnIdentifierOneIsAskedFor) {
  const auto row = [](int i) { return std::string(i % 2 == 0 ? "F" : "M"); };
  EXPECT_THAT(
      draft_of(extract("Sex", 60, row)),
      HasSubstr("# No column tells every person apart: name the one that should.\nid = \"which-column\"\n"));
}

TEST(CodebookDraft, HeadingsAndValuesStayInsideTheirQuotationMarks) {
  const auto row = [](int i) { return "P" + std::to_string(i) + ",\"a \"\"b\"\" \\ # \xC3\xA9\""; };
  const std::string toml = draft_of(extract("Ref,\"Ethnic \"\"origin\"\" \\\"", 60, row));
  EXPECT_THAT(toml, HasSubstr("which-group-1 = [\"a \\\"b\\\" \\\\ # \xC3\xA9\"]  # 60 rows\n"));
  const Codebook book = book_of(filled(toml, "which-group-1", "other-any"));
  EXPECT_EQ(book.find("ethnicity")->heading(), "Ethnic \"origin\" \\");
}

TEST(CodebookDraft, TheSameRowsGiveTheSameDraft) {
  const std::string csv = bytes_of(sources / "sample-inputs/small-borough/people-2025.csv");
  EXPECT_EQ(draft_of(csv), draft_of(csv));
}

}  // namespace
}  // namespace eqr::persons
