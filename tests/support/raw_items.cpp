#include "tests/support/raw_items.h"

#include <utility>

namespace recount::testing {

std::vector<std::string> items_of(ArticleSource& source, const SourceOptions& options) {
  std::vector<std::string> out;
  ParcelChain chain;
  while (std::optional<Parcel> parcel = source.next()) {
    while (parcel) {
      ParcelReader reader(std::move(*parcel), options);
      std::vector<std::string> lines;
      while (const std::optional<RawItem> item = reader.next()) {
        const auto* article = std::get_if<RawArticle>(&*item);
        lines.push_back(article != nullptr ? article->id + ": " + article->bytes
                                           : std::get<Failure>(*item).error.message);
      }
      parcel = chain.mend(reader.trail());
      if (!parcel) out.insert(out.end(), lines.begin(), lines.end());
    }
  }
  return out;
}

}  // namespace recount::testing
