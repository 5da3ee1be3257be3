#include "pdf_check/rules.hpp"

#include <gtest/gtest.h>

#include "documents.hpp"
#include "pdf_check/read_pdf.hpp"
#include "problems/problem.hpp"

namespace eqr::pdf_check {
namespace {

std::vector<checks::Finding> findings(const Document& document, std::string_view rule) {
  for (const checks::Verdict& verdict : check(document)) {
    if (verdict.rule == rule) return verdict.findings;
  }
  ADD_FAILURE() << "there is no rule " << rule;
  return {};
}

// Content at the same height of so many pages, one in each.
Document with_text_on_pages(std::size_t pages, double baseline, const std::string& text) {
  Document document;
  document.tags.emplace_back().standard = "Document";
  for (std::size_t page = 0; page < pages; ++page) {
    document.pages.emplace_back().height = 842;
    Content content;
    content.id = 0;
    content.text = text + std::to_string(page + 1);
    content.baseline = baseline;
    content.painted = 1;
    document.pages.back().contents.push_back(content);
    document.tags.front().children.emplace_back(Tag::OnPage{page, 0});
  }
  return document;
}

TEST(Rules, text_at_the_foot_of_each_page_is_told_whatever_its_number) {
  EXPECT_EQ(findings(with_text_on_pages(4, 36, "Page "), "read-2").size(), 1U);
  EXPECT_TRUE(findings(with_text_on_pages(4, 400, "Page "), "read-2").empty());
  EXPECT_TRUE(findings(with_text_on_pages(2, 36, "Page "), "read-2").empty());
}

TEST(Rules, languages_are_named_by_their_tags_however_long) {
  const auto told = [](const std::string& language) {
    Document document;
    document.language = language;
    return findings(document, "7.2-29").size();
  };
  std::string many = "a";
  for (int i = 0; i < 100'000; ++i) many += "-a";
  for (const std::string& sound :
       {std::string("en"), std::string("en-GB"), std::string("sl-rozaj-1994"), many})
    EXPECT_EQ(told(sound), 0U) << sound.substr(0, 40);
  for (const char* wrong : {"english!", "-en", "en-", "en--GB", "1en", "abcdefghi", "en GB"})
    EXPECT_EQ(told(wrong), 1U) << wrong;
}

TEST(Rules, headings_may_go_up_by_any_step_and_down_by_one) {
  const auto headings = [](const std::vector<std::string>& types) {
    Sketch whole{"Document", "", {}};
    for (const std::string& type : types) whole.below.push_back({type, "x", {}});
    return findings(document_of(whole), "7.4.2-1").size();
  };
  EXPECT_EQ(headings({"H1", "H2", "H3", "H1", "H2"}), 0U);
  EXPECT_EQ(headings({"H1", "H3", "H2"}), 1U);
  EXPECT_EQ(headings({"H2"}), 1U);
}

TEST(Rules, a_scope_covers_the_row_or_the_column) {
  const auto without_header = [](const std::string& above, const std::string& beside) {
    const Sketch empty{"TD", "", {}};
    const Sketch table{"Table",
                       "",
                       {{"TR", "", {{"TH", "Sex", {}, 1, 1, above}, {"TH", "Staff", {}, 1, 1, above}}},
                        {"TR", "", {{"TH", "Women", {}, 1, 1, beside}, {"TD", "40", {}}}}}};
    return findings(document_of(table), "7.5-1").size();
  };
  EXPECT_EQ(without_header("Column", "Row"), 0U);
  EXPECT_EQ(without_header("", "Row"), 0U);
  EXPECT_EQ(without_header("", ""), 1U);
}

TEST(Rules, every_rule_has_an_id_of_its_own_and_says_what_to_do) {
  std::set<std::string_view> ids;
  for (const Rule& rule : all_rules()) {
    EXPECT_TRUE(ids.insert(rule.id).second) << rule.id;
    EXPECT_FALSE(rule.what.empty() || rule.remedy.empty()) << rule.id;
    EXPECT_TRUE(guidance_on(rule.id).starts_with("https://"));
  }
}

TEST(Rules, a_document_of_nothing_is_looked_at_all_the_same) {
  EXPECT_NO_THROW((void)check(Document{}));
}

TEST(ReadPdf, what_is_no_pdf_is_refused_by_name) {
  for (const std::string bytes : {"", "PK\3\4", "%PDF-1.7\nnothing else"}) {
    try {
      (void)read_pdf(bytes, "some.pdf");
      ADD_FAILURE() << bytes;
    } catch (const problems::Fault& fault) {
      EXPECT_EQ(fault.problems().front().place.file, "some.pdf");
      EXPECT_FALSE(fault.problems().front().hint.empty());
    }
  }
}

}  // namespace
}  // namespace eqr::pdf_check
