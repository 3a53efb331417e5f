#include "output/report/chamber_svg.h"

#include <doctest/doctest.h>

#include <cmath>
#include <cstdio>
#include <map>
#include <string>

#include "output/report/hemicycle.h"
#include "output/report/markup.h"

namespace recount {
namespace {

std::size_t count(const std::string& text, const std::string& part) {
  std::size_t out = 0;
  for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + 1))
    ++out;
  return out;
}

Chamber chamber(std::vector<Bench> benches, int untold, bool size_told) {
  Chamber out;
  out.benches = std::move(benches);
  for (const Bench& bench : out.benches) out.seats += bench.seats;
  out.untold = untold;
  out.seats += untold;
  out.size_told = size_told;
  return out;
}

ChamberPicture medway() {
  ChamberPicture out;
  out.council = "Medway";
  out.election = "2023-05-04";
  const Bench labour{"labour", "Labour", "L", "#e4003b", 33, false};
  const Bench tories{"conservative", "Conservative", "C", "#0087dc", 22, true};
  out.before = chamber({{"conservative", "Conservative", "C", "#0087dc", 33, false},
                        {"labour", "Labour", "L", "#e4003b", 20, false}},
                       6, true);
  out.after = chamber({labour, tories}, 4, true);
  return out;
}

/// Whether elements are closed in the order in which they were opened; no attribute lacks quotes.
bool well_formed(const std::string& text) {
  std::vector<std::string> open;
  for (std::size_t at = text.find('<'); at != std::string::npos; at = text.find('<', at + 1)) {
    const std::size_t end = text.find('>', at);
    if (end == std::string::npos) return false;
    const std::string tag = text.substr(at + 1, end - at - 1);
    if (count(tag, "\"") % 2 != 0) return false;
    const std::string name = tag.substr(0, tag.find_first_of(" \n/", 1));
    if (tag.front() == '/') {
      if (open.empty() || "/" + open.back() != tag) return false;
      open.pop_back();
    } else if (tag.back() != '/') {
      open.push_back(name);
    }
  }
  return open.empty();
}

TEST_CASE("chamber picture: a circle for each seat in its party's colour, with its letters") {
  const ChamberPicture picture = medway();
  const std::string svg = chamber_svg(picture, ChamberTime::kAfter, *picture.after);
  CHECK_MESSAGE(well_formed(svg), svg);
  CHECK(count(svg, "<circle ") == 59);
  CHECK(count(svg, "fill=\"#e4003b\" class=\"chart-seat\"") == 33);
  CHECK(count(svg, "fill=\"#0087dc\" class=\"chart-seat\"") == 22);
  CHECK(count(svg, "fill=\"none\" class=\"chart-empty\"") == 4);
  CHECK(count(svg, ">L</text>") == 33);
  CHECK(count(svg, "<title>Labour: 33 seats</title>") == 1);
  CHECK(count(svg, "<title>Conservative: 22 seats, disputed</title>") == 1);
  CHECK(count(svg, "<title>Not told: 4 seats</title>") == 1);
  CHECK(count(svg, "class=\"chart-line\"") == 1);
  CHECK(count(svg, ">30</text>") == 1);
}

TEST_CASE("chamber picture: named and described, without style, script, link or id") {
  const ChamberPicture picture = medway();
  const std::string svg = chamber_svg(picture, ChamberTime::kBefore, *picture.before);
  CHECK(
      svg.find("role=\"img\">\n<title>Medway, election of 4 May 2023: Before the election</title>\n"
               "<desc>Conservative 33 and Labour 20 of 59 seats, 6 are not told; 30 are a "
               "majority, which Conservative has.</desc>") != std::string::npos);
  for (const char* no : {"style", "script", "href", " id=", "url("}) {
    CAPTURE(no);
    CHECK(svg.find(no) == std::string::npos);
  }
}

TEST_CASE("chamber picture: without the size of the council there is no majority line") {
  ChamberPicture picture = medway();
  picture.after->untold = 0;
  picture.after->seats = 55;
  picture.after->size_told = false;
  const std::string svg = chamber_svg(picture, ChamberTime::kAfter, *picture.after);
  CHECK(count(svg, "<circle ") == 55);
  CHECK(count(svg, "chart-line") == 0);
  CHECK(chamber_file(picture).find("55 seats told, size not known") != std::string::npos);
}

TEST_CASE("chamber file: both chambers and a legend, for light and dark, the same each time") {
  const ChamberPicture picture = medway();
  const std::string svg = chamber_file(picture);
  CHECK_MESSAGE(well_formed(svg), svg);
  CHECK(svg == chamber_file(picture));
  CHECK(count(svg, "<circle ") == 59 + 59 + 2);
  CHECK(svg.find("prefers-color-scheme: dark") != std::string::npos);
  CHECK(svg.find(">20 \xE2\x86\x92 33 (+13)</text>") != std::string::npos);
  CHECK(svg.find(">33 \xE2\x86\x92 22 (\xE2\x88\x92"
                 "11), disputed</text>") != std::string::npos);
  ChamberPicture after = picture;
  after.before.reset();
  CHECK(count(chamber_file(after), "<circle ") == 59 + 2);
}

TEST_CASE("chamber picture: seats lie inside the picture, however few there are") {
  for (int seats = 1; seats < 60; ++seats) {
    CAPTURE(seats);
    ChamberPicture picture;
    picture.after = chamber({{"labour", "Labour", "L", "#e4003b", seats, false}}, 0, true);
    const std::string svg = chamber_svg(picture, ChamberTime::kAfter, *picture.after);
    for (std::size_t at = svg.find("<circle "); at != std::string::npos;
         at = svg.find("<circle ", at + 1)) {
      double x = 0, y = 0, radius = 0;
      REQUIRE(std::sscanf(svg.c_str() + at, "<circle cx=\"%lf\" cy=\"%lf\" r=\"%lf\"", &x, &y,
                          &radius) == 3);
      CHECK(x - radius >= 0);
      CHECK(x + radius <= 400);
      CHECK(y - radius >= 32);
      CHECK(y + radius <= 252);
    }
  }
}

TEST_CASE("chamber picture: names stay text") {
  ChamberPicture picture = medway();
  picture.council = "<script>alert(1)</script>\x01\xFF";
  picture.after->benches[0].name = "\"'><b onload=x>&amp;";
  for (const std::string& svg :
       {chamber_file(picture), chamber_svg(picture, ChamberTime::kAfter, *picture.after)}) {
    CHECK_MESSAGE(well_formed(svg), svg);
    CHECK(count(svg, "<script") == 0);
    CHECK(count(svg, "<b") == 0);
    CHECK(svg.find("&amp;amp;") != std::string::npos);
    CHECK(svg.find('\x01') == std::string::npos);
    CHECK(svg.find('\xFF') == std::string::npos);
  }
}

TEST_CASE("escaped markup is text again when it is read") {
  CHECK(escape_markup("a < b & \"c\" > 'd'\n") ==
        "a &lt; b &amp; &quot;c&quot; &gt; &#39;d&#39;\n");
  CHECK(escape_markup(std::string_view("\0\x1B\x7F\xC3(\xC3\xA9", 7)) ==
        "\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD(\xC3\xA9");
}

TEST_CASE("hemicycle: every seat is there, inside half a ring, and touches no other") {
  for (int seats = 1; seats <= 400; ++seats) {
    CAPTURE(seats);
    const Hemicycle all = hemicycle(seats);
    REQUIRE(all.seats.size() == static_cast<std::size_t>(seats));
    REQUIRE(all.radius > 0);
    double nearest = 10;
    for (std::size_t i = 0; i < all.seats.size(); ++i) {
      const double distance = std::hypot(all.seats[i].x, all.seats[i].y);
      CHECK((distance > kInnerRow - 1e-9 && distance < 1 + 1e-9));
      CHECK(all.seats[i].y > -1e-9);
      for (std::size_t k = 0; k < i; ++k) {
        nearest = std::min(
            nearest, std::hypot(all.seats[i].x - all.seats[k].x, all.seats[i].y - all.seats[k].y));
      }
    }
    if (seats > 1) CHECK(nearest > 2 * all.radius);
  }
}

TEST_CASE("hemicycle: half of the seats are left of the middle") {
  for (int seats = 1; seats <= 400; ++seats) {
    CAPTURE(seats);
    const Hemicycle all = hemicycle(seats);
    const std::size_t half = all.seats.size() / 2;
    for (std::size_t i = 0; i < half; ++i) CHECK(all.seats[i].x < 1e-9);
    for (std::size_t i = half + all.seats.size() % 2; i < all.seats.size(); ++i)
      CHECK(all.seats[i].x > -1e-9);
  }
}

}  // namespace
}  // namespace recount
