// What several sub-commands need.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "corpus/document.h"
#include "extractor/extractor.h"

namespace CLI {
class App;
class Validator;
}  // namespace CLI

namespace recount::cli {

/// Adds --source, --url, --title, --published and --election, which fill `metadata`. A date that is
/// none is a usage error. REQUIRES: `metadata` outlives the parsing.
void add_metadata_options(CLI::App& command, Metadata& metadata);

/// What an option for a day takes, "2023-05-05"; and one for an election, "2023-05-04" or "2023".
CLI::Validator day_validator();
CLI::Validator election_validator();

/// Adds --patterns. REQUIRES: `directory` outlives the parsing.
void add_patterns_option(CLI::App& command, std::string& directory);

/// Adds --max-document. REQUIRES: `max_bytes` outlives the parsing.
void add_size_option(CLI::App& command, std::uint64_t& max_bytes);

/// The patterns that an extractor is made from.
enum class PatternsForm {
  kAny,   // whichever loads fastest
  kText,  // as they are written, with the examples of the rules
};

/// The extractor with the patterns in `directory`, or with the embedded ones if that is empty. If
/// they are faulty, reports all faults on stderr and returns nothing: the caller leaves with
/// kBadPatterns.
std::optional<Extractor> load_extractor(const std::string& directory,
                                        PatternsForm form = PatternsForm::kAny);

/// Writes `recount: MESSAGE` as one line to stderr.
void report(std::string_view message);

/// Reports what is wrong with the arguments. The exit code, kUsage.
int usage_error(std::string_view message);

/// Writes `text` to standard output. The exit code: kFine, also when nobody reads on; kSomeFailed
/// with a report when it cannot be written.
int print(std::string_view text);

/// Writes `bytes` to the file at `path`, whole or not at all. The exit code: kFine, or kNoSpaceLeft
/// or kSomeFailed with a report.
int write_file(const std::string& path, std::string_view bytes);

/// Columns of the terminal on standard output, 100 when it is none.
std::size_t output_width();

/// Whether standard output is a terminal that wants colours (NO_COLOR and TERM=dumb want none).
bool output_has_colour();

}  // namespace recount::cli
