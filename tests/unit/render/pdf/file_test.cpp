// What is written is read back by libqpdf.
#include "render/pdf/file.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <qpdf/QPDF.hh>
#include <qpdf/QPDFObjectHandle.hh>
#include <string>

namespace eqr::render::pdf {
namespace {

class PdfFile : public testing::Test {
 protected:
  Reference catalogue() {
    const Reference pages = m_file.add("<</Type /Pages /Kids [] /Count 0>>");
    return m_file.add(Dictionary().set("/Type", "/Catalog").set("/Pages", pages).set("/Told", told).text());
  }
  QPDFObjectHandle read() {
    const Reference root = catalogue();
    m_bytes = m_file.finished(root, m_file.add("<</Producer (test)>>"));
    m_pdf.setSuppressWarnings(true);
    m_pdf.processMemoryFile("test.pdf", m_bytes.data(), m_bytes.size());
    return m_pdf.getRoot().getKey("/Told");
  }
  static std::string data(QPDFObjectHandle stream) {
    const auto buffer = stream.getStreamData();
    return {reinterpret_cast<const char*>(buffer->getBuffer()), buffer->getSize()};
  }

  File m_file;
  std::string told = "null";
  std::string m_bytes;
  QPDF m_pdf;
};

TEST_F(PdfFile, text_and_bytes_come_back_as_they_were) {
  const std::string hostile = "a(b))\\ \\n", lines = "1\r2\n3\r\n4", welsh = "t\xC5\xB7 \xF0\x9F\x98\x80";
  Array all;
  all.add(text_string(hostile)).add(text_string(lines)).add(text_string(welsh));
  all.add(byte_string(lines)).add(byte_string(std::string("\0\xFF", 2)));
  told = all.text();
  auto read_back = read();
  EXPECT_EQ(read_back.getArrayItem(0).getUTF8Value(), hostile);
  EXPECT_EQ(read_back.getArrayItem(1).getUTF8Value(), lines);
  EXPECT_EQ(read_back.getArrayItem(2).getUTF8Value(), welsh);
  EXPECT_EQ(read_back.getArrayItem(3).getStringValue(), lines);
  EXPECT_EQ(read_back.getArrayItem(4).getStringValue(), std::string("\0\xFF", 2));
}

TEST_F(PdfFile, objects_may_be_set_in_any_order_and_fill_several_object_streams) {
  const auto chain = m_file.reserve(1'001);
  for (std::size_t i = 1'001; i-- > 0;) {
    Dictionary link;
    link.set("/Own", std::to_string(i));
    if (i + 1 < chain.size()) link.set("/Next", chain[i + 1]);
    m_file.set(chain[i], link.text());
  }
  told = written(chain.front());
  QPDFObjectHandle link = read();
  for (int i = 0; i < 1'001; ++i, link = link.getKey("/Next"))
    ASSERT_EQ(link.getKey("/Own").getIntValue(), i);
  EXPECT_TRUE(link.isNull());
  EXPECT_FALSE(m_pdf.anyWarnings());
  EXPECT_EQ(m_bytes.find("/Own"), std::string::npos) << "they are packed";
}

TEST_F(PdfFile, streams_keep_their_bytes_packed_by_us_or_before) {
  std::string bytes;
  for (unsigned i = 0; i < 70'000; ++i) bytes += static_cast<char>(i * i / 7);
  const Reference ours = m_file.add_stream(Dictionary().set("/Type", "/Metadata"), bytes);
  const Reference packed = m_file.reserve();
  m_file.set_packed_stream(packed, Dictionary().set("/Filter", "/ASCIIHexDecode"), "414243>");
  told = Array().add(ours).add(packed).text();
  auto read_back = read();
  EXPECT_EQ(data(read_back.getArrayItem(0)), bytes);
  EXPECT_EQ(read_back.getArrayItem(0).getDict().getKey("/Type").getName(), "/Metadata");
  EXPECT_EQ(data(read_back.getArrayItem(1)), "ABC");
  EXPECT_FALSE(m_pdf.anyWarnings());
}

TEST_F(PdfFile, what_is_reserved_and_never_set_is_null) {
  told = written(m_file.reserve());
  EXPECT_TRUE(read().isNull());
  EXPECT_FALSE(m_pdf.anyWarnings());
}

TEST(PdfFileIdentity, other_objects_give_another_id) {
  const auto id_of = [](std::string_view producer) {
    File file;
    const Reference pages = file.add("<</Type /Pages /Kids [] /Count 0>>");
    const Reference root = file.add(Dictionary().set("/Type", "/Catalog").set("/Pages", pages).text());
    const std::string bytes =
        file.finished(root, file.add(Dictionary().set("/Producer", text_string(producer)).text()));
    QPDF pdf;
    pdf.processMemoryFile("test.pdf", bytes.data(), bytes.size());
    auto id = pdf.getTrailer().getKey("/ID");
    EXPECT_EQ(id.getArrayItem(0).getStringValue(), id.getArrayItem(1).getStringValue());
    return id.getArrayItem(0).getStringValue();
  };
  EXPECT_EQ(id_of("a").size(), 16U);
  EXPECT_EQ(id_of("a"), id_of("a"));
  EXPECT_NE(id_of("a"), id_of("b"));
}

TEST(PdfSyntax, one_element_may_stand_by_itself) {
  EXPECT_EQ(Array().text(), "[]");
  EXPECT_EQ(Array().add("1").text_or_single(), "1");
  EXPECT_EQ(Array().add("1").add(Reference{7}).text_or_single(), "[1 7 0 R]");
  EXPECT_EQ(Dictionary().set("/A", "1").set("/B", Reference{2}).text(), "<</A 1 /B 2 0 R>>");
}

}  // namespace
}  // namespace eqr::render::pdf
