// CSV: whatever the bytes, records of the header's width or a fault, and always an end.
#include <istream>

#include "fuzz/target.hpp"
#include "problems/problem.hpp"
#include "tabular/byte_stream.hpp"
#include "tabular/csv.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* input, std::size_t size) {
  using namespace eqr;
  tabular::ViewBuffer bytes(fuzz::text_of(input, size));
  std::istream stream(&bytes);
  try {
    tabular::CsvReader reader(stream, "fuzz.csv");
    tabular::Record record;
    std::size_t line = 0;
    for (std::size_t calls = 0;; ++calls) {
      fuzz::promise(calls <= size + 1, "a file has no more records than bytes");
      try {
        if (!reader.next(record)) break;
        fuzz::promise(record.fields.size() == reader.header().size(), "a record is as wide as the header");
        fuzz::promise(record.line > line, "records come in the order of their lines");
        line = record.line;
      } catch (const problems::Fault& fault) {
        fuzz::promise(!fault.problems().empty(), "a fault says what is wrong");
      }
    }
  } catch (const problems::Fault& fault) {
    fuzz::promise(!fault.problems().empty(), "a fault says what is wrong");
  }
  return 0;
}
