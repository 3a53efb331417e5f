// What an article source gives, as text.
#pragma once

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "corpus/article_source.h"

namespace recount::testing {

/// All that is left in `source`, in order and as it should come out, void parcels mended: "id:
/// bytes" of an article, the message of a failure.
std::vector<std::string> items_of(ArticleSource& source, const SourceOptions& options);

/// The same of a file of that name with these bytes; paths are told from its folder.
std::vector<std::string> items_in(const std::string& name, const std::string& bytes,
                                  const SourceOptions& options = {});

}  // namespace recount::testing

/// So that a failed check shows the lines.
template <>
struct doctest::StringMaker<std::vector<std::string>> {
  static String convert(const std::vector<std::string>& lines) {
    std::string out;
    for (const std::string& line : lines) out += "\n  " + line.substr(0, 200);
    return out.c_str();
  }
};
