// Councils and areas, their names, and what decides between them.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace recount {

/// A day as yyyymmdd, so that days compare as numbers; 0 is unknown.
using Day = std::int32_t;

/// The day of the calendar; 0 when there is none such.
Day day_of(int year, int month, int day);
/// "2023-05-04" as 20230504; 0 when it is no ISO date.
Day parse_day(std::string_view iso);
/// 20230504 as "2023-05-04".
std::string format_day(Day day);

/// Kinds of council as a bit set, since a form such as "city council" allows several.
enum PlaceKindBit : std::uint16_t {
  kCounty = 1,
  kUnitary = 2,
  kDistrict = 4,
  kMetropolitan = 8,
  kLondonBorough = 16,
  kScottish = 32,
  kWelsh = 64,
  kNorthernIrish = 128,
  kOtherCouncil = 256,
  kArea = 512,
};
/// The bit of that name in the tables ("unitary"), or 0.
std::uint16_t place_kind_named(std::string_view name);

struct Place {
  struct Within {  // what it lies in, as numbers, 0 for none: quick to count by
    std::int32_t nation = 0, region = 0, county = 0;
    std::int32_t itself = 0;  // of an area
  } within;
  Day start = 0;  // first election day; 0 is "as long as records go"
  Day end = 0;    // day of abolition; 0 is "lives"
  std::uint16_t kind = 0;
  std::string id;
  std::string name;                    // for display
  std::string official;                // folded, "medway council"; empty for areas
  std::string nation, region, county;  // ids of areas or empty
  std::string slug;                    // Democracy Club's name of it in election ids

  bool is_area() const { return kind == kArea; }
  /// An area between a county and a nation.
  bool is_region() const {
    return is_area() && within.itself != within.nation &&
           (within.region == 0 || within.region == within.itself);
  }
  bool alive(Day day) const { return (start == 0 || start <= day) && (end == 0 || day < end); }
};

struct PlaceCandidate {
  std::int32_t place;
  bool fallback;  // the one meant when nothing else decides
};

/// All places that one name can mean.
struct PlaceName {
  std::string folded;
  std::vector<PlaceCandidate> candidates;
};

/// What is asked of a name wherever it stands in a text: apart from the rest, to lie close
/// together.
struct NameTraits {
  bool needs_proof = false;  // also an ordinary word, a surname, a river ...
  bool other_name = false;   // of them, a name whatever it is, and of no place abroad
  bool areas_only = false;   // none of the places is a council
  bool formal = false;       // "lewes district council": says itself that it is a council's
};

/// What may follow a council's name ("district council") and the kinds of council it allows.
struct CouncilForm {
  std::string folded;
  std::uint16_t kinds = 0;
};

struct Places {
  std::vector<Place> places;
  std::size_t within_count = 1;  // numbers that Place::within uses, with 0
  std::vector<PlaceName> names;
  std::vector<NameTraits> traits;  // of names
  std::vector<CouncilForm> forms;
};

/// A polling day of ordinary council elections.
struct PollingDay {
  Day day = 0;
  std::vector<std::string> nations;  // ids of areas
  std::uint16_t kinds = 0;           // kinds of council that polled somewhere
};

}  // namespace recount
