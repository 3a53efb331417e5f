// Method: from left to right, at each token the longest phrase of the trie one of whose senses fits
// (capitals) becomes a mention; numbers are composed; what is unknown melts into one "w". Then
// names that are often something else are weighed against their neighbours.
#include "extractor/lexicon/annotator.h"

#include <algorithm>
#include <charconv>

#include "extractor/lexicon/longer_names.h"
#include "extractor/lexicon/second_look.h"
#include "extractor/text/ascii.h"
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
        tokens_(annotation.tokens.data()),
        out_(out) {}

  void run() {
    for (std::uint32_t at = sentence_.first; at < sentence_.last; ++at)
      lexicon_.phrases.fetch(tokens_[at].word);
    for (std::uint32_t at = sentence_.first; at + 1 < sentence_.last; ++at)
      lexicon_.phrases.fetch(tokens_[at].word, tokens_[at + 1].word);
    for (std::uint32_t at = sentence_.first; at < sentence_.last;) at = step(at);
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
    if (token.has(kCapital) && is_shape(at)) {
      if (const std::uint32_t end = local_party(at); end != at) return end;
    }
    const Match match = longest(at);
    if (match.sense == nullptr) return word(at);
    switch (match.sense->kind) {
      case SenseKind::kNumberUnit:
      case SenseKind::kNumberTen:
      case SenseKind::kNumberScale:
        return number_words(at, match);
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

  /// The longest phrase of the sentence that begins at `at`, where the sentence may end.
  Match longest(std::uint32_t at) const {
    if (at >= sentence_.last) return {};
    const PhraseMatch match = lexicon_.phrases.longest({tokens_ + at, tokens_ + sentence_.last});
    return {at + match.words, match.sense};
  }

  static Mention make(std::uint32_t first, std::uint32_t last, Symbol symbol) {
    Mention mention;
    mention.first = first;
    mention.last = last;
    mention.symbol = symbol;
    return mention;
  }
  /// Appends a mention and returns it; in place, as a copy waits for what was just written.
  Mention& push(std::uint32_t first, std::uint32_t last, Symbol symbol) {
    Mention& mention = out_.emplace_back();
    mention.first = first;
    mention.last = last;
    mention.symbol = symbol;
    return mention;
  }

  std::uint32_t word(std::uint32_t at) {
    if (!out_.empty() && out_.back().symbol == lexicon_.core.word && out_.back().last == at) {
      out_.back().last = at + 1;
    } else {
      push(at, at + 1, lexicon_.core.word);
    }
    return at + 1;
  }

  std::uint32_t known(std::uint32_t at, const Match& match) {
    const Sense& sense = *match.sense;
    const RoleSet roles = lexicon_.symbols.roles(sense.symbol);
    if ((roles & (kRoleArticle | kRoleSkip)) != 0) {
      if ((roles & kRoleArticle) != 0) {
        const Match next = longest(match.end);
        if (next.sense != nullptr && next.sense->kind == SenseKind::kNumberScale)
          return number_words(at, match);
      }
      if ((roles & kRoleSkip) != 0) {
        annotation_.leave_out(at, roles);
        return match.end;
      }
    }
    Mention& mention = push(at, match.end, sense.symbol);
    mention.sign = sense.sign;
    mention.bound = sense.bound;
    mention.has_value = sense.has_value;
    if (sense.has_value)
      mention.value = lexicon_.phrases.value(sense);
    else
      mention.form = sense.index;
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

  /// The value of a figure as the tokenizer cuts it: "1,326", "39.5".
  static double value_of(std::string_view figure) {
    constexpr double kMost = 1e14;  // below it one digit more leaves a whole number exact
    double digits = 0, unit = 1;
    bool fraction = false;
    for (const char c : figure) {
      if (c == '.') fraction = true;
      if (!ascii_digit(c)) continue;
      if (fraction) {
        if (digits >= kMost) break;
        unit *= 10;
      }
      digits = digits * 10 + (c - '0');
    }
    return digits / unit;
  }

  std::uint32_t number(std::uint32_t at) {
    const Token& token = tokens_[at];
    if (enumerates(at)) return at + 1;
    double value = value_of(text_.substr(token.begin, token.end - token.begin));
    if (value > 1e12) return word(at);
    const bool year = token.end - token.begin == 4 && value >= 1900 && value < 2100;
    std::uint32_t next = at + 1;
    if (!year) {  // "1.2 million"
      const Match scale = longest(next);
      if (scale.sense != nullptr && scale.sense->kind == SenseKind::kNumberScale) {
        value *= lexicon_.phrases.value(*scale.sense);
        next = scale.end;
      }
    }
    Mention& mention = push(at, next, year ? lexicon_.core.year : lexicon_.core.number);
    mention.has_value = true;
    mention.value = value;
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
    const auto node = lexicon_.phrases.step(PhraseTrie::kRoot, tokens_[at].word);
    if (node == PhraseTrie::kDead) return false;
    const auto senses = lexicon_.phrases.senses(node);
    return std::any_of(senses.begin(), senses.end(),
                       [](const Sense& sense) { return sense.kind == SenseKind::kNumberJoint; });
  }

  /// "twenty-three", "two dozen". `first` is the number word at `at`, or an article before one.
  std::uint32_t number_words(std::uint32_t at, const Match& first) {
    double total = 0, group = 0;
    bool unit_open = true, ten_open = true;  // may a unit, a ten follow?
    bool any = false;
    std::uint32_t i = at, end = at;
    if (first.sense->kind == SenseKind::kClass) {  // the article of "a hundred"
      group = 1;
      unit_open = ten_open = false;
      i = end = first.end;
    }
    while (i < sentence_.last) {
      if (any && unit_open && ten_open && (group >= 100 || total >= 1000) && joins_numbers(i)) {
        ++i;  // only counts when a number follows
        continue;
      }
      const Match match = i == at ? first : longest(i);
      if (match.sense == nullptr || !match.sense->has_value) break;
      const double value = lexicon_.phrases.value(*match.sense);
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
    Mention& mention = push(at, end, lexicon_.core.number);
    mention.has_value = true;
    mention.value = total + group;
    return end;
  }

  // --- parties ----------------------------------------------------------------------------------

  std::uint32_t party(std::uint32_t at, const Match& match) {
    Mention& mention = push(at, match.end, lexicon_.core.party);
    mention.party = match.sense->index;
    mention.needs_proof = match.sense->needs_proof;
    return match.end;
  }

  bool is_shape(std::uint32_t at) const {
    const WordId word = tokens_[at].word;
    return word < lexicon_.shape_word.size() && lexicon_.shape_word[word] && at > sentence_.first &&
           !tokens_[at].has(kAllCaps);
  }

  /// An unknown local party whose name ends with the shape at `at`; `at` when there is none.
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
      // "South Devon Alliance"
      const bool plain = lexicon_.symbols.roles(mention.symbol) == 0 && mention.party == kNone &&
                         !mention.has_value;
      if (mention.symbol != lexicon_.core.word && !plain) break;
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
    while (start < at && !tokens_[start].has(kCapital)) ++start;  // "the South Devon Alliance"
    if (start == at) return at;
    out_.resize(keep);
    push(start, end, lexicon_.core.party).party = intern_local(start, end);
    return end;
  }

  bool name_word(std::uint32_t at) const {
    return tokens_[at].kind == TokenKind::kWord && tokens_[at].has(kCapital);
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
    // "the North", but "the North East Derbyshire council": without the article
    if (!tokens_[at].has(kCapital) && match.end > at + 1 && longest(at + 1).end > match.end)
      return at + 1;
    const NameTraits name = lexicon_.places.traits[static_cast<std::size_t>(match.sense->index)];
    Mention mention =
        make(at, match.end, name.areas_only ? lexicon_.core.area : lexicon_.core.council);
    mention.name = match.sense->index;
    mention.needs_proof = name.needs_proof;
    if (!out_.empty() && out_.back().last == at &&
        lexicon_.symbols.has(out_.back().symbol, kRoleCouncilPrefix)) {
      mention.first = out_.back().first;
      mention.formal = true;
      out_.pop_back();
    }
    if (!name.areas_only) {
      const Match form = longest(match.end);
      if (form.sense != nullptr && form.sense->kind == SenseKind::kClass &&
          lexicon_.symbols.has(form.sense->symbol, kRoleCouncilForm)) {
        mention.last = form.end;
        mention.formal = true;
        mention.form = form.sense->index;
      }
    }
    // "Lewes District Council" as a whole may be the official name in the trie.
    mention.formal |= name.formal;
    out_.push_back(mention);
    return mention.last;
  }

  std::string_view text_;
  const Lexicon& lexicon_;
  const Sentence& sentence_;
  Annotation& annotation_;
  const Token* tokens_;
  std::vector<Mention>& out_;
};

}  // namespace

void annotate_sentence(std::string_view text, const Lexicon& lexicon, std::size_t index,
                       Annotation& out) {
  std::vector<Mention>& mentions = out.mentions[index];
  mentions.clear();
  const Sentence& sentence = out.sentences[index];
  SentenceAnnotator(text, lexicon, sentence, out, mentions).run();
  out.contents[index] = settle_mentions(lexicon, sentence, out.tokens, mentions, out.places);
  if (out.contents[index].names) settle_longer_names(lexicon, sentence, out.tokens, mentions);
}

void annotate(std::string_view text, const Lexicon& lexicon, Annotation& out) {
  out.clear();
  tokenize(text, lexicon.vocabulary, out.tokens);
  split_run_ons(text, lexicon.vocabulary, lexicon.run_ons, out.tokens);
  segment(text, out.tokens, lexicon.abbreviations, out.sentences);
  if (out.mentions.size() < out.sentences.size()) out.mentions.resize(out.sentences.size());
  out.contents.resize(out.sentences.size());
  for (std::size_t i = 0; i < out.sentences.size(); ++i) annotate_sentence(text, lexicon, i, out);
  settle_doubts(lexicon, out);
}

}  // namespace recount
