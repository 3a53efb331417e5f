#include "tests/support/raw_items.h"

#include <utility>

#include "tests/support/temp_folder.h"

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

std::vector<std::string> items_in(const std::string& name, const std::string& bytes,
                                  const SourceOptions& options) {
  const TempFolder folder;
  ArticleSource source({folder.write(name, bytes)}, options);
  std::vector<std::string> out = items_of(source, options);
  const std::string root = folder.path() + "/";
  for (std::string& line : out) {
    if (const std::size_t at = line.find(root); at != line.npos) line.erase(at, root.size());
  }
  return out;
}

}  // namespace recount::testing
