// One error type for the whole library: a code and a message for a person.
#pragma once

#include <string>
#include <utility>
#include <variant>

namespace recount {

enum class ErrorCode {
  kBadPatterns,  // a file under patterns/ is faulty; the message lists every fault
  kUnreadable,   // an input cannot be opened or read
  kTooLarge,     // an input is larger than a limit: in bytes, in growth, in nesting
  kDamaged,      // an input is cut short, or its bytes are not what its format wants
  kNoArticle,    // a record of an input has no text to read
  kBadMetadata,  // a sidecar or option holds something that is no valid metadata
  kBadRecord,    // a line of JSONL is no record of a fact
  kBadGold,      // a file of gold facts or of an earlier evaluation is faulty
  kCannotWrite,  // an output cannot be written
  kNoSpace,      // an output cannot be written further: the disk or a quota is full
};

struct Error {
  ErrorCode code;
  std::string
      message;  // complete sentence fragment with the file and place, without a final newline
};

/// Either a value or an Error. Cheap to move. No exception leaves the library; callers test `ok()`
/// first. REQUIRES for `value()`: ok(). REQUIRES for `error()`: !ok().
template <typename T>
class Result {
 public:
  Result(T value) : state_(std::move(value)) {}      // NOLINT: conversion is the point
  Result(Error error) : state_(std::move(error)) {}  // NOLINT
  bool ok() const { return std::holds_alternative<T>(state_); }
  T& value() { return std::get<T>(state_); }
  const T& value() const { return std::get<T>(state_); }
  const Error& error() const { return std::get<Error>(state_); }

 private:
  std::variant<T, Error> state_;
};

}  // namespace recount
