#include "output/records/fact_reader.h"

#include <cerrno>
#include <cstring>
#include <fstream>
#include <iostream>
#include <istream>
#include <memory>
#include <tuple>

#include "output/records/jsonl.h"

namespace recount {
namespace {

bool same(const Provenance& a, const Provenance& b) {
  return std::tie(a.doc, a.source, a.url, a.published, a.fingerprint) ==
         std::tie(b.doc, b.source, b.url, b.published, b.fingerprint);
}

void read_lines(const std::string& name, std::istream& in, std::vector<Fact>& facts,
                std::vector<Error>& errors) {
  std::string line;
  std::shared_ptr<const Provenance> article;  // of the fact before
  for (std::size_t number = 1; std::getline(in, line); ++number) {
    if (line.find_first_not_of(" \t\r") == std::string::npos) continue;
    Result<Fact> fact = parse_fact(line);
    if (!fact.ok()) {
      errors.push_back(
          {fact.error().code, name + ":" + std::to_string(number) + ": " + fact.error().message});
      continue;
    }
    if (article && same(*article, *fact.value().article))
      fact.value().article = article;
    else
      article = fact.value().article;
    facts.push_back(std::move(fact.value()));
  }
  if (in.bad()) errors.push_back({ErrorCode::kUnreadable, name + ": cannot be read to its end"});
}

}  // namespace

void read_facts(const std::string& path, std::vector<Fact>& facts, std::vector<Error>& errors) {
  if (path == "-") return read_lines("standard input", std::cin, facts, errors);
  std::ifstream in(path, std::ios::binary);
  if (!in) {
    errors.push_back(
        {ErrorCode::kUnreadable, path + ": cannot be opened: " + std::strerror(errno)});
    return;
  }
  read_lines(path, in, facts, errors);
}

}  // namespace recount
