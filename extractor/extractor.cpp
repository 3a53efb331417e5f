#include "extractor/extractor.h"

#include <algorithm>
#include <future>
#include <string_view>

#include "extractor/discourse/place_resolver.h"
#include "extractor/discourse/posts.h"
#include "extractor/discourse/recast.h"
#include "extractor/discourse/rows.h"
#include "extractor/discourse/sentence_reader.h"
#include "extractor/discourse/site.h"
#include "extractor/discourse/subject_council.h"
#include "extractor/discourse/topic.h"
#include "extractor/facts/contradictions.h"
#include "extractor/facts/election.h"
#include "extractor/facts/fact_builder.h"
#include "extractor/lexicon/annotator.h"
#include "extractor/rules/embedded_patterns.h"

namespace recount {
namespace {

/// Scratch memory of one thread, kept between documents.
struct Workspace {
  Annotation text;
  Annotation title;
  Annotation source;
  std::vector<Frame> frames;
  ReadScratch reading;
};

std::string_view or_empty(const std::optional<std::string>& text) {
  return text ? std::string_view(*text) : std::string_view();
}

/// Parties that only headline or publisher name in full get their number from the article's list.
void adopt_local_parties(const Lexicon& lexicon, Annotation& from, Annotation& text) {
  for (std::size_t s = 0; s < from.sentences.size(); ++s) {
    for (Mention& mention : from.mentions[s]) {
      const auto listed = static_cast<std::int32_t>(lexicon.parties.size());
      if (mention.party < listed) continue;
      const LocalParty& party =
          from.local_parties[static_cast<std::size_t>(mention.party - listed)];
      auto it = std::find_if(text.local_parties.begin(), text.local_parties.end(),
                             [&party](const LocalParty& known) { return known.id == party.id; });
      if (it == text.local_parties.end()) it = text.local_parties.insert(it, party);
      mention.party = listed + static_cast<std::int32_t>(it - text.local_parties.begin());
    }
  }
}

/// The year of the election itself says nothing about other times.
void drop_own_year(const Lexicon& lexicon, int year, Annotation& text) {
  for (std::size_t s = 0; s < text.sentences.size(); ++s) {
    if (!text.contents[s].years) continue;
    std::erase_if(text.mentions[s], [&](const Mention& mention) {
      return mention.symbol == lexicon.core.year && static_cast<int>(mention.value) == year;
    });
  }
}

/// The council that more than half of the names of councils mean, and several of them, or most when
/// it is named first; or none.
PlaceRef main_council(const Lexicon& lexicon, const Annotation& text) {
  constexpr std::ptrdiff_t kLeast = 3;
  std::vector<std::int32_t> named;  // in text order, then by number
  named.reserve(text.sentences.size());
  bool told = false;  // some place has been named
  std::int32_t first = kNone;
  for (std::size_t s = 0; s < text.sentences.size(); ++s) {
    if (!text.contents[s].names) continue;
    for (const Mention& mention : text.mentions[s]) {
      if (mention.place == kNone || mention.inner) continue;
      const bool council = mention.symbol == lexicon.core.council;
      if (!told && council) first = mention.place;
      told = true;
      if (council) named.push_back(mention.place);
    }
  }
  std::sort(named.begin(), named.end());
  std::ptrdiff_t next = 0;  // how often the others are named at most
  std::ptrdiff_t times_first = 0;
  for (auto place = named.begin(); place != named.end();) {
    const auto end = std::upper_bound(place, named.end(), *place);
    const std::ptrdiff_t times = end - place;
    if (times >= kLeast && times * 2 > std::ssize(named)) return {PlaceKind::kCouncil, *place};
    if (*place == first)
      times_first = times;
    else
      next = std::max(next, times);
    place = end;
  }
  const bool most = times_first >= kLeast && times_first > next;
  return most ? PlaceRef{PlaceKind::kCouncil, first} : PlaceRef{};
}

/// The council that all names of places in the text mean, if they mean one; or none.
PlaceRef sole_council(const Lexicon& lexicon, const Annotation& text) {
  PlaceRef only;
  for (std::size_t s = 0; s < text.sentences.size(); ++s) {
    if (!text.contents[s].names) continue;
    for (const Mention& mention : text.mentions[s]) {
      if (mention.place == kNone || mention.place == only.place) continue;
      const bool council = mention.symbol == lexicon.core.council || mention.inner;
      if (only.place != kNone || !council) return {};
      only = {PlaceKind::kCouncil, mention.place};
    }
  }
  return only;
}

bool names_place(const Annotation& text) {
  for (std::size_t s = 0; s < text.sentences.size(); ++s) {
    if (!text.contents[s].names) continue;
    for (const Mention& mention : text.mentions[s]) {
      if (mention.place != kNone) return true;
    }
  }
  return false;
}

/// Whether the publisher is a council ("Medway Council") and nothing but one.
bool publishes_its_own(const Lexicon& lexicon, const Annotation& source) {
  if (source.sentences.size() != 1 || source.mentions.front().size() != 1) return false;
  const Mention& name = source.mentions.front().front();
  return name.name != kNone && name.formal && name.symbol == lexicon.core.council;
}

std::string detail_of(const Lexicon& lexicon, const Annotation& annotation,
                      const Mention& mention) {
  if (mention.place != kNone)
    return lexicon.places.places[static_cast<std::size_t>(mention.place)].id;
  if (mention.party != kNone) return party_id(lexicon, annotation, mention.party);
  if (!mention.has_value) return "";
  std::string value = std::to_string(mention.value);
  value.erase(value.find_last_not_of('0') + 1);
  if (value.back() == '.') value.pop_back();
  return value;
}

TraceSentence trace_sentence(const Lexicon& lexicon, const Annotation& annotation,
                             std::size_t index) {
  const Sentence& sentence = annotation.sentences[index];
  TraceSentence out;
  out.begin = annotation.tokens[sentence.first].begin;
  out.end = annotation.tokens[sentence.last - 1].end;
  out.heading = sentence.kind == BlockKind::kHeading;
  for (const Mention& mention : annotation.mentions[index]) {
    out.mentions.push_back(
        {lexicon.symbols[mention.symbol].name, detail_of(lexicon, annotation, mention),
         annotation.tokens[mention.first].begin, annotation.tokens[mention.last - 1].end});
  }
  return out;
}

}  // namespace

Result<Extractor> Extractor::load(const PatternFiles& files) {
  Faults faults, rule_faults;
  auto data = std::make_shared<Data>();
  // Rules take longer than all else, and need little of it.
  std::future<RuleSet> rules;
  load_lexicon(files, data->lexicon, faults, [&] {
    rules = std::async(std::launch::async, [&] {
      return load_rules(files, data->lexicon, data->settings, rule_faults);
    });
  });
  data->calibration = Calibration::load(files, faults);
  if (faults.empty()) {
    data->years = PollingYears(data->lexicon);
    data->telling = TellingWords(data->lexicon);
  }
  data->rules = rules.get();
  faults.add(rule_faults);
  if (!faults.empty()) return Error{ErrorCode::kBadPatterns, faults.report()};
  return Extractor(std::move(data));
}

Result<Extractor> Extractor::load_directory(const std::string& directory) {
  Result<PatternFiles> files = PatternFiles::read(directory);
  if (!files.ok()) return files.error();
  return load(files.value());
}

Result<Extractor> Extractor::load_embedded() {
  std::vector<PatternFile> files;
  for (const EmbeddedFile& file : embedded_patterns()) {
    PatternFile& loaded = files.emplace_back(PatternFile{std::string(file.path), {}, file.packed});
    if (file.packed.empty()) loaded.content = file.content;
  }
  return load(PatternFiles(std::move(files)));
}

Result<Extractor> Extractor::load_embedded_text() {
  std::vector<PatternFile> files;
  for (const EmbeddedFile& file : embedded_patterns())
    files.push_back({std::string(file.path), std::string(file.content)});
  return load(PatternFiles(std::move(files)));
}

std::vector<Fact> Extractor::extract(const Document& document, Trace* trace) const {
  static thread_local Workspace workspace;
  const Lexicon& lexicon = data_->lexicon;
  Annotation& text = workspace.text;
  Annotation& title = workspace.title;
  // What holds nothing by speaks_of_vote() mostly shows that without being annotated. Of what is
  // asked why it holds nothing, all is read.
  if (trace == nullptr && !words_stand_in(document.text, document.metadata)) return {};
  annotate(document.text, lexicon, text);
  annotate(or_empty(document.metadata.title), lexicon, title);
  annotate(or_empty(document.metadata.source), lexicon, workspace.source);
  const bool speaks = speaks_of_vote(lexicon, {&text, &title, &workspace.source});
  adopt_local_parties(lexicon, title, text);
  adopt_local_parties(lexicon, workspace.source, text);

  const Election election = find_election(lexicon, document.metadata, title, document.text, text);
  const LikelyDays likely = election.day != 0 ? known_day(lexicon, election.day)
                                              : data_->years.likely_days(lexicon, title, text);
  resolve_places(lexicon, likely, {&title, &text});
  drop_own_year(lexicon, election.year, text);
  join_rows(lexicon, document.text, election.year, data_->settings.largest_council, text);
  const bool silent = !speaks && !heads_column(lexicon, text);
  if (silent && trace == nullptr) return {};
  mark_posts(lexicon, document.text, text);

  std::vector<Mention> headline_mentions;
  for (std::size_t i = 0; i < title.sentences.size(); ++i) {
    headline_mentions.insert(headline_mentions.end(), title.mentions[i].begin(),
                             title.mentions[i].end());
  }
  Context context(lexicon, data_->settings);
  context.set_day(election.day);
  if (election.day == 0) context.set_polled(likely.kinds, likely.leaves_open(kCounty));
  // Of a text without a headline from outside the heading that it opens with is one, unless it is
  // that of a post.
  const bool live = is_live_page(text);
  std::int32_t site = site_of_source(lexicon, workspace.source);
  if (site == kNone && !live) site = site_of_text(lexicon, document.text, text);
  const bool opens = !live && headline_mentions.empty() && !text.sentences.empty() &&
                     text.sentences.front().kind == BlockKind::kHeading;
  context.begin(opens ? text.mentions.front() : headline_mentions, site, live);
  if (publishes_its_own(lexicon, workspace.source)) {
    resolve_places(lexicon, likely, {&workspace.source});
    context.set_publisher(workspace.source.mentions.front().front().place);
  }
  if (!context.live_page()) {
    context.set_main(main_council(lexicon, text), sole_council(lexicon, text));
    context.set_subject(subject_council(lexicon, context, text));
  } else {
    context.set_page(page_council(lexicon, context, text));
  }
  if (trace != nullptr) {
    trace->document.push_back(
        "election: " + (election.day != 0 ? format_day(election.day) : std::string("unknown")) +
        (election.far ? "; published far from any polling day" : ""));
    if (election.day == 0 && likely.day != 0)
      trace->document.push_back("likely day: " + format_day(likely.day));
    if (const PlaceRef about = context.title(); about.place != kNone)
      trace->document.push_back("about: " +
                                lexicon.places.places[static_cast<std::size_t>(about.place)].id);
    if (context.live_page()) trace->document.push_back("a live page: posts stand alone");
  }

  TopicReading topic = read_topic(lexicon, data_->settings, headline_mentions, text);
  if (topic.home == 0 && !names_place(title) && !names_place(text)) context.set_nameless();
  for (std::uint32_t i = 0; trace != nullptr && i < text.sentences.size(); ++i)
    trace->sentences.push_back(trace_sentence(lexicon, text, i));
  SentenceReader reader(document.text, text, lexicon, data_->rules, data_->settings,
                        workspace.reading);
  workspace.frames.clear();
  for (std::uint32_t i = 0; i < text.sentences.size(); ++i) {
    reader.read(i, context, workspace.frames, trace != nullptr ? &trace->sentences[i] : nullptr);
  }
  settle_counties(context, workspace.frames);
  settle_running(workspace.frames);
  decide_topic(context, data_->settings, election, workspace.frames, topic);
  if (trace != nullptr) {
    trace->document.push_back(
        "evidence for council elections " + std::to_string(topic.local) + ", for something else " +
        std::to_string(topic.other) + ", for a preview " + std::to_string(topic.preview) +
        "; councils spoken of " + std::to_string(topic.talk) + ", named " +
        std::to_string(topic.home) + ", words for other countries " + std::to_string(topic.abroad));
    if (topic.topic == Topic::kElsewhere) {
      trace->document.push_back("about something else: no facts");
    }
    if (topic.topic == Topic::kPreview) {
      trace->document.push_back("written before the vote: only the state before it");
    }
  }
  apply_topic(topic.topic, workspace.frames);
  if (silent) {
    workspace.frames.clear();
    trace->document.push_back("names no party and does not speak of the vote: no facts");
  }
  drop_where_none_polled(lexicon, election, workspace.frames);
  drop_lone_turnout(workspace.frames);
  drop_astray(data_->settings, workspace.frames);
  // The posts of a live page tell how a count went on.
  if (!context.live_page())
    drop_contradicted(data_->settings, data_->calibration, clarity(topic), text, workspace.frames,
                      trace);
  return build_facts(document, lexicon, text, election, workspace.frames, data_->calibration,
                     clarity(topic), trace);
}

}  // namespace recount
