// Method: of each place in a pattern that reads a symbol, the ways on from there to the next are
// worked out beforehand, the preferred first (Glushkov's automaton, with the order of Perl). So a
// match is a path of one edge a symbol, and the path itself tells what has not been tried when it
// fails: the later edges of its states. What it captured is read from it in the end. Sketches are
// short and few paths fail late, which makes this several times faster than a general
// regular-expression engine; when more has been tried than a pattern of good will needs, a bit for
// each pair of a state and a place remembers it (as in RE2's BitState), so that time stays linear.
#include "extractor/rules/program.h"

#include <span>
#include <utility>

namespace recount {

using Op = Instruction::Op;

/// Makes the edges of one program.
class Programs::Compiler {
 public:
  Compiler(Programs& programs, const Instructions& code)
      : programs_(programs),
        code_(code),
        states_(code.size(), kNew),
        set_ids_(code.sets(), kUnasked),
        seen_(2 * code.size(), 0) {}

  /// The program; all but its slots.
  Program compile() {
    Program out;
    out.programs = &programs_;
    out.at_begin = emit(0, true);
    out.elsewhere = asks_for_begin_ ? emit(0, false) : out.at_begin;
    // In the order in which they are reached: most matches fail early, within the first lines.
    for (std::size_t i = 0; i < wanted_.size(); ++i)
      states_[static_cast<std::size_t>(wanted_[i])] = emit(wanted_[i], false);
    for (const auto& [edge, pc] : leads_)
      programs_.edges_[edge].next = states_[static_cast<std::size_t>(pc)] & kMatched;
    out.edges = static_cast<std::uint32_t>(programs_.edges_.size()) - out.at_begin;
    return out;
  }

 private:
  static constexpr std::uint32_t kNew = 0xFFFFFFFF;
  static constexpr std::uint32_t kWanted = 0xFFFFFFFE;
  static constexpr std::int32_t kToMatch = -1, kSeveral = -1, kUnasked = -1;

  /// An instruction that has been reached without reading a symbol.
  struct Reached {
    std::int32_t pc;
    std::uint16_t saves;
    bool at_end;  // only at the end of the sketch
  };
  struct Way {
    SymbolSet set;
    std::int32_t of;  // the number of the set in the code, or kSeveral
    std::int32_t to;  // the instruction behind the symbol, or kToMatch
    std::uint16_t saves;
  };

  /// Fills ways_ with those on from the instruction, in the order in which they are preferred.
  void find_ways(std::int32_t from, bool at_begin) {
    ways_.clear();
    todo_.assign(1, {from, 0, false});
    ++round_;
    while (!todo_.empty()) {
      Reached here = todo_.back();
      todo_.pop_back();
      // What was reached before has been tried when this way's turn comes.
      std::uint32_t* const seen = &seen_[2 * static_cast<std::size_t>(here.pc)];
      if (seen[0] == round_ || seen[here.at_end ? 1 : 0] == round_) continue;
      seen[here.at_end ? 1 : 0] = round_;
      const Instruction& in = code_[here.pc];
      here.pc = in.next;
      switch (in.op) {
        case Op::kSet:
          if (!here.at_end) add_way(in, here.saves);
          continue;
        case Op::kSplit:
          todo_.push_back({in.other, here.saves, here.at_end});
          break;
        case Op::kSave:
          here.saves = programs_.add_save({static_cast<std::uint16_t>(in.x), here.saves});
          break;
        case Op::kEnd:
          here.at_end = true;
          break;
        case Op::kBegin:
          asks_for_begin_ = true;
          if (!at_begin) continue;
          break;
        case Op::kJump:
          break;
        case Op::kMatch: {
          SymbolSet set;
          set.set(kNoSymbol);
          if (!here.at_end) set.set();
          ways_.push_back({set, kSeveral, kToMatch, here.saves});
          if (!here.at_end) return;  // nothing later is ever tried
          continue;
        }
      }
      todo_.push_back(here);
    }
  }

  void add_way(const Instruction& in, std::uint16_t saves) {
    SymbolSet set = code_.set(in);
    set.reset(kNoSymbol);
    // Single classes of a choice are one set.
    if (!ways_.empty() && ways_.back().to == in.next && ways_.back().saves == saves) {
      ways_.back().set |= set;
      ways_.back().of = kSeveral;
    } else {
      ways_.push_back({set, in.x, in.next, saves});
    }
  }

  SymbolSets::Id set_id(const Way& way) {
    if (way.of == kSeveral) return programs_.sets_.add(way.set);
    std::int32_t& id = set_ids_[static_cast<std::size_t>(way.of)];
    if (id == kUnasked) id = programs_.sets_.add(way.set);
    return static_cast<SymbolSets::Id>(id);
  }

  /// Emits the edges of the state at the instruction; the first.
  std::uint32_t emit(std::int32_t pc, bool at_begin) {
    const auto first = static_cast<std::uint32_t>(programs_.edges_.size());
    find_ways(pc, at_begin);
    if (ways_.empty()) ways_.push_back({{}, kSeveral, kToMatch, 0});  // no symbol is read
    for (const Way& way : ways_) {
      if (way.to != kToMatch) {
        leads_.emplace_back(programs_.edges_.size(), way.to);
        std::uint32_t& state = states_[static_cast<std::size_t>(way.to)];
        if (state == kNew) {
          state = kWanted;
          wanted_.push_back(way.to);
        }
      }
      programs_.edges_.push_back({kMatched, 0, set_id(way), way.saves});
    }
    programs_.edges_.back().last = 1;
    return first;
  }

  Programs& programs_;
  const Instructions& code_;
  std::vector<std::uint32_t> states_;  // by instruction: the first edge from there
  std::vector<std::int32_t> wanted_;   // instructions without edges that edges lead to
  std::vector<std::pair<std::size_t, std::int32_t>> leads_;  // edges, and where they lead
  std::vector<std::int32_t> set_ids_;                        // by number of the set in the code
  bool asks_for_begin_ = false;                              // some way is at the begin only
  // Of find_ways():
  std::vector<Way> ways_;
  std::vector<Reached> todo_;
  std::vector<std::uint32_t> seen_;  // two an instruction: the last round it was reached in, …
  std::uint32_t round_ = 0;          // … and in which it was so at the end of the sketch only
};

std::uint16_t Programs::add_save(Save save) {
  const auto [it, is_new] = save_ids_.try_emplace(save, static_cast<std::uint16_t>(saves_.size()));
  if (is_new) saves_.push_back(save);
  return it->second;
}

Program Programs::compile(const Pattern& pattern, std::vector<Opening>& openings) {
  const Instructions code(pattern.root);
  const std::span<const PatternNode> branches = pattern.branches();
  std::int32_t from = 0;  // where the branch begins, or the split that leads to it and the others
  for (std::size_t i = 0; i + 1 < branches.size(); ++i) {
    openings.push_back(code.opening(code[from].next, Opening::kSymbols));
    from = code[from].other;
  }
  openings.push_back(code.opening(from, Opening::kSymbols));
  Program program = Compiler(*this, code).compile();
  program.slots = static_cast<std::uint32_t>(pattern.slots.size());
  return program;
}

bool Program::match(std::string_view sketch, std::int32_t start, MatchScratch& scratch, Span& span,
                    std::vector<Span>& spans) const {
  const std::int32_t length = programs->run(*this, sketch, start, scratch);
  if (length < 0) return false;
  span = {start, start + length};
  spans.assign(slots, {});
  for (std::int32_t i = 0; i <= length; ++i) {
    const std::uint32_t edge = scratch.path[static_cast<std::size_t>(i)];
    for (std::uint16_t save = programs->edges_[edge].saves; save != 0;) {
      const auto [capture, before] = programs->saves_[save];
      (capture % 2 == 0 ? spans[capture / 2].begin : spans[capture / 2].end) = start + i;
      save = before;
    }
  }
  return true;
}

std::int32_t Programs::run(const Program& program, std::string_view sketch, std::int32_t start,
                           MatchScratch& scratch) const {
  const std::string_view rest = sketch.substr(static_cast<std::size_t>(start));
  if (scratch.path.size() <= rest.size()) scratch.path.resize(rest.size() + 1);
  const auto row_at = [&](std::size_t at) {
    return sets_.row(at < rest.size() ? static_cast<Symbol>(rest[at]) : kNoSymbol);
  };
  constexpr std::size_t kStepsASymbol = 16;
  std::size_t steps_left = kStepsASymbol * (rest.size() + 1);  // that are not remembered
  const std::size_t width = rest.size() / 64 + 1;
  std::uint32_t* const path = scratch.path.data();
  std::size_t at = 0;
  std::uint32_t edge = start == 0 ? program.at_begin : program.elsewhere;
  const SymbolSets::Word* here = row_at(at);
  for (;;) {
    const Edge& way = edges_[edge];
    bool dead = !SymbolSets::has(here, way.set);
    if (!dead) {
      path[at] = edge;
      if (way.next == kMatched) return static_cast<std::int32_t>(at);
      edge = way.next;
      here = row_at(++at);
      if (steps_left > 0) {
        if (--steps_left == 0) scratch.visited.assign(program.edges * width, 0);
        continue;
      }
      std::uint64_t& visited = scratch.visited[(edge - program.at_begin) * width + at / 64];
      const std::uint64_t bit = std::uint64_t{1} << (at % 64);
      dead = (visited & bit) != 0;
      visited |= bit;
      if (!dead) continue;
      edge = path[--at];
      here = row_at(at);
    }
    if (edges_[edge].last != 0) {  // back to the last state that has another way on
      do {
        if (at == 0) return -1;
        edge = path[--at];
      } while (edges_[edge].last != 0);
      here = row_at(at);
    }
    ++edge;
  }
}

}  // namespace recount
