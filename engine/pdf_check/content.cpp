#include "pdf_check/content.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <utility>
#include <vector>

#include <qpdf/QPDFMatrix.hh>
#include <qpdf/QPDFPageObjectHelper.hh>

namespace eqr::pdf_check {
namespace {

constexpr int deepest_form = 12;    // forms inside forms
constexpr int most_forms = 10'000;  // drawn on one page, each as often as it is
constexpr std::array<std::string_view, 11> painting = {"f",  "F", "f*", "S",  "s", "B",
                                                       "B*", "b", "b*", "sh", "EI"};
constexpr std::array<std::string_view, 4> showing = {"Tj", "TJ", "'", "\""};

double number_of(Object object) {
  return object.isNumber() ? object.getNumericValue() : 0;
}

QPDFMatrix matrix_of(std::vector<Object> operands) {
  std::array<double, 6> of{1, 0, 0, 1, 0, 0};
  for (std::size_t i = 0; i < std::min(operands.size(), of.size()); ++i) of[i] = number_of(operands[i]);
  return {of[0], of[1], of[2], of[3], of[4], of[5]};
}

class Interpreter;

// Hands operators with their operands to the interpreter.
class Operators : public Object::ParserCallbacks {
 public:
  Operators(Interpreter& interpreter, Object resources, int depth)
      : m_interpreter(interpreter), m_resources(resources), m_depth(depth) {}

  void handleObject(Object object) override;
  void handleEOF() override {}

 private:
  Interpreter& m_interpreter;
  Object m_resources;
  int m_depth;
  std::vector<Object> m_operands;
};

// ISO 32000-1: just so much of the graphics state as it takes to know what is shown, at which height, and
// whose it is.
class Interpreter {
 public:
  Interpreter(std::size_t number, FontShelf& fonts, Page& page)
      : m_number(number), m_fonts(fonts), m_page(page) {}

  void carry_out(const std::string& name, std::vector<Object>& operands, Object resources, int depth) {
    if (name == "q") m_stack.push_back(m_state);
    if (name == "Q" && !m_stack.empty()) {
      m_state = m_stack.back();
      m_stack.pop_back();
    }
    if (name == "cm") concatenate(m_state.user, matrix_of(operands));
    if (name == "BMC" || name == "BDC") begin_mark(operands, resources);
    if (name == "EMC") end_mark();
    if (name == "Do" && !operands.empty())
      draw_object(entry(entry(resources, "/XObject"), operands[0].isName() ? operands[0].getName() : ""),
                  resources, depth);
    if (std::ranges::find(painting, name) != painting.end()) paint();
    text_operator(name, operands, resources);
  }

  void finish() { m_page.unbalanced += m_marks.size(); }

 private:
  struct State {
    QPDFMatrix user;
    CodeReader* font = nullptr;
    double leading = 0;
  };
  struct Mark {
    enum class Kind { tag, artifact, neutral };
    Kind kind = Kind::neutral;
    std::size_t content = 0;  // of a tag or artifact
    bool stands_for_text = false;
  };

  static void concatenate(QPDFMatrix& to, QPDFMatrix first) {
    QPDFMatrix made = to;
    made.concat(first);
    to = made;
  }

  // ---- marks ----

  [[nodiscard]] const Mark* owner() const {
    const auto found = std::find_if(m_marks.rbegin(), m_marks.rend(),
                                    [](const Mark& mark) { return mark.kind != Mark::Kind::neutral; });
    return found == m_marks.rend() ? nullptr : &*found;
  }

  void begin_mark(std::vector<Object>& operands, Object resources) {
    Object properties = operands.size() > 1 ? operands[1] : Object::newNull();
    if (properties.isName()) properties = entry(entry(resources, "/Properties"), properties.getName());
    const auto id = integer_of(entry(properties, "/MCID"));
    const bool is_artifact = !operands.empty() && name_of(operands[0]) == "Artifact";
    const Mark* around = owner();
    Mark mark;
    if (id || is_artifact) {
      mark.kind = id ? Mark::Kind::tag : Mark::Kind::artifact;
      if (around != nullptr) {
        const bool is_in_tag = around->kind == Mark::Kind::tag;
        if (mark.kind == Mark::Kind::artifact && is_in_tag) ++m_page.artifacts_in_tags;
        if (mark.kind == Mark::Kind::tag) ++(is_in_tag ? m_page.tags_in_tags : m_page.tags_in_artifacts);
      }
      mark.content = m_page.contents.size();
      Content& content = m_page.contents.emplace_back();
      if (id) content.id = static_cast<int>(*id);
      content.is_artifact = !id;
      m_unmarked.reset();
    }
    Object actual = entry(properties, "/ActualText");
    if (actual.isString() && !is_replaced()) {
      mark.stands_for_text = true;
      m_marks.push_back(mark);
      content().text += text_of(actual);
    } else {
      m_marks.push_back(mark);
    }
    const std::string language = text_of(entry(properties, "/Lang"));
    if (!language.empty()) content().language = language;
  }

  void end_mark() {
    if (m_marks.empty()) {
      ++m_page.unbalanced;
      return;
    }
    m_marks.pop_back();
    m_unmarked.reset();
  }

  [[nodiscard]] bool is_replaced() const { return std::ranges::any_of(m_marks, &Mark::stands_for_text); }

  Content& content() {
    if (const Mark* around = owner()) return m_page.contents[around->content];
    if (!m_unmarked) {
      m_unmarked = m_page.contents.size();
      m_page.contents.emplace_back();
    }
    return m_page.contents[*m_unmarked];
  }

  void paint() { ++content().painted; }

  // ---- forms and pictures ----

  void draw_object(Object object, Object resources, int depth) {
    if (name_of(entry(object, "/Subtype")) != "Form") return paint();
    if (depth >= deepest_form || ++m_forms > most_forms) return;
    Object own = entry(object, "/Resources");
    const State before = m_state;
    Object matrix = entry(object, "/Matrix");
    if (matrix.isArray()) concatenate(m_state.user, matrix_of(matrix.getArrayAsVector()));
    Operators operators(*this, own.isDictionary() ? own : resources, depth + 1);
    object.parseAsContents(&operators);
    m_state = before;
  }

  // ---- text ----

  void text_operator(const std::string& name, std::vector<Object>& operands, Object resources) {
    if (name == "BT") m_text = m_line = QPDFMatrix();
    if (name == "Tf" && !operands.empty() && operands[0].isName())
      m_state.font = font(entry(entry(resources, "/Font"), operands[0].getName()));
    if (name == "TL" && !operands.empty()) m_state.leading = number_of(operands[0]);
    if (name == "Tm") m_text = m_line = matrix_of(operands);
    if ((name == "Td" || name == "TD") && operands.size() >= 2) {
      if (name == "TD") m_state.leading = -number_of(operands[1]);
      next_line(number_of(operands[0]), number_of(operands[1]));
    }
    if (name == "T*" || name == "'" || name == "\"") next_line(0, -m_state.leading);
    if (std::ranges::find(showing, name) == showing.end() || operands.empty()) return;
    show(operands.back());
  }

  CodeReader* font(Object object) {
    return object.isDictionary() ? &m_fonts.reader(object, m_number) : nullptr;
  }

  void next_line(double x, double y) {
    concatenate(m_line, QPDFMatrix(1, 0, 0, 1, x, y));
    m_text = m_line;
  }

  void show(Object shown) {
    Content& here = content();
    ++here.painted;
    if (!here.baseline) {
      double x = 0, y = 0;
      QPDFMatrix placed = m_state.user;
      placed.concat(m_text);
      placed.transform(0, 0, x, y);
      here.baseline = y;
    }
    std::string text;
    std::vector<Object> parts = shown.isArray() ? shown.getArrayAsVector() : std::vector<Object>{shown};
    for (Object part : parts) {
      if (part.isString() && m_state.font != nullptr) text += m_state.font->read(part.getStringValue());
    }
    if (!is_replaced()) here.text += text;
  }

  std::size_t m_number;
  int m_forms = 0;
  FontShelf& m_fonts;
  Page& m_page;
  State m_state;
  std::vector<State> m_stack;
  std::vector<Mark> m_marks;
  std::optional<std::size_t> m_unmarked;  // the content that goes on, where nothing says whose it is
  QPDFMatrix m_text, m_line;
};

void Operators::handleObject(Object object) {
  if (!object.isOperator()) {
    m_operands.push_back(object);
    return;
  }
  m_interpreter.carry_out(object.getOperatorValue(), m_operands, m_resources, m_depth);
  m_operands.clear();
}

}  // namespace

CodeReader& FontShelf::reader(Object font, std::size_t page) {
  if (!font.isIndirect()) {
    m_direct.push_back(std::make_unique<CodeReader>(font, page));
    m_order.push_back(m_direct.back().get());
    return *m_direct.back();
  }
  auto& known = m_known[font.getObjGen()];
  if (!known) {
    known = std::make_unique<CodeReader>(font, page);
    m_order.push_back(known.get());
  }
  return *known;
}

std::vector<Font> FontShelf::seen() const {
  std::vector<Font> fonts;
  for (const CodeReader* reader : m_order) fonts.push_back(reader->seen());
  return fonts;
}

void read_content(Object page_object, std::size_t number, FontShelf& fonts, Page& page) {
  Interpreter interpreter(number, fonts, page);
  Operators operators(interpreter, QPDFPageObjectHelper(page_object).getAttribute("/Resources", false), 0);
  page_object.parsePageContents(&operators);
  interpreter.finish();
}

}  // namespace eqr::pdf_check
