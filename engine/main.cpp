#include "cli/program.hpp"

int main(int count, char** words) { return eqr::cli::main_program(count, words); }
