// An SQLite database, its statements, and its errors as values.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "corpus/result.h"

struct sqlite3;
struct sqlite3_stmt;

namespace recount {

/// Milliseconds that one who writes waits for another.
inline constexpr int kWritePatience = 60'000;

class SqliteDatabase;

/// A prepared statement. Bind all parameters, from 1, then step. Movable; must not outlive its
/// database.
class SqliteStatement {
 public:
  SqliteStatement() = default;

  /// Text is made valid UTF-8 without NUL on its way. The bytes are copied.
  void bind(int parameter, std::string_view text);
  void bind(int parameter, const std::optional<std::string>& text);
  void bind_integer(int parameter, std::int64_t value);
  void bind_number(int parameter, double value);
  void bind_null(int parameter);

  /// On to the next row: whether there is one. After the last row, and after an error, the
  /// statement can be bound anew. The error is kept by the database.
  bool step();

  /// Columns of the row, from 0. Text lives until the next step; null is empty, or 0.
  std::string_view text(int column) const;
  std::int64_t integer(int column) const;

 private:
  friend class SqliteDatabase;
  struct Finalize {
    void operator()(sqlite3_stmt* statement) const;
  };
  std::unique_ptr<sqlite3_stmt, Finalize> statement_;
  SqliteDatabase* database_ = nullptr;
  std::string buffer_;
};

/// One connection. The first error stays: nothing is done after it, and error() tells it. One
/// thread at a time; does not move, since its statements know it.
class SqliteDatabase {
 public:
  enum class Access : bool { kRead, kWrite };

  /// Opens `path`, which is made if it is not there and to be written. Another process that is
  /// writing is waited for, `patience` milliseconds at most, now and later.
  SqliteDatabase(const std::string& path, int patience, Access access = Access::kWrite);
  ~SqliteDatabase();
  SqliteDatabase(const SqliteDatabase&) = delete;
  SqliteDatabase& operator=(const SqliteDatabase&) = delete;

  /// Runs statements without parameters and rows; whether they succeeded.
  bool run(const char* sql);
  /// The same, but failing is no error. For what only helps.
  void attempt(const char* sql);
  SqliteStatement prepare(std::string_view sql);
  /// The number that a query without parameters gives, 0 when there is none.
  std::int64_t query_integer(std::string_view sql);

  /// kNoSpace or kCannotWrite, with the path; kUnreadable of one that is only read.
  const std::optional<Error>& error() const { return error_; }
  /// Makes `message` the error, unless there is one.
  void fail(const std::string& message);

 private:
  friend class SqliteStatement;
  friend class SqliteTransaction;
  /// Takes the code that SQLite returned; whether it is none of an error.
  bool check(int code);

  sqlite3* handle_ = nullptr;
  std::string path_;
  Access access_;
  std::optional<Error> error_;
};

/// A transaction that writes: begun at once, so that no two writers wait for each other, and undone
/// unless it is committed.
class SqliteTransaction {
 public:
  explicit SqliteTransaction(SqliteDatabase& database);
  ~SqliteTransaction();
  SqliteTransaction(const SqliteTransaction&) = delete;
  SqliteTransaction& operator=(const SqliteTransaction&) = delete;

  /// Whether everything since the beginning succeeded and is safe on disk now.
  bool commit();

 private:
  SqliteDatabase& database_;
};

}  // namespace recount
