#include "tests/support/mentions.h"

#include <cstdio>

namespace recount::test {
namespace {

std::string mention_text(const Lexicon& lexicon, const Annotation& annotation,
                         const Mention& mention) {
  std::string out = '<' + lexicon.symbols[mention.symbol].name;
  if (mention.party != kNone) {
    const auto index = static_cast<std::size_t>(mention.party);
    const std::size_t listed = lexicon.parties.size();
    out += ' ' + (index < listed ? lexicon.parties[index].id
                                 : annotation.local_parties[index - listed].id);
  }
  if (mention.place != kNone) {
    out += ' ' + lexicon.places.places[static_cast<std::size_t>(mention.place)].id;
  } else if (mention.name != kNone) {
    out += ' ' + lexicon.places.names[static_cast<std::size_t>(mention.name)].folded;
  }
  if (mention.name != kNone && mention.formal) out += " formal";
  if (mention.has_value) {
    char buffer[32];
    std::snprintf(buffer, sizeof buffer, " %.10g", mention.value);
    out += buffer;
  }
  return out + '>';
}

}  // namespace

std::string mentions(const Lexicon& lexicon, const Annotation& annotation) {
  std::string out;
  for (std::size_t i = 0; i < annotation.sentences.size(); ++i) {
    if (i > 0) out += " | ";
    for (std::size_t m = 0; m < annotation.mentions[i].size(); ++m) {
      if (m > 0) out += ' ';
      out += mention_text(lexicon, annotation, annotation.mentions[i][m]);
    }
  }
  return out;
}

std::string mentions(const Lexicon& lexicon, std::string_view text) {
  Annotation annotation;
  annotate(text, lexicon, annotation);
  if (annotation.sentences.size() > 1) annotation.sentences.resize(1);
  return mentions(lexicon, annotation);
}

}  // namespace recount::test
