#include "corpus/html/tree.h"

#include <doctest/doctest.h>

#include <string>

#include "corpus/html/body_text.h"
#include "corpus/html/html_reader.h"

using namespace recount;

namespace {

/// All text of a page, nothing left out.
std::string text_of(const std::string& page) {
  const html::Tree tree = html::parse(page);
  html::Body all;
  all.left_out.resize(tree.size());
  return html::write_body(tree, all);
}

std::string repeated(const std::string& text, std::size_t times) {
  std::string out;
  out.reserve(text.size() * times);
  for (std::size_t i = 0; i < times; ++i) out += text;
  return out;
}

// An article. What stands around it in the tests below has a fact in it that must not come out.
const std::string kMedwayArticle =
    "<p>The Conservatives took control of Medway Council early this morning, winning 33 of the "
    "59 seats.</p><p>Labour lost four seats and is left with 20 councillors on the new council.</p>"
    "<p>The turnout was 35 per cent, which is two points lower than it was four years ago.</p>";
const std::string kMedwayStory =
    "Tories take Medway Council\n\n"
    "The Conservatives took control of Medway Council early this morning, winning 33 of the 59 "
    "seats.\n\nLabour lost four seats and is left with 20 councillors on the new council.\n\n"
    "The turnout was 35 per cent, which is two points lower than it was four years ago.";
const std::string kMedwayHeading = "<h1>Tories take Medway Council</h1>";

/// The text of a page with that title.
std::string read_medway(const std::string& body) {
  return read_html("<html><head><title>Tories take Medway Council</title></head><body>" + body +
                       "</body></html>",
                   "")
      .text;
}

}  // namespace

TEST_CASE("html: what text belongs together") {
  CHECK(text_of("<p>one<p>two<div>three</div>four") == "one\n\ntwo\n\nthree\nfour");
  CHECK(text_of("<b>La<i>bo</b>ur</i> 13") == "Labour 13");
  CHECK(text_of("<ul><li>a<li>b<ul><li>c</ul><li>d</ul>") == "a\nb\n\nc\n\nd");
  CHECK(text_of("<dl><dt>Turnout<dd>38%<dt>Seats:<dd>40</dl>") == "Turnout: 38%\nSeats: 40");
  CHECK(text_of("<h2>Kent</h3>Labour won") == "Kent\nLabour won");
  CHECK(text_of("won<br>33 seats<br>\nLabour gained<br>\nthree<br><br>More") ==
        "won\n33 seats\nLabour gained three\n\nMore");
  CHECK(text_of("<div><p>x</div></p>y</p>z") == "x\n\ny\n\nz");
  CHECK(text_of("<span>Labour</span><span>33</span><span>L</span><span>abour</span>") ==
        "Labour 33 Labour");
  CHECK(text_of("33<sup>1</sup> seats, the 5<sup>th</sup>") == "33 seats, the 5th");
}

TEST_CASE("html: rows of tables") {
  CHECK(text_of("<table><tr><th>Party<th>Seats<tr><td>Labour<td>33<tr><td>Green<td></table>") ==
        "Party\tSeats\nLabour\t33\nGreen\t-");
  CHECK(text_of("<table><tr><th></th><th>Lab</th><th>Con</th></tr>"
                "<tr><th>Dover</th><td>17</td><td>14</td></tr></table>") ==
        "Lab\tCon\nDover\t17\t14");
  CHECK(text_of("<table><tr><th>Council<th>Party<th>Seats<tr><td rowspan=2>Dover<td>Lab<td>17"
                "<tr><td>Con<td>14</table>") == "Dover\nParty\tSeats\nLab\t17\nCon\t14");
  CHECK(text_of("<table><tr><th>Party<th>Seats<tr><td colspan=2>Dover<tr><td>Lab<td>17</table>") ==
        "Dover\nParty\tSeats\nLab\t17");
  CHECK(text_of("<table><tr><th>Council<th>Party<th>Seats<tr><td>Dover<td>Lab<td>17"
                "<tr><td>Dover<td>Con<td>14</table>") == "Dover\nParty\tSeats\nLab\t17\nCon\t14");
  CHECK(text_of("<table>loose<tr>text<td>a<td>b</table>") == "loose\ntext\na\tb");
}

TEST_CASE("html: what only looks like markup") {
  CHECK(text_of("3 < 4 > 2 <3 & < ") == "3 < 4 > 2 <3 & <");
  CHECK(text_of("a<!-- <p>b</p> -->c<!-->d<!--->e<!-- -- >f") == "acdef");
  CHECK(text_of("<![CDATA[Labour <b>won</b>]]> 33") == "Labour won 33");
  CHECK(text_of("<script>x = '<p>no</p>' + \"</div>\"</script>yes") == "yes");
  CHECK(text_of("<script><!-- <script>no</script> no --></script>yes") == "yes");
  CHECK(text_of("<style>p > b {}</style><title>no</title><textarea><p>no</textarea>yes") == "yes");
  CHECK(text_of("<p title='a > b' data-x=\"<p>no\">yes</p></nonsense></ p>") == "yes");
  CHECK(text_of("<svg><path d='M1'/><p>yes") == "yes");
}

TEST_CASE("html: what never ends swallows nothing") {
  CHECK(text_of("a<!-- b <p>c") == "ac");
  CHECK(text_of("a<a href=\"b>c</a><p>d") == "ac\n\nd");
  CHECK(text_of("<title>a<p>b") == "b");
  CHECK(text_of("a<b") == "a");
  CHECK(text_of("<table><tr><td>a<td>b") == "a\tb");
}

TEST_CASE("html: character references") {
  CHECK(text_of("&pound;3 &#8217;&#x2019;&#146;&rsquo; &amp;amp; AT&T &nosuch; &percnt;&period;") ==
        "£3 ’’’’ &amp; AT&T &nosuch; %.");
  CHECK(text_of("a&shy;b\xC2\xAD&#8203;c&nbsp;d&#0;&#xD800;&#99999999;") ==
        "abc d\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD");
  CHECK(text_of(std::string("a\0b\x01", 4)) == "ab");
}

TEST_CASE("html: any nesting, and time that does not grow with it") {
  const std::string fact = "Labour gained 13 seats in Medway";
  constexpr std::size_t kDeep = 100'000;
  for (const char* tag : {"<div>", "<div></b>", "<b>", "<p><div>", "<ul><li>", "<table><tr><td>",
                          "<a href=x>", "<svg>", "<h1>", "<nosuch>", "<!--", "<title>", "<a b='",
                          "<form>", "<button>", "<dl><dd>", "<h2>Related", "<![CDATA["}) {
    CAPTURE(tag);
    const std::string page = repeated(tag, kDeep / 4) + "<p>" + fact + "</p>";
    static_cast<void>(read_html(page, ""));
  }
  CHECK(read_html(repeated("<div>", kDeep) + fact + repeated("</div>", kDeep), "").text == fact);
  CHECK(read_html(repeated("<div>", kDeep) + fact, "").text == fact);
  CHECK(read_html(repeated("<font><center>", kDeep) + fact, "").text == fact);
  CHECK(read_html("<p id='" + repeated("a&amp;", 1'000'000) + "'>" + fact, "").text == fact);
}

TEST_CASE("html: a line of links above the headline is not read") {
  const std::string ticker = "<b>Just in</b> <a href=/b>Bath: Lib Dems take 29 seats</a>";
  CHECK(read_medway("<div id=ticker>" + ticker + "</div><div id=page>" + kMedwayHeading +
                    kMedwayArticle + "</div><div id=imprint>Part of a group of newspapers</div>") ==
        kMedwayStory);
  CHECK(read_medway("<div>" + kMedwayHeading + "<div>" + kMedwayArticle + "</div></div>") ==
        kMedwayStory);
  CHECK(read_medway("<div><p>" + ticker + "</p>" + kMedwayHeading + kMedwayArticle + "</div>") ==
        kMedwayStory);
  CHECK(
      read_medway("<table><tr><td>Weekly Courier</td><td>Est. 1881<br>Every Thursday</td></tr><tr>"
                  "<td colspan=2><a href=h>Home</a> | <a href=s>Sport</a> | " +
                  ticker + "</td></tr></table><table><tr><td>" + kMedwayHeading + kMedwayArticle +
                  "</td><td><a href=m>Mail us</a></td></tr></table>") == kMedwayStory);
}

TEST_CASE("html: the name of the site is no headline") {
  const std::string page =
      "<html><head><title>The Observer: Tories take Medway Council</title></head><body>"
      "<h1><a href='http://observer.example.org/'>The Observer</a></h1><div class=post>"
      "<h3><a href=/medway>Tories take Medway Council</a></h3>" +
      kMedwayArticle + "</div></body></html>";
  const HtmlArticle article = read_html(page, "");
  CHECK(article.text == kMedwayStory);
  CHECK(article.metadata.title == "Tories take Medway Council");
}

TEST_CASE("html: what a reader presses or fills in is not read") {
  const auto after = [](const std::string& part) {
    return read_medway(kMedwayHeading + "<div class=copy>" + kMedwayArticle + part + "</div>");
  };
  CHECK(after("<div><a href=#>Print this</a> | <a href='javascript:back()'>Back</a></div>") ==
        kMedwayStory);
  CHECK(after("<div><h3>In brief</h3>Every Friday in your box<form><input></form></div>") ==
        kMedwayStory);
  CHECK(after("<noscript>Switch JavaScript on. Labour won 22 seats.</noscript>") == kMedwayStory);
  CHECK(after("<amp-list><div placeholder>Labour won 22 seats in Bath.</div></amp-list>") ==
        kMedwayStory);
  CHECK(read_medway(kMedwayHeading + "<div class=copy>" + kMedwayArticle +
                    "<div><dl><dt>Published<dd><time>5 May 2023"
                    "</time></dl></div></div>") == kMedwayStory);
  // What opens a part heads it.
  CHECK(after("<div><a href=#bath>Bath</a></div><p>Labour won 22 seats.</p>") ==
        kMedwayStory + "\n\nBath\n\nLabour won 22 seats.");
}

TEST_CASE("html: figures of a table stand below their headings") {
  const auto table = [](const std::string& rows) {
    return read_html("<table>" + rows + "</table>", "").text;
  };
  const std::string heads =
      "<thead><tr><th rowspan=2>Area<th rowspan=2>Council<th colspan=2>Seats</tr>"
      "<tr><th>Con<th>Lab</tr></thead>";
  const std::string foot = "<tfoot><tr><td colspan=2>Total<td>60<td>55</tr></tfoot>";
  const std::string kent =
      "<tr><td rowspan=2>Kent<td>Medway<td>33<td>20</tr>"
      "<tr><td>Swale<td>15<td>15</tr>";
  CHECK(table(heads + foot + "<tbody>" + kent + "<tr><td>Avon<td>Bath<td>12<td>20</tr></tbody>") ==
        "Seats\nKent\nCouncil\tCon\tLab\nMedway\t33\t20\nSwale\t15\t15\n"
        "Avon\nCouncil\tCon\tLab\nBath\t12\t20\nTotal\t60\t55");
}
