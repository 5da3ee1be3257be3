#include "cli/arguments.hpp"

#include <algorithm>
#include <utility>

#include <spdlog/sinks/sink.h>

#include "problems/problem.hpp"
#include "text/words.hpp"

namespace eqr::cli {
namespace {

namespace po = boost::program_options;
using problems::Cost;
using problems::Fault;
using problems::Problem;

// The first sink of the log is the one to stderr; the file of a run keeps everything.
void tell_from(const std::string& word, Surroundings& surroundings) {
  const std::vector<std::string> words = {"debug", "info", "warning", "error"};
  if (std::ranges::find(words, word) == words.end()) {
    throw Fault(Cost::settings,
                Problem{{}, "--log-level cannot be \"" + word + '"', text::suggestion(word, words)});
  }
  if (!surroundings.log->sinks().empty())
    surroundings.log->sinks().front()->set_level(spdlog::level::from_str(word));
}

}  // namespace

Arguments::Arguments(std::string usage, std::string summary, std::string positional)
    : m_usage(std::move(usage)),
      m_summary(std::move(summary)),
      m_positional(std::move(positional)),
      m_shown("options", 100) {
  m_shown.add_options()("help,h", "show this and end")(
      "log-level", po::value<std::string>()->default_value("info"),
      "what is told on stderr: debug, info, warning or error, and what is graver");
}

bool Arguments::read(const std::vector<std::string>& words, Surroundings& surroundings) {
  const std::string see_help = "see equality-report " + m_usage.substr(0, m_usage.find(' ')) + " --help";
  po::options_description all;
  all.add(m_shown);
  all.add_options()("given", po::value<std::vector<std::string>>());
  po::positional_options_description places;
  places.add("given", -1);
  try {
    // Guessing at shortened options would make a run file's command mean another thing after an update.
    const int style = po::command_line_style::default_style & ~po::command_line_style::allow_guessing;
    po::store(po::command_line_parser(words).options(all).positional(places).style(style).run(), m_values);
    po::notify(m_values);
  } catch (const po::unknown_option& error) {
    std::vector<std::string> known;
    for (const auto& option : m_shown.options()) known.push_back("--" + option->long_name());
    throw Fault(Cost::settings, Problem{{},
                                        "unknown option " + error.get_option_name(),
                                        text::suggestion(error.get_option_name(), known)});
  } catch (const po::error& error) {
    throw Fault(Cost::settings, Problem{{}, error.what(), see_help});
  }
  tell_from(value<std::string>("log-level"), surroundings);
  if (has("help")) {
    surroundings.out << "usage: equality-report " << m_usage << "\n\n" << m_summary << "\n\n" << m_shown;
    return false;
  }
  const auto given = has("given") ? value<std::vector<std::string>>("given") : std::vector<std::string>{};
  if (m_positional.empty() ? !given.empty() : given.size() > 1) {
    throw Fault(Cost::settings, Problem{{}, "\"" + given.back() + "\" is one word too many", see_help});
  }
  if (!m_positional.empty() && given.empty()) {
    throw Fault(Cost::settings, Problem{{}, m_positional + " is missing", "equality-report " + m_usage});
  }
  if (!given.empty()) m_given = given.front();
  return true;
}

}  // namespace eqr::cli
