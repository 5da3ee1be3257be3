// An extract of people: whatever the bytes and wherever they are cut, the same counts or the same faults; and
// no fault repeats more of the extract than its headings.
#include <string>

#include "fuzz/target.hpp"
#include "people/codebook_file.hpp"
#include "people/tally.hpp"
#include "problems/problem.hpp"
#include "support/memory_blocks.hpp"

namespace {

using namespace eqr;

const char* const toml = R"(
id = "id"
[characteristics.sex]
title = "Sex"
column = "sex"
groups = [ {id="female", label="Women", values=["F"]}, {id="male", label="Men", values=["M"]} ]
[characteristics.age-band]
title = "Age"
born = "born"
bands = [ {id="young", label="Under 40", to=39}, {id="old", label="40 and over", from=40} ]
[pay]
hourly = "rate"
[in_post]
start = "start"
leave = "leave"
)";

struct Result {
  std::string fault;
  tallies::Answers answers;
};

Result read(const persons::Codebook& codebook, std::string_view text, std::size_t block,
            std::size_t threads) {
  using tallies::Key;
  persons::Occasion occasion{"staff",
                             tallies::Snapshot::this_year,
                             {std::chrono::year{2018}, std::chrono::March, std::chrono::day{31}},
                             "fuzz.csv"};
  const Key all{"staff", tallies::Snapshot::this_year, {}};
  const Key young{"staff", tallies::Snapshot::this_year, {{"age-band", {"young"}}, {"sex", {"female"}}}};
  Result result;
  try {
    support::MemoryBlocks blocks(std::string(text), block);
    result.answers =
        persons::answer(codebook, occasion, blocks, {{all, young}, {{tallies::Amount::hourly_pay, {all}}}},
                        {threads, nullptr, {}})
            .answers;
  } catch (const problems::Fault& fault) {
    result.fault = fault.what();
  }
  return result;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* input, std::size_t size) {
  static const persons::Codebook codebook =
      persons::read_codebook(toml, "fuzz.toml", ".", persons::Use::people);
  if (size < 1) return 0;
  const std::string text = "id,sex,born,rate,start,leave\n" + std::string(fuzz::text_of(input + 1, size - 1));
  const Result whole = read(codebook, text, text.size() + 1, 1);
  const Result cut = read(codebook, text, 1 + input[0] % 97, 1 + input[0] % 2);
  fuzz::promise(whole.fault == cut.fault, "faults do not depend on where the extract is cut");
  fuzz::promise(whole.answers.counts == cut.answers.counts,
                "counts do not depend on where the extract is cut");
  fuzz::promise(whole.answers.amounts == cut.answers.amounts,
                "amounts do not depend on where the extract is cut");
  return 0;
}
