// Method: from left to right, at each token the longest phrase of the trie one of whose senses fits
// (capitals) becomes a mention; numbers are composed; what is unknown melts into one "w". Then
// names that are often something else are weighed against their neighbours.
#include "extractor/lexicon/annotator.h"

#include <algorithm>
#include <charconv>
#include <cmath>

#include "extractor/lexicon/second_look.h"
#include "extractor/text/tokenizer.h"
#include "extractor/text/unicode.h"

namespace recount {
namespace {

class SentenceAnnotator {
 public:
  SentenceAnnotator(std::string_view text, const Lexicon& lexicon, const Sentence& sentence,
                    Annotation& annotation, std::vector<Mention>& out)
      : text_(text),
        lexicon_(lexicon),
        sentence_(sentence),
        annotation_(annotation),
        tokens_(annotation.tokens),
        out_(out) {}

  void run() {
    std::uint32_t at = sentence_.first;
    while (at < sentence_.last) at = step(at);
    settle_mentions(lexicon_, sentence_, tokens_, out_, annotation_.proven_places);
  }

 private:
  struct Match {
    std::uint32_t end = 0;  // token after the phrase
    const Sense* sense = nullptr;
  };

  std::uint32_t step(std::uint32_t at) {
    const Token& token = tokens_[at];
    if (token.kind == TokenKind::kNumber) return number(at);
    if (token.word == kUnknownWord) return token.kind == TokenKind::kMixed ? glued(at) : word(at);
    if (is_shape(at)) {
      if (const std::uint32_t end = local_party(at); end != at) return end;
    }
    const Match match = longest(at);
    if (match.sense == nullptr) return word(at);
    switch (match.sense->kind) {
      case SenseKind::kNumberUnit:
      case SenseKind::kNumberTen:
      case SenseKind::kNumberScale:
        return number_words(at);
      case SenseKind::kNumberJoint:
        return word(at);
      case SenseKind::kParty:
        return party(at, match);
      case SenseKind::kPlace:
        return place(at, match);
      case SenseKind::kClass:
        return known(at, match);
    }
    return word(at);
  }

  bool fits(const Sense& sense, const Token& first) const {
    return !sense.needs_capital || first.has(kCapital);
  }

  Match longest(std::uint32_t at) const {
    Match best;
    PhraseTrie::Node node = PhraseTrie::kRoot;
    for (std::uint32_t i = at; i < sentence_.last; ++i) {
      const WordId word = tokens_[i].word;
      if (word == kUnknownWord) break;
      node = lexicon_.phrases.step(node, word);
      if (node == PhraseTrie::kDead) break;
      for (const Sense& sense : lexicon_.phrases.senses(node)) {
        if (!fits(sense, tokens_[at])) continue;
        // Among the senses of one phrase the capitalised one is the more special.
        if (best.end == i + 1 && !(sense.needs_capital && !best.sense->needs_capital)) continue;
        best = {i + 1, &sense};
      }
      if (!lexicon_.phrases.continues(node)) break;
    }
    return best;
  }

  Mention make(std::uint32_t first, std::uint32_t last, Symbol symbol) const {
    Mention mention;
    mention.first = first;
    mention.last = last;
    mention.symbol = symbol;
    return mention;
  }

  std::uint32_t word(std::uint32_t at) {
    if (!out_.empty() && out_.back().symbol == lexicon_.core.word && out_.back().last == at) {
      out_.back().last = at + 1;
    } else {
      out_.push_back(make(at, at + 1, lexicon_.core.word));
    }
    return at + 1;
  }

  std::uint32_t known(std::uint32_t at, const Match& match) {
    const Sense& sense = *match.sense;
    const RoleSet roles = lexicon_.symbols.roles(sense.symbol);
    if ((roles & kRoleArticle) != 0 && match.end < sentence_.last) {
      const Match next = longest(match.end);
      if (next.sense != nullptr && next.sense->kind == SenseKind::kNumberScale)
        return number_words(at);
    }
    if ((roles & kRoleSkip) != 0) {
      if ((roles & kRolePartyAnaphor) != 0) annotation_.possessives.push_back(at);
      if ((roles & kRoleEach) != 0) annotation_.shared.push_back(at);
      return match.end;
    }
    Mention mention = make(at, match.end, sense.symbol);
    mention.sign = sense.sign;
    mention.bound = sense.bound;
    mention.has_value = sense.has_value;
    mention.value = sense.value;
    mention.form = sense.index;
    out_.push_back(mention);
    return match.end;
  }

  // --- numbers ----------------------------------------------------------------------------------

  /// "1. Anglesey": the number of an item is no figure.
  bool enumerates(std::uint32_t at) const {
    if (at != sentence_.first || at + 2 >= sentence_.last ||
        tokens_[at].end - tokens_[at].begin > 2)
      return false;
    const Token& mark = tokens_[at + 1];
    return text_[mark.begin] == '.' && mark.begin == tokens_[at].end &&
           tokens_[at + 2].has(kSpaceBefore);
  }

  std::uint32_t number(std::uint32_t at) {
    const Token& token = tokens_[at];
    if (enumerates(at)) return at + 1;
    std::string digits(text_.substr(token.begin, token.end - token.begin));
    const bool separated = std::erase(digits, ',') > 0;
    Mention mention = make(at, at + 1, lexicon_.core.number);
    const auto [end, error] =
        std::from_chars(digits.data(), digits.data() + digits.size(), mention.value);
    if (error != std::errc() || end != digits.data() + digits.size() || mention.value > 1e12)
      return word(at);
    mention.has_value = true;
    const bool year =
        !separated && digits.size() == 4 && mention.value >= 1900 && mention.value < 2100;
    if (year) mention.symbol = lexicon_.core.year;
    std::uint32_t next = at + 1;
    if (!year && next < sentence_.last && tokens_[next].word != kUnknownWord) {  // "1.2 million"
      const Match scale = longest(next);
      if (scale.sense != nullptr && scale.sense->kind == SenseKind::kNumberScale) {
        mention.value *= scale.sense->value;
        mention.last = next = scale.end;
      }
    }
    out_.push_back(mention);
    return next;
  }

  /// "37.5pc": a number and the word for a percentage in one; anything else glued is a word.
  std::uint32_t glued(std::uint32_t at) {
    const Token& whole = tokens_[at];
    const std::string_view token = text_.substr(whole.begin, whole.end - whole.begin);
    const std::size_t tail = std::min(token.find_first_not_of("0123456789."), token.size());
    const WordId unit = lexicon_.vocabulary.find_ascii(token.substr(tail));
    if (unit == kUnknownWord) return word(at);
    const auto node = lexicon_.phrases.step(PhraseTrie::kRoot, unit);
    if (node == PhraseTrie::kDead) return word(at);
    Mention figure = make(at, at + 1, lexicon_.core.number);
    const auto read = std::from_chars(token.data(), token.data() + tail, figure.value);
    figure.has_value = read.ec == std::errc() && read.ptr == token.data() + tail;
    for (const Sense& sense : lexicon_.phrases.senses(node)) {
      if (!figure.has_value || sense.symbol != lexicon_.core.percent) continue;
      out_.insert(out_.end(), {figure, make(at, at + 1, sense.symbol)});
      return at + 1;
    }
    return word(at);
  }

  /// "and" is a joint of numbers whatever else it is.
  bool joins_numbers(std::uint32_t at) const {
    const PhraseTrie::Node node = lexicon_.phrases.step(PhraseTrie::kRoot, tokens_[at].word);
    if (node == PhraseTrie::kDead) return false;
    const auto senses = lexicon_.phrases.senses(node);
    return std::any_of(senses.begin(), senses.end(),
                       [](const Sense& sense) { return sense.kind == SenseKind::kNumberJoint; });
  }

  /// "twenty-three", "a hundred and five", "two dozen". At least one word is a number word.
  std::uint32_t number_words(std::uint32_t at) {
    double total = 0, group = 0;
    bool unit_open = true, ten_open = true;  // may a unit, a ten follow?
    bool any = false;
    std::uint32_t i = at, end = at;
    if (tokens_[at].word != kUnknownWord) {
      const Match first = longest(at);
      if (first.sense != nullptr &&
          first.sense->kind == SenseKind::kClass) {  // the article of "a hundred"
        group = 1;
        unit_open = ten_open = false;
        i = end = first.end;
      }
    }
    while (i < sentence_.last && tokens_[i].word != kUnknownWord) {
      if (any && unit_open && ten_open && (group >= 100 || total >= 1000) && joins_numbers(i)) {
        ++i;  // only counts when a number follows
        continue;
      }
      const Match match = longest(i);
      if (match.sense == nullptr) break;
      const double value = match.sense->value;
      if (match.sense->kind == SenseKind::kNumberUnit && unit_open) {
        group += value;
        unit_open = ten_open = false;
      } else if (match.sense->kind == SenseKind::kNumberTen && ten_open) {
        group += value;
        ten_open = false;
        // "twenty" takes a unit only when joined: "twenty-three", not "twenty, three"
      } else if (match.sense->kind == SenseKind::kNumberScale && (group > 0 || !any)) {
        if (group == 0) group = 1;
        if (value >= 1000) {
          total += group * value;
          group = 0;
        } else {
          group *= value;
        }
        unit_open = ten_open = value >= 100;
      } else {
        break;
      }
      any = true;
      i = end = match.end;
    }
    if (!any) return word(at);
    Mention mention = make(at, end, lexicon_.core.number);
    mention.has_value = true;
    mention.value = total + group;
    out_.push_back(mention);
    return end;
  }

  // --- parties ----------------------------------------------------------------------------------

  std::uint32_t party(std::uint32_t at, const Match& match) {
    Mention mention = make(at, match.end, lexicon_.core.party);
    mention.party = match.sense->index;
    mention.needs_proof = match.sense->needs_proof;
    out_.push_back(mention);
    return match.end;
  }

  bool is_shape(std::uint32_t at) const {
    const WordId word = tokens_[at].word;
    return word < lexicon_.shape_word.size() && lexicon_.shape_word[word] &&
           tokens_[at].has(kCapital) && at > sentence_.first && !tokens_[at].has(kAllCaps);
  }

  /// An unknown local party whose name ends with the shape at `at`; returns `at` when there is
  /// none.
  std::uint32_t local_party(std::uint32_t at) {
    std::uint32_t end = at;
    PhraseTrie::Node node = PhraseTrie::kRoot;
    for (std::uint32_t i = at; i < sentence_.last && tokens_[i].word != kUnknownWord; ++i) {
      node = lexicon_.party_shapes.step(node, tokens_[i].word);
      if (node == PhraseTrie::kDead) break;
      if (!lexicon_.party_shapes.senses(node).empty() && tokens_[i].has(kCapital)) end = i + 1;
    }
    if (end == at) return at;
    // Backwards over mentions that can be part of a name: places and unknown capitalised words.
    std::uint32_t start = at;
    std::size_t keep = out_.size();
    while (keep > 0 && at - start < 7) {
      const Mention& mention = out_[keep - 1];
      if (mention.last != start) break;  // a skipped word stands between
      if (mention.symbol == lexicon_.core.council || mention.symbol == lexicon_.core.area) {
        if (mention.formal) break;
        start = mention.first;
        --keep;
        continue;
      }
      if (mention.symbol != lexicon_.core.word) break;
      std::uint32_t first = mention.last;
      while (first > mention.first && name_word(first - 1)) --first;
      if (first == start) break;
      start = first;
      if (first != mention.first) {  // only the tail of the run belongs to the name
        out_[keep - 1].last = first;
        break;
      }
      --keep;
    }
    if (start == at) return at;
    out_.resize(keep);
    Mention mention = make(start, end, lexicon_.core.party);
    mention.party = intern_local(start, end);
    out_.push_back(mention);
    return end;
  }

  bool name_word(std::uint32_t at) const {
    const Token& token = tokens_[at];
    return token.kind == TokenKind::kWord && token.has(kCapital);
  }

  std::int32_t intern_local(std::uint32_t first, std::uint32_t last) {
    std::string id;
    for (std::uint32_t i = first; i < last; ++i) {
      const Token& token = tokens_[i];
      if (token.kind == TokenKind::kPunct) continue;
      std::string part;
      append_folded(text_.substr(token.begin, token.end - token.begin), part);
      part.erase(std::remove(part.begin(), part.end(), '\''), part.end());
      if (part.empty()) continue;
      const bool clitic = token.end - token.begin > part.size();
      if (!id.empty() && !clitic) id += '-';
      id += part;
    }
    auto& parties = annotation_.local_parties;
    for (std::size_t i = 0; i < parties.size(); ++i) {
      if (parties[i].id == id) return static_cast<std::int32_t>(lexicon_.parties.size() + i);
    }
    if (const std::int32_t listed = lexicon_.party_named(id); listed != kNone) return listed;
    parties.push_back({std::move(id)});
    return static_cast<std::int32_t>(lexicon_.parties.size() + parties.size() - 1);
  }

  // --- places -----------------------------------------------------------------------------------

  std::uint32_t place(std::uint32_t at, const Match& match) {
    Mention mention = make(at, match.end, lexicon_.core.council);
    mention.name = match.sense->index;
    const auto& name = lexicon_.places.names[static_cast<std::size_t>(mention.name)];
    mention.needs_proof = name.needs_proof;
    const bool all_areas = std::all_of(
        name.candidates.begin(), name.candidates.end(), [this](const PlaceCandidate& c) {
          return lexicon_.places.places[static_cast<std::size_t>(c.place)].is_area();
        });
    if (all_areas) mention.symbol = lexicon_.core.area;
    if (!out_.empty() && out_.back().last == at &&
        lexicon_.symbols.has(out_.back().symbol, kRoleCouncilPrefix)) {
      mention.first = out_.back().first;
      mention.formal = true;
      out_.pop_back();
    }
    if (match.end < sentence_.last && tokens_[match.end].word != kUnknownWord && !all_areas) {
      const Match form = longest(match.end);
      if (form.sense != nullptr && form.sense->kind == SenseKind::kClass &&
          lexicon_.symbols.has(form.sense->symbol, kRoleCouncilForm)) {
        mention.last = form.end;
        mention.formal = true;
        mention.form = form.sense->index;
      }
    }
    // "Lewes District Council" as a whole may be the official name in the trie.
    if (!mention.formal && name.folded.find(" council") != std::string::npos) mention.formal = true;
    out_.push_back(mention);
    return mention.last;
  }

  std::string_view text_;
  const Lexicon& lexicon_;
  const Sentence& sentence_;
  Annotation& annotation_;
  const std::vector<Token>& tokens_;
  std::vector<Mention>& out_;
};

}  // namespace

void annotate_sentence(std::string_view text, const Lexicon& lexicon, std::size_t index,
                       Annotation& out) {
  std::vector<Mention>& mentions = out.mentions[index];
  mentions.clear();
  SentenceAnnotator(text, lexicon, out.sentences[index], out, mentions).run();
  out.contents[index] = contents_of(lexicon, mentions);
}

void annotate(std::string_view text, const Lexicon& lexicon, Annotation& out) {
  out.clear();
  tokenize(text, lexicon.vocabulary, out.tokens);
  segment(text, out.tokens, lexicon.abbreviations, out.sentences);
  if (out.mentions.size() < out.sentences.size()) out.mentions.resize(out.sentences.size());
  out.contents.resize(out.sentences.size());
  for (std::size_t i = 0; i < out.sentences.size(); ++i) annotate_sentence(text, lexicon, i, out);
}

}  // namespace recount
