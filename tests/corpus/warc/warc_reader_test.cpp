#include <doctest/doctest.h>

#include <cstdint>
#include <filesystem>
#include <fstream>

#include "corpus/article_source.h"
#include "tests/support/compress.h"
#include "tests/support/raw_items.h"
#include "tests/support/temp_folder.h"
#include "tests/support/warc.h"

namespace recount {
namespace {

using testing::gzip;
using testing::TempFolder;
using testing::warc_info;
using testing::warc_page;
using testing::warc_record;
using Strings = std::vector<std::string>;

/// What comes of a file with these bytes, called "a.warc".
Strings warc_items(const std::string& bytes, const SourceOptions& options = {}) {
  return testing::items_in("a.warc", bytes, options);
}

TEST_CASE("warc: responses, resources and conversions are articles, the rest is passed over") {
  const std::string bytes =
      warc_info() +
      warc_record("request", "http://a/", "application/http", "GET / HTTP/1.1\r\n\r\n") +
      warc_page("http://a/", "<p>A") + warc_record("metadata", "http://a/", "text/plain", "m: 1") +
      warc_record("resource", "file:b.html", "text/html; charset=latin1", "<p>B") +
      warc_record("resource", "file:b.png", "image/png", "PNG") +
      warc_record("revisit", "http://a/", "application/http", "HTTP/1.1 200 OK\r\n\r\n") +
      warc_record("conversion", "http://c/", "text/plain", "C") +
      warc_record("response", "http://d/", "application/http",
                  "HTTP/1.1 404 Not Found\r\nContent-Type: text/html\r\n\r\nnone") +
      warc_record("response", "http://e/", "application/http",
                  "HTTP/1.1 200 OK\r\nContent-Type: text/css\r\n\r\nbody {}") +
      warc_record("response", "<http://f/>", "application/http", "HTTP/1.0 200 OK\n\nF");
  CHECK(warc_items(bytes) ==
        Strings{"http://a/: <p>A", "file:b.html: <p>B", "http://c/: C", "http://f/: F"});
}

TEST_CASE("warc: an article knows its place, address, format, encoding and day of the crawl") {
  const TempFolder folder;
  const std::string info = warc_info();
  const std::string record =
      warc_record("resource", "http://b/", "text/plain; charset=\"UTF-16\"", "B");
  for (const bool compressed : {false, true}) {
    CAPTURE(compressed);
    const std::string bytes = compressed
                                  ? gzip(info) + gzip(record) + gzip(warc_page("http://c/", "C"))
                                  : info + record + warc_page("http://c/", "C");
    ArticleSource source({folder.write("a.warc", bytes)}, {});
    const SourceOptions options;
    const std::vector<RawItem> got = open_parcel(*source.next(), options);
    REQUIRE(got.size() == 2);
    const auto& b = std::get<RawArticle>(got[0]);
    CHECK(b.path == folder.path("a.warc"));
    CHECK(b.offset == (compressed ? gzip(info).size() : info.size()));
    CHECK(b.metadata.url == "http://b/");
    CHECK_FALSE(b.metadata.published);
    CHECK(b.fetched == "2023-05-06");
    CHECK(b.format == Format::kText);
    CHECK(b.charset == "UTF-16");
    const auto& c = std::get<RawArticle>(got[1]);
    CHECK(c.format == Format::kHtml);
    CHECK(c.charset == "utf-8");
  }
}

TEST_CASE("warc: bodies are unchunked and decompressed, also where only the header says so") {
  const std::string page = "<html>" + std::string(3000, 'x') + "é</html>";
  const std::string chunked = "3\r\n<p>\r\n2;x=y\r\nAB\r\n0\r\n\r\n";
  CHECK(warc_items(warc_page("u", chunked, "Transfer-Encoding: chunked\r\n")) ==
        Strings{"u: <p>AB"});
  CHECK(warc_items(warc_page("u", "<p>AB", "Transfer-Encoding: Chunked\r\n")) ==
        Strings{"u: <p>AB"});
  const std::vector<std::pair<std::string, std::string>> bodies = {
      {"gzip", gzip(page)},
      {"x-gzip", gzip(page) + gzip("")},
      {"deflate", testing::zlib(page)},
      {"deflate", testing::raw_deflate(page)},
      {"br", testing::brotli(page)},
      {"identity", page},
      {"gzip, br", testing::brotli(gzip(page))},
      {"gzip", page},
      {"br", page},
      {"deflate", page}};
  const auto in_chunks = [](const std::string& body) {
    std::string out;
    for (std::size_t at = 0; at < body.size(); at += 10) {
      const std::string chunk = body.substr(at, 10);
      out += (chunk.size() == 10 ? "a" : std::to_string(chunk.size())) + "\r\n" + chunk + "\r\n";
    }
    return out + "0\r\n\r\n";
  };
  for (const auto& [coding, body] : bodies) {
    CAPTURE(coding);
    const std::string header = "content-encoding: " + coding + "\r\n";
    CHECK(warc_items(warc_page("u", body, header)) == Strings{"u: " + page});
    CHECK(warc_items(warc_page("u", in_chunks(body), header + "transfer-encoding: chunked\r\n")) ==
          Strings{"u: " + page});
  }
}

TEST_CASE("warc: a body that cannot be decoded is a failure, unless the crawler cut it") {
  const std::string body = gzip(std::string(100'000, 'x') + "end");
  const std::string gz = "Content-Encoding: gzip\r\n";
  const auto only = [](const Strings& lines) { return lines.size() == 1 ? lines[0] : "not one"; };
  CHECK(only(warc_items(warc_page("u", body.substr(0, 80), gz))) ==
        "a.warc: record at byte 0: its compressed body is cut short");
  std::string broken = body;
  broken[20] = static_cast<char>(broken[20] ^ 0x55);
  CHECK(only(warc_items(warc_page("u", broken, gz))).find("its compressed body is damaged: ") !=
        std::string::npos);
  CHECK(only(warc_items(
            warc_page("u", testing::brotli(body).substr(0, 30), "Content-Encoding: br\r\n"))) ==
        "a.warc: record at byte 0: its compressed body is cut short");
  CHECK(only(warc_items(warc_page("u", "x", "Content-Encoding: zstd\r\n"))) ==
        "a.warc: record at byte 0: its content coding \"zstd\" is not known");
  CHECK(
      only(warc_items(warc_page("u", "5\r\nabcde\r\n9\r\nf", "Transfer-Encoding: chunked\r\n"))) ==
      "a.warc: record at byte 0: its chunked body is cut short");
  CHECK(only(warc_items(warc_record("response", "u", "application/http", "no header"))) ==
        "a.warc: record at byte 0: its HTTP header is damaged");
  std::string cut = warc_page("u", "5\r\nabcde\r\n9\r\nf", "Transfer-Encoding: chunked\r\n");
  cut.insert(cut.find("WARC-Date"), "WARC-Truncated: length\r\n");
  CHECK(warc_items(cut) == Strings{"u: abcdef"});
}

TEST_CASE("warc: a body that grows beyond the limits is a failure") {
  SourceOptions options;
  options.max_document = 1'000'000;
  const std::string zeros(2'000'000, '0');
  CHECK(warc_items(warc_page("u", gzip(zeros), "Content-Encoding: gzip\r\n"), options) ==
        Strings{"a.warc: record at byte 0: larger than 1000000 bytes when decompressed"});
  CHECK(warc_items(warc_page("u", testing::brotli(zeros), "Content-Encoding: br\r\n"), options) ==
        Strings{"a.warc: record at byte 0: larger than 1000000 bytes when decompressed"});
  const std::string many(20'000'000, '0');
  options.max_document = many.size();
  options.max_ratio = 10;
  CHECK(
      warc_items(warc_page("u", gzip(many), "Content-Encoding: gzip\r\n"), options) ==
      Strings{"a.warc: record at byte 0: grows to more than 10 times its size when decompressed"});
}

TEST_CASE("warc: a record of 3 GB is passed over") {
  constexpr std::uint64_t kLarge = 3'000'000'000;
  const TempFolder folder;
  for (const char* type : {"text/html", "video/mp4"}) {
    CAPTURE(type);
    std::string record = warc_record("resource", "large", type, "", std::to_string(kLarge));
    record.resize(record.size() - 4);
    const std::string path = folder.write("a.warc", warc_page("a", "A") + record);
    const std::uint64_t begin = std::filesystem::file_size(path) - record.size();
    std::filesystem::resize_file(path, begin + record.size() + kLarge);  // of holes
    std::ofstream(path, std::ios::app) << "\r\n\r\n" << warc_page("b", "B");
    const SourceOptions options;
    ArticleSource source({path}, options);
    Strings expected = {"a: A", "b: B"};
    if (type == std::string("text/html")) {
      expected.insert(expected.begin() + 1, path + ": record at byte " + std::to_string(begin) +
                                                ": larger than 67108864 bytes");
    }
    CHECK(testing::items_of(source, options) == expected);
  }
}

TEST_CASE("warc: behind a damaged record the next one is found") {
  const std::string a = warc_page("a", "A");
  const std::string b = warc_page("b", "B");
  const std::string record = "a.warc: record at byte " + std::to_string(a.size()) + ": ";
  const auto with = [&](const std::string& middle) { return warc_items(a + middle + b); };
  CHECK(with("garbage\r\n") == Strings{"a: A", record + "\"WARC/\" expected", "b: B"});
  CHECK(with("WARC/1.0\r\nWARC-Type: resource\r\n\r\nbody\r\n\r\n") ==
        Strings{"a: A", record + "it has no Content-Length", "b: B"});
  CHECK(with(warc_record("resource", "x", "text/plain", "body", "2")) ==
        Strings{"a: A", record + "Content-Length is 2, but no record begins behind so many bytes",
                "b: B"});
  CHECK(with(warc_record("resource", "x", "text/plain", "body", "20")) ==
        Strings{"a: A", record + "Content-Length is 20, but no record begins behind so many bytes",
                "b: B"});
  const std::size_t left = 4 + 4 + b.size();
  CHECK(with(warc_record("resource", "x", "text/plain", "body", "2000")) ==
        Strings{
            "a: A",
            record + "Content-Length is 2000, but only " + std::to_string(left) + " bytes are left",
            "b: B"});
  CHECK(with(warc_record("request", "x", "text/plain", "body", "2")) ==
        Strings{"a: A", record + "Content-Length is 2, but no record begins behind so many bytes",
                "b: B"});
  CHECK(with("WARC/1.0\r\n" + std::string(70'000, 'x') + "\r\n") ==
        Strings{"a: A", record + "its header does not end within 65536 bytes", "b: B"});
  const std::string length = b.substr(b.find("th: ") + 4, 2);
  CHECK(warc_items(a + b.substr(0, b.size() - 5)) ==
        Strings{"a: A", record + "Content-Length is " + length + ", but only " +
                            std::to_string(std::stoi(length) - 1) + " bytes are left"});
}

}  // namespace
}  // namespace recount
