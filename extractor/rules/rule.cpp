#include "extractor/rules/rule.h"

namespace recount {

std::vector<int> Rule::slots_named(std::string_view name) const {
  std::vector<int> out;
  for (std::size_t i = 0; i < pattern->slots.size(); ++i) {
    if (pattern->slots[i] == name) out.push_back(static_cast<int>(i));
  }
  return out;
}

const Rule* RuleSet::find(std::string_view id) const {
  for (const auto* list : {&rewrites, &guards, &facts}) {
    for (const Rule& rule : *list) {
      if (rule.id == id) return &rule;
    }
  }
  return nullptr;
}

}  // namespace recount
