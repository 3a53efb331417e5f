// Where readers of facts put what they read.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "corpus/result.h"
#include "extractor/facts/fact.h"

namespace recount {

/// Collects the facts of one input and what is wrong with it.
class FactSink {
 public:
  /// `name`: of the input, for messages. REQUIRES: `facts` and `errors` outlive this.
  FactSink(std::string name, std::vector<Fact>& facts, std::vector<Error>& errors)
      : name_(std::move(name)), facts_(facts), errors_(errors) {}

  /// A fact, or why the line or row of that number is none.
  void take(Result<Fact> fact, std::size_t number);
  /// That the input cannot be read, or not to its end.
  void unreadable(const std::string& message);
  /// Of the fact before, to be shared by those of the same article.
  const std::shared_ptr<const Provenance>& article() const { return article_; }

 private:
  std::string name_;
  std::vector<Fact>& facts_;
  std::vector<Error>& errors_;
  std::shared_ptr<const Provenance> article_;
};

/// The names of the fields of flat_fact_table().
const std::vector<std::string_view>& fact_row_names();

/// The fact in a row of a table with these fields: `cell` gives the text of the
/// field of that name, empty where nothing is known. `before` and errors as of parse_fact().
Result<Fact> fact_of_row(const std::function<std::string_view(std::string_view)>& cell,
                         const std::shared_ptr<const Provenance>& before);

/// Reads the facts of a database that `recount extract` made.
void read_sqlite_facts(const std::string& path, FactSink& sink);

}  // namespace recount
