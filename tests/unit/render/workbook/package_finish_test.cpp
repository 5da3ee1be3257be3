#include "render/workbook/package_finish.hpp"

#include <gtest/gtest.h>

#include <stdexcept>

namespace eqr::render::spreadsheet {
namespace {

const std::string styles =
    "<styleSheet><fonts count=\"3\"><font><sz val=\"11\"/><name val=\"Calibri\"/></font>"
    "<font><b/><sz val=\"16\"/><name val=\"Arial\"/></font><font><b/><sz val=\"12\"/></font></fonts>"
    "<cellStyleXfs count=\"1\"><xf numFmtId=\"0\" fontId=\"0\"/></cellStyleXfs>"
    "<cellXfs count=\"2\"><xf numFmtId=\"0\" fontId=\"0\" xfId=\"0\"/>"
    "<xf numFmtId=\"0\" fontId=\"1\" xfId=\"0\"><alignment wrapText=\"1\"/></xf></cellXfs>"
    "<cellStyles count=\"1\"><cellStyle name=\"Normal\" xfId=\"0\" "
    "builtinId=\"0\"/></cellStyles></styleSheet>";

TEST(PackageFinish, cells_in_bold_sixteen_points_become_a_heading_1) {
  EXPECT_EQ(
      with_heading_styles(styles),
      "<styleSheet><fonts count=\"3\">"
      "<font><sz val=\"12\"/><color theme=\"1\"/><name val=\"Arial\"/><family val=\"2\"/></font>"
      "<font><b/><sz val=\"16\"/><name val=\"Arial\"/></font><font><b/><sz val=\"12\"/></font></fonts>"
      "<cellStyleXfs count=\"2\"><xf numFmtId=\"0\" fontId=\"0\"/>"
      "<xf numFmtId=\"0\" fontId=\"1\" fillId=\"0\" borderId=\"0\" applyNumberFormat=\"0\" applyFill=\"0\" "
      "applyBorder=\"0\" applyAlignment=\"0\" applyProtection=\"0\"/></cellStyleXfs>"
      "<cellXfs count=\"2\"><xf numFmtId=\"0\" fontId=\"0\" xfId=\"0\"/>"
      "<xf numFmtId=\"0\" fontId=\"1\" xfId=\"1\"><alignment wrapText=\"1\"/></xf></cellXfs>"
      "<cellStyles count=\"2\"><cellStyle name=\"Normal\" xfId=\"0\" builtinId=\"0\"/>"
      "<cellStyle name=\"Heading 1\" xfId=\"1\" builtinId=\"16\" "
      "customBuiltin=\"1\"/></cellStyles></styleSheet>");
}

TEST(PackageFinish, rows_keep_their_height_and_may_grow) {
  EXPECT_EQ(with_growing_rows("<row r=\"1\" ht=\"22\" customHeight=\"1\"><c r=\"A1\"/></row>"),
            "<row r=\"1\" ht=\"22\"><c r=\"A1\"/></row>");
}

TEST(PackageFinish, the_language_is_added_to_the_properties) {
  EXPECT_EQ(with_language("<cp:coreProperties><dc:title>t</dc:title></cp:coreProperties>", "cy"),
            "<cp:coreProperties><dc:title>t</dc:title><dc:language>cy</dc:language></cp:coreProperties>");
}

TEST(PackageFinish, a_part_that_is_not_as_expected_is_refused) {
  const auto refusal = [](const auto& act) {
    try {
      act();
    } catch (const std::runtime_error& error) {
      return std::string(error.what());
    }
    return std::string("accepted");
  };
  EXPECT_EQ(refusal([] { static_cast<void>(with_language("<a/>", "en-GB")); }),
            "workbook: docProps/core.xml of the package holds no cp:coreProperties");
  EXPECT_EQ(refusal([] { static_cast<void>(with_heading_styles("<a/>")); }),
            "workbook: xl/styles.xml of the package holds no fonts");
}

// [MS-XLSX] 2.6.61; the uri is that of CT_Table there.
TEST(PackageFinish, tables_get_alternative_text) {
  EXPECT_EQ(with_alternative_text("<table id=\"1\"><tableColumns/></table>", "Staff & sex", "2 \"rows\""),
            "<table id=\"1\"><tableColumns/><extLst><ext "
            "xmlns:x14=\"http://schemas.microsoft.com/office/spreadsheetml/2009/9/main\" "
            "uri=\"{504A1905-F514-4f6f-8877-14C23A59335A}\"><x14:table altText=\"Staff &amp; sex\" "
            "altTextSummary=\"2 &quot;rows&quot;\"/></ext></extLst></table>");
  EXPECT_THROW((void)with_alternative_text("<table>", "", ""), std::runtime_error);
}

TEST(PackageFinish, nothing_is_worked_out_anew) {
  EXPECT_EQ(without_recalculation("<calcPr calcId=\"124519\" fullCalcOnLoad=\"1\"/>"),
            "<calcPr calcId=\"124519\"/>");
}

}  // namespace
}  // namespace eqr::render::spreadsheet
