#include "cli/one_article.h"

#include <utility>
#include <variant>
#include <vector>

#include "corpus/article_reader.h"
#include "corpus/article_source.h"

namespace recount::cli {

std::optional<Reading> read_one_article(const std::string& name, const SourceOptions& options,
                                        const Metadata& overrides) {
  std::optional<Reading> reading;
  std::vector<Error> errors;
  ArticleSource source({name}, options);
  while (std::optional<Parcel> parcel = source.next()) {
    ParcelReader reader(std::move(*parcel), options);
    while (std::optional<RawItem> item = reader.next()) {
      if (auto* failure = std::get_if<Failure>(&*item)) {
        errors.push_back(std::move(failure->error));
        continue;
      }
      if (reading) return std::nullopt;
      reading =
          read_article(std::move(std::get<RawArticle>(*item)), {options.max_document, overrides});
    }
  }
  if (!reading) {
    if (errors.empty()) return std::nullopt;
    reading.emplace();
  }
  reading->errors.insert(reading->errors.begin(), errors.begin(), errors.end());
  return reading;
}

}  // namespace recount::cli
