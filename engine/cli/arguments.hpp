// The words of a command line, by Boost.Program_options, with the program's own messages.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include <boost/program_options.hpp>

#include "cli/command.hpp"

namespace eqr::cli {

// The options of a command. `positional` names its one positional argument ("RUN.toml"), or is empty.
class Arguments {
 public:
  // Adds --help and --log-level.
  Arguments(std::string usage, std::string summary, std::string positional);

  [[nodiscard]] boost::program_options::options_description_easy_init option() {
    return m_shown.add_options();
  }

  // Sets the level of what is told. False when --help was asked for and given. Throws problems::Fault
  // (settings) with the remedy for an unknown option (with a near guess), a missing value or a missing
  // argument.
  [[nodiscard]] bool read(const std::vector<std::string>& words, Surroundings& surroundings);

  [[nodiscard]] const std::string& positional() const { return m_given; }
  [[nodiscard]] bool has(const std::string& name) const { return m_values.count(name) > 0; }
  template <typename T>
  [[nodiscard]] T value(const std::string& name) const {
    return m_values[name].as<T>();
  }

 private:
  std::string m_usage;
  std::string m_summary;
  std::string m_positional;
  std::string m_given;
  boost::program_options::options_description m_shown;
  boost::program_options::variables_map m_values;
};

}  // namespace eqr::cli
