#include "cli/common.h"

#include <sys/ioctl.h>
#include <unistd.h>

#include <CLI/CLI.hpp>
#include <cstdio>
#include <cstdlib>
#include <limits>

#include "cli/commands.h"
#include "corpus/date.h"
#include "output/records/atomic_file.h"

namespace recount::cli {
namespace {

constexpr std::size_t kDefaultWidth = 100;

CLI::Validator date_validator(bool (*valid)(std::string_view), const char* expected) {
  return CLI::Validator(
      [valid, expected](std::string& text) {
        return valid(text) ? std::string() : "'" + text + "' is not " + expected;
      },
      "");
}

bool is_set(const char* variable) {
  const char* value = std::getenv(variable);
  return value != nullptr && *value != '\0';
}

}  // namespace

CLI::Validator day_validator() { return date_validator(is_iso_day, "a day as 2023-05-05"); }

CLI::Validator election_validator() {
  return date_validator(is_election_date, "a day as 2023-05-04 or a year");
}

void add_metadata_options(CLI::App& command, Metadata& metadata) {
  const std::string group = "Metadata (instead of what NAME.meta.json beside NAME.txt says)";
  command.add_option("--source", metadata.source, "Publisher")->group(group);
  command.add_option("--url", metadata.url, "Where the article was found")->group(group);
  command.add_option("--title", metadata.title, "Headline")->group(group);
  command.add_option("--published", metadata.published, "Day of publication, as 2023-05-05")
      ->type_name("DATE")
      ->check(day_validator())
      ->group(group);
  command.add_option("--election", metadata.election, "Polling day, or its year alone")
      ->type_name("DATE|YEAR")
      ->check(election_validator())
      ->group(group);
}

void add_patterns_option(CLI::App& command, std::string& directory) {
  command.add_option("--patterns", directory, "Use the patterns in DIR, not the built-in ones")
      ->type_name("DIR");
}

void add_size_option(CLI::App& command, std::uint64_t& max_bytes) {
  const std::uint64_t largest = std::numeric_limits<std::uint32_t>::max();
  command.add_option("--max-document", max_bytes, "Pass over articles of more bytes")
      ->type_name("BYTES")
      ->check(CLI::Range(std::uint64_t{1}, largest).description(""))
      ->capture_default_str();
}

std::optional<Extractor> load_extractor(const std::string& directory, PatternsForm form) {
  Result<Extractor> extractor = !directory.empty()            ? Extractor::load_directory(directory)
                                : form == PatternsForm::kText ? Extractor::load_embedded_text()
                                                              : Extractor::load_embedded();
  if (extractor.ok()) return std::move(extractor.value());
  const Error& error = extractor.error();
  if (error.code == ErrorCode::kUnreadable) {
    report(error.message);
  } else {
    const std::string where = directory.empty() ? "the built-in patterns" : directory;
    report(where + ": faulty patterns\n" + error.message);
  }
  return std::nullopt;
}

void report(std::string_view message) {
  std::fprintf(stderr, "recount: %.*s\n", static_cast<int>(message.size()), message.data());
}

int usage_error(std::string_view message) {
  report(message);
  return kUsage;
}

int print(std::string_view text) {
  AtomicFile out = AtomicFile::standard_output();
  out.write(text);
  const std::optional<Error> error = out.commit();
  if (!error || out.reader_gone()) return kFine;
  report(error->message);
  return kSomeFailed;
}

int write_file(const std::string& path, std::string_view bytes) {
  Result<AtomicFile> file = AtomicFile::create(path);
  std::optional<Error> error;
  if (!file.ok())
    error = file.error();
  else if (!(error = file.value().write(bytes)))
    error = file.value().commit();
  if (!error) return kFine;
  report(error->message);
  return error->code == ErrorCode::kNoSpace ? kNoSpaceLeft : kSomeFailed;
}

std::size_t output_width() {
  winsize size{};
  if (::ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) != 0 || size.ws_col == 0) return kDefaultWidth;
  return size.ws_col;
}

bool output_has_colour() {
  const char* terminal = std::getenv("TERM");
  const bool dumb = terminal == nullptr || std::string_view(terminal) == "dumb";
  return ::isatty(STDOUT_FILENO) == 1 && !is_set("NO_COLOR") && !dumb;
}

}  // namespace recount::cli
