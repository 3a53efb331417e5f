#include "extractor/text/vocabulary.h"

#include <doctest/doctest.h>

#include <map>
#include <random>
#include <string>

using namespace recount;

TEST_CASE("a new vocabulary knows no word") {
  const Vocabulary vocabulary;
  CHECK(vocabulary.find("labour") == kUnknownWord);
  CHECK(vocabulary.find("") == kUnknownWord);
  CHECK(vocabulary.find_ascii("Labour") == kUnknownWord);
  CHECK(vocabulary.size() == 1);  // id 0 is taken by "unknown"
}

TEST_CASE("a word keeps its id") {
  Vocabulary vocabulary;
  const WordId labour = vocabulary.add("labour");
  const WordId seats = vocabulary.add("seats");
  CHECK(labour != kUnknownWord);
  CHECK(labour != seats);
  CHECK(vocabulary.add("labour") == labour);
  CHECK(vocabulary.find("labour") == labour);
  CHECK(vocabulary.word(labour) == "labour");
  CHECK(vocabulary.size() == 3);
}

TEST_CASE("find_ascii folds case and nothing else") {
  Vocabulary vocabulary;
  const WordId id = vocabulary.add("labour");
  CHECK(vocabulary.find_ascii("LABOUR") == id);
  CHECK(vocabulary.find_ascii("Labour") == id);
  CHECK(vocabulary.find_ascii("labour ") == kUnknownWord);
  CHECK(vocabulary.find_ascii("labou") == kUnknownWord);
  vocabulary.add("[");  // '{' is '[' with the case bit
  CHECK(vocabulary.find_ascii("{") == kUnknownWord);
}

TEST_CASE("find with a hash at hand agrees with find") {
  Vocabulary vocabulary;
  const WordId id = vocabulary.add("greens");
  CHECK(vocabulary.find("greens", Vocabulary::hash("greens")) == id);
}

TEST_CASE("a mark is found by its character") {
  Vocabulary vocabulary;
  vocabulary.add("and");
  const WordId comma = vocabulary.add(",");
  CHECK(vocabulary.find_mark(',') == comma);
  CHECK(vocabulary.find_mark('a') == kUnknownWord);
  CHECK(vocabulary.find_mark(';') == kUnknownWord);
}

TEST_CASE("words of any length are told apart") {
  Vocabulary vocabulary;
  std::map<std::string, WordId> reference;
  for (std::size_t size = 1; size <= 40; ++size) {
    for (std::size_t at = 0; at < size; ++at) {
      std::string word(size, 'a');
      word[at] = 'b';
      reference.emplace(word, vocabulary.add(word));
    }
  }
  for (const auto& [word, id] : reference) {
    REQUIRE(vocabulary.find(word) == id);
    std::string shouted = word;
    for (char& c : shouted) c = static_cast<char>(c - 'a' + 'A');
    REQUIRE(vocabulary.find_ascii(shouted) == id);
    REQUIRE(vocabulary.find(word + "a") ==
            (word.size() < 40 ? reference.at(word + "a") : kUnknownWord));
  }
}

TEST_CASE("the vocabulary agrees with a map on ten thousand words") {
  std::mt19937 random(7);
  Vocabulary vocabulary;
  std::map<std::string, WordId> reference;
  for (int i = 0; i < 10000; ++i) {
    std::string word(1 + random() % 4, 'a');
    for (char& c : word) c = static_cast<char>('a' + random() % 26);
    const WordId id = vocabulary.add(word);
    const auto [it, added] = reference.emplace(word, id);
    REQUIRE(it->second == id);
  }
  REQUIRE(vocabulary.size() == reference.size() + 1);
  for (const auto& [word, id] : reference) {
    REQUIRE(vocabulary.find(word) == id);
    REQUIRE(vocabulary.find_ascii(word) == id);
    REQUIRE(vocabulary.word(id) == word);
  }
  CHECK(vocabulary.find("fivefold") == kUnknownWord);
}
