// The calendar: polling days and the names of months.
#include <charconv>

#include "extractor/lexicon/load_context.h"
#include "extractor/lexicon/mention.h"
#include "extractor/lexicon/tsv.h"

namespace recount {
namespace {

class PollingDayLoader {
 public:
  explicit PollingDayLoader(LoadContext& context) : context_(context) {}

  void load_polling_days() {
    const auto days = read_tsv(context_.files, "calendar/polling-days.tsv",
                               {"day", "nations", "kinds", "note"}, context_.faults);
    Day last = 0;
    for (const TsvRow& row : days.rows) {
      PollingDay polling_day;
      polling_day.day = parse_day(row.cells[0]);
      if (polling_day.day == 0) {
        context_.faults.add({"calendar/polling-days.tsv", row.line, "", std::string(row.cells[0]),
                             "expected an ISO date"});
      }
      for (const auto nation : split_list(row.cells[1])) {
        if (context_.lexicon.place_named(nation) == kNone) {
          context_.faults.add({"calendar/polling-days.tsv", row.line, "", std::string(nation),
                               "no area has this id"});
        }
        polling_day.nations.emplace_back(nation);
      }
      for (const auto kind : split_list(row.cells[2])) {
        const std::uint16_t bit = place_kind_named(kind);
        if (bit == 0)
          context_.faults.add({"calendar/polling-days.tsv", row.line, "", std::string(kind),
                               "no such kind of council"});
        polling_day.kinds |= bit;
      }
      if (polling_day.day <= last) {
        context_.faults.add({"calendar/polling-days.tsv", row.line, "", std::string(row.cells[0]),
                             "the days must ascend"});
      }
      last = polling_day.day;
      if (polling_day.kinds == 0)
        context_.lexicon.other_days.push_back(polling_day.day);
      else
        context_.lexicon.polling_days.push_back(std::move(polling_day));
    }
  }

 private:
  LoadContext& context_;
};

}  // namespace

void load_polling_days(LoadContext& context) { PollingDayLoader(context).load_polling_days(); }

void load_months(LoadContext& context) {
  constexpr int kLast = 12;
  constexpr const char* kPath = "calendar/months.tsv";
  const auto months = read_tsv(context.files, kPath, {"month", "names"}, context.faults);
  for (const TsvRow& row : months.rows) {
    int month = 0;
    const std::string_view digits = row.cells[0];
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), month);
    if (error != std::errc() || end != digits.data() + digits.size() || month < 1 ||
        month > kLast) {
      context.faults.add({kPath, row.line, "", std::string(digits), "expected a month, 1 to 12"});
      continue;
    }
    for (const auto name : split_list(row.cells[1])) {
      const std::span<const WordId> words = context.words_of(name);
      if (words.size() != 1) {
        context.faults.add({kPath, row.line, "", std::string(name), "expected one word"});
        continue;
      }
      auto& known = context.lexicon.months;
      if (known.size() <= words.front()) known.resize(words.front() + std::size_t{1});
      known[words.front()] = static_cast<std::uint8_t>(month);
    }
  }
}

}  // namespace recount
