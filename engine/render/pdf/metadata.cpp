#include "render/pdf/metadata.hpp"

#include "render/markup/escape.hpp"

namespace eqr::render::pdf {
namespace {

std::string xmp(const Properties& properties) {
  const auto alternatives = [](const char* name, const std::string& text) {
    if (text.empty()) return std::string{};
    return std::string("<dc:") + name + "><rdf:Alt><rdf:li xml:lang=\"x-default\">" + markup::escaped(text) +
           "</rdf:li></rdf:Alt></dc:" + name + ">";
  };
  std::string xml =
      "<?xpacket begin=\"\xEF\xBB\xBF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n<x:xmpmeta "
      "xmlns:x=\"adobe:ns:meta/\"><rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">"
      "<rdf:Description rdf:about=\"\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\" "
      "xmlns:pdfuaid=\"http://www.aiim.org/pdfua/ns/id/\" xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\" "
      "xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\"><pdfuaid:part>1</pdfuaid:part>";
  xml += alternatives("title", properties.title) + alternatives("description", properties.subject);
  if (!properties.author.empty())
    xml += "<dc:creator><rdf:Seq><rdf:li>" + markup::escaped(properties.author) +
           "</rdf:li></rdf:Seq></dc:creator>";
  xml += "<dc:language><rdf:Bag><rdf:li>" + markup::escaped(properties.language) +
         "</rdf:li></rdf:Bag></dc:language>";
  if (!properties.keywords.empty())
    xml += "<pdf:Keywords>" + markup::escaped(properties.keywords) + "</pdf:Keywords>";
  xml += "<pdf:Producer>equality-report</pdf:Producer>";
  if (!properties.day.empty()) xml += "<xmp:CreateDate>" + properties.day + "T00:00:00Z</xmp:CreateDate>";
  return xml + "</rdf:Description></rdf:RDF></x:xmpmeta>\n<?xpacket end=\"w\"?>";
}

}  // namespace

Reference write_metadata(File& file, const Properties& properties) {
  return file.add_stream(Dictionary().set("/Type", "/Metadata").set("/Subtype", "/XML"), xmp(properties));
}

Reference write_information(File& file, const Properties& properties) {
  Dictionary made;
  const auto say = [&](const char* key, const std::string& text) {
    if (!text.empty()) made.set(key, text_string(text));
  };
  say("/Title", properties.title);
  say("/Author", properties.author);
  say("/Subject", properties.subject);
  say("/Keywords", properties.keywords);
  say("/Producer", "equality-report");
  std::string day = properties.day;
  std::erase(day, '-');
  if (!day.empty()) made.set("/CreationDate", byte_string("D:" + day + "000000Z"));
  return file.add(made.text());
}

}  // namespace eqr::render::pdf
