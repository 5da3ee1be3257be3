#include "tabular/xlsx_workbook.hpp"

#include <algorithm>
#include <charconv>
#include <map>
#include <string_view>
#include <utility>

#include "tabular/headings.hpp"
#include "tabular/xlsx_faults.hpp"
#include "tabular/xlsx_xml.hpp"
#include "text/words.hpp"

namespace eqr::tabular {
namespace {

constexpr std::size_t most_sheets = 10'000;
constexpr std::size_t most_styles = 100'000;  // Excel has 65,490

struct Relation {
  std::string type;    // the last part of its address: the rest differs in the strict form of the standard
  std::string target;  // name of a part
};
using Relations = std::map<std::string, Relation, std::less<>>;

// ---- names of parts ----

std::string folder_of(const std::string& part) {
  const std::size_t slash = part.rfind('/');
  return slash == std::string::npos ? "" : part.substr(0, slash + 1);
}

// "../media/x" seen from "xl/worksheets/"; a name with a leading slash begins at the top.
std::string resolved(const std::string& folder, std::string_view target) {
  const std::string whole =
      target.starts_with('/') ? std::string(target.substr(1)) : folder + std::string(target);
  std::vector<std::string_view> steps;
  for (std::size_t at = 0; at <= whole.size();) {
    const std::size_t end = std::min(whole.find('/', at), whole.size());
    const std::string_view step = std::string_view(whole).substr(at, end - at);
    if (step == ".." && !steps.empty())
      steps.pop_back();
    else if (step != "." && step != ".." && !step.empty())
      steps.push_back(step);
    at = end + 1;
  }
  std::string name;
  for (const std::string_view step : steps) {
    if (!name.empty()) name += '/';
    name += step;
  }
  return name;
}

std::string relations_of(const std::string& part) {
  const std::string folder = folder_of(part);
  return folder + "_rels/" + part.substr(folder.size()) + ".rels";
}

// ---- listeners for the small parts ----

class RelationListener : public XmlListener {
 public:
  explicit RelationListener(std::string folder) : m_folder(std::move(folder)) {}

  void element(std::string_view name, const Attributes& attributes, int /*depth*/) override {
    if (name != "Relationship" || attributes["TargetMode"] == "External") return;
    const std::string_view type = attributes["Type"];
    relations[std::string(attributes["Id"])] = {std::string(type.substr(type.rfind('/') + 1)),
                                                resolved(m_folder, attributes["Target"])};
  }
  void end(std::string_view /*name*/, int /*depth*/) override {}
  void text(std::string_view /*piece*/) override {}

  Relations relations;

 private:
  std::string m_folder;
};

class SheetListener : public XmlListener {
 public:
  struct Entry {
    std::string name;
    std::string relation;
  };

  void element(std::string_view name, const Attributes& attributes, int depth) override {
    if (name == "sheet" && depth == 3 && entries.size() < most_sheets)
      entries.push_back({std::string(attributes["name"]), std::string(attributes["r:id"])});
    if (name == "workbookPr" && depth == 2) {
      const std::string_view flag = attributes["date1904"];
      if (flag == "1" || flag == "true" || flag == "on") epoch = Epoch::from_1904;
    }
  }
  void end(std::string_view /*name*/, int /*depth*/) override {}
  void text(std::string_view /*piece*/) override {}

  std::vector<Entry> entries;
  Epoch epoch = Epoch::from_1900;
};

class StyleListener : public XmlListener {
 public:
  void element(std::string_view name, const Attributes& attributes, int depth) override {
    if (depth == 2) m_in_cell_formats = name == "cellXfs";
    const std::string_view id = attributes["numFmtId"];
    int number = 0;
    std::from_chars(id.data(), id.data() + id.size(), number);
    if (name == "numFmt" && depth == 3) m_codes[number] = format_kind(attributes["formatCode"]);
    if (name == "xf" && depth == 3 && m_in_cell_formats && m_formats.size() < most_styles)
      m_formats.push_back(number);
  }
  void end(std::string_view /*name*/, int /*depth*/) override {}
  void text(std::string_view /*piece*/) override {}

  [[nodiscard]] std::vector<NumberKind> kinds() const {
    std::vector<NumberKind> kinds;
    for (const int format : m_formats) {
      const auto own = m_codes.find(format);
      kinds.push_back(own == m_codes.end() ? builtin_format_kind(format) : own->second);
    }
    return kinds;
  }

 private:
  std::map<int, NumberKind> m_codes;
  std::vector<int> m_formats;
  bool m_in_cell_formats = false;
};

// ---- what else a zipped file may be ----

[[noreturn]] void refuse_other_archive(const ZipArchive& archive) {
  if (auto type = archive.part("mimetype")) {
    char start[64];
    const std::string_view written(start, type->read(start, sizeof start));
    if (written.starts_with("application/vnd.oasis.opendocument.spreadsheet")) {
      throw workbook_fault(archive.file(),
                           "is an OpenDocument spreadsheet (.ods), not an Excel workbook (.xlsx)",
                           "save it as \"Excel 2007-365 (.xlsx)\"");
    }
  }
  throw workbook_fault(archive.file(), "is a zipped file, but not an Excel workbook (.xlsx)",
                       "name the workbook itself; if it is inside the zipped file, unpack it first");
}

Relations read_relations(const ZipArchive& archive, const std::string& part, const std::string& folder,
                         const std::string& what) {
  auto opened = archive.part(part);
  if (!opened) throw workbook_fault(archive.file(), "is damaged: " + what + " is missing");
  RelationListener listener(folder);
  XmlReader(*opened, listener, archive.file(), what, "Relationships").read_all();
  return std::move(listener.relations);
}

std::string target_of(const Relations& relations, std::string_view type) {
  for (const auto& [id, relation] : relations) {
    if (relation.type == type) return relation.target;
  }
  return {};
}

std::string workbook_part(const ZipArchive& archive) {
  if (!archive.part("_rels/.rels")) refuse_other_archive(archive);
  const Relations relations = read_relations(archive, "_rels/.rels", "", "its list of parts");
  std::string part = target_of(relations, "officeDocument");
  if (part.ends_with(".bin")) {
    throw workbook_fault(archive.file(), "is a binary workbook (.xlsb), not an Excel workbook (.xlsx)",
                         "open it in Excel and save it as \"Excel Workbook (*.xlsx)\"");
  }
  const std::string last = part.substr(folder_of(part).size());
  if (part.empty() || last == "document.xml" || last == "presentation.xml") refuse_other_archive(archive);
  return part;
}

// Names of sheets come from the file, and a terminal obeys control characters.
std::string told(const std::string& name) {
  return is_plain(name) ? '"' + name + '"' : "one whose name cannot be printed";
}

}  // namespace

Workbook::Workbook(int descriptor, const std::string& file) : m_archive(descriptor, file) {
  read_sheets(workbook_part(m_archive));
}

ZipPart Workbook::required_part(const std::string& name, const std::string& what) const {
  auto part = m_archive.part(name);
  if (!part) throw workbook_fault(file(), "is damaged: " + what + " is missing");
  return std::move(*part);
}

void Workbook::read_sheets(const std::string& workbook_part) {
  const std::string what = "its list of sheets";
  ZipPart part = required_part(workbook_part, what);
  SheetListener listener;
  XmlReader(part, listener, file(), what, "workbook").read_all();
  m_epoch = listener.epoch;
  const Relations relations = read_relations(m_archive, relations_of(workbook_part), folder_of(workbook_part),
                                             "the list of its sheets' parts");
  for (SheetListener::Entry& entry : listener.entries) {
    const auto relation = relations.find(entry.relation);
    if (relation == relations.end())
      throw workbook_fault(file(), "is damaged: a sheet that it lists is missing");
    if (relation->second.type == "worksheet")
      m_sheets.push_back({std::move(entry.name), relation->second.target});
  }
  if (m_sheets.empty()) throw workbook_fault(file(), "has no worksheet", "export it again");
  m_shared_texts_part = target_of(relations, "sharedStrings");
  const std::string styles = target_of(relations, "styles");
  if (!styles.empty()) read_styles(styles);
}

void Workbook::read_styles(const std::string& styles_part) {
  const std::string what = "its list of formats";
  ZipPart part = required_part(styles_part, what);
  StyleListener listener;
  XmlReader(part, listener, file(), what, "styleSheet").read_all();
  m_kinds = listener.kinds();
}

const Sheet& Workbook::sheet(const std::string& name) const {
  if (name.empty() && m_sheets.size() == 1) return m_sheets.front();
  std::vector<std::string> names;
  for (const Sheet& one : m_sheets) {
    if (!name.empty() && one.name == name) return one;
    names.push_back(told(one.name));
  }
  if (name.empty()) {
    throw workbook_fault(file(), "has " + std::to_string(names.size()) + " sheets, and none is named",
                         "name the sheet to read: " + text::suggestion("", names));
  }
  std::vector<std::string> plain;
  for (const Sheet& one : m_sheets) {
    if (is_plain(one.name)) plain.push_back(one.name);
  }
  throw workbook_fault(file(), "has no sheet " + told(name), text::suggestion(name, plain));
}

std::vector<std::string> sheet_names(int descriptor, const std::string& file) {
  std::vector<std::string> names;
  const Workbook workbook(descriptor, file);
  for (const Sheet& sheet : workbook.sheets()) names.push_back(sheet.name);
  return names;
}

}  // namespace eqr::tabular
