#include "output/records/sqlite_database.h"

#include <sqlite3.h>

#include <cerrno>

#include "output/records/atomic_file.h"
#include "output/records/clean_text.h"

namespace recount {

void SqliteStatement::Finalize::operator()(sqlite3_stmt* statement) const {
  sqlite3_finalize(statement);
}

void SqliteStatement::bind(int parameter, std::string_view text) {
  if (statement_ == nullptr) return;
  const std::string_view clean = clean_text(text, buffer_);
  // A null pointer would bind null.
  const char* bytes = clean.data() == nullptr ? "" : clean.data();
  database_->check(sqlite3_bind_text64(statement_.get(), parameter, bytes, clean.size(),
                                       SQLITE_TRANSIENT, SQLITE_UTF8));
}

void SqliteStatement::bind(int parameter, const std::optional<std::string>& text) {
  if (text) return bind(parameter, std::string_view(*text));
  bind_null(parameter);
}

void SqliteStatement::bind_integer(int parameter, std::int64_t value) {
  if (statement_ == nullptr) return;
  database_->check(sqlite3_bind_int64(statement_.get(), parameter, value));
}

void SqliteStatement::bind_number(int parameter, double value) {
  if (statement_ == nullptr) return;
  database_->check(sqlite3_bind_double(statement_.get(), parameter, value));
}

void SqliteStatement::bind_null(int parameter) {
  if (statement_ == nullptr) return;
  database_->check(sqlite3_bind_null(statement_.get(), parameter));
}

bool SqliteStatement::step() {
  if (statement_ == nullptr || database_->error()) return false;
  errno = 0;
  const int code = sqlite3_step(statement_.get());
  if (code == SQLITE_ROW) return true;
  database_->check(code);
  sqlite3_reset(statement_.get());
  return false;
}

std::string_view SqliteStatement::text(int column) const {
  const auto* bytes = reinterpret_cast<const char*>(sqlite3_column_text(statement_.get(), column));
  if (bytes == nullptr) return {};
  return {bytes, static_cast<std::size_t>(sqlite3_column_bytes(statement_.get(), column))};
}

std::int64_t SqliteStatement::integer(int column) const {
  return sqlite3_column_int64(statement_.get(), column);
}

SqliteDatabase::SqliteDatabase(const std::string& path, int patience, Access access)
    : path_(path), access_(access) {
  // A name that begins like a URI is a name of a file all the same.
  const std::string name = path.rfind("file:", 0) == 0 ? "./" + path : path;
  const int how =
      access == Access::kRead ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE;
  const int flags = how | SQLITE_OPEN_NOMUTEX;
  if (!check(sqlite3_open_v2(name.c_str(), &handle_, flags, nullptr))) return;
  sqlite3_extended_result_codes(handle_, 1);
  sqlite3_busy_timeout(handle_, patience);
}

SqliteDatabase::~SqliteDatabase() { sqlite3_close_v2(handle_); }

bool SqliteDatabase::run(const char* sql) {
  if (error_) return false;
  errno = 0;
  return check(sqlite3_exec(handle_, sql, nullptr, nullptr, nullptr));
}

void SqliteDatabase::attempt(const char* sql) {
  if (!error_) sqlite3_exec(handle_, sql, nullptr, nullptr, nullptr);
}

SqliteStatement SqliteDatabase::prepare(std::string_view sql) {
  SqliteStatement out;
  out.database_ = this;
  if (error_) return out;
  sqlite3_stmt* statement = nullptr;
  check(sqlite3_prepare_v3(handle_, sql.data(), static_cast<int>(sql.size()),
                           SQLITE_PREPARE_PERSISTENT, &statement, nullptr));
  out.statement_.reset(statement);
  return out;
}

std::int64_t SqliteDatabase::query_integer(std::string_view sql) {
  SqliteStatement statement = prepare(sql);
  return statement.step() ? statement.integer(0) : 0;
}

void SqliteDatabase::fail(const std::string& message) {
  if (error_) return;
  const bool read = access_ == Access::kRead;
  error_ = Error{read ? ErrorCode::kUnreadable : ErrorCode::kCannotWrite,
                 path_ + (read ? ": cannot be read: " : ": cannot write: ") + message};
}

bool SqliteDatabase::check(int code) {
  if (code == SQLITE_OK || code == SQLITE_DONE || code == SQLITE_ROW) return true;
  if (error_) return false;
  const int kind = code & 0xff;
  // SQLite forgets the cause of what fails in a COMMIT.
  const int noted = handle_ == nullptr ? 0 : sqlite3_system_errno(handle_);
  const int cause = noted != 0 ? noted : errno;
  const std::string what = handle_ == nullptr ? sqlite3_errstr(code) : sqlite3_errmsg(handle_);
  if (kind == SQLITE_BUSY || kind == SQLITE_LOCKED) {
    fail("another process is writing it");
  } else if (kind == SQLITE_NOTADB || kind == SQLITE_CORRUPT) {
    fail("it is no sound SQLite database: " + what);
  } else if (kind == SQLITE_FULL) {
    error_ = Error{ErrorCode::kNoSpace, path_ + ": cannot write: " + what};
  } else if (kind == SQLITE_IOERR && cause != 0) {
    error_ = write_error(path_, "write", cause);
  } else {
    fail(what);
  }
  return false;
}

SqliteTransaction::SqliteTransaction(SqliteDatabase& database) : database_(database) {
  database_.run("BEGIN IMMEDIATE");
}

SqliteTransaction::~SqliteTransaction() {
  // After an error as well, when run() does nothing any more.
  sqlite3* handle = database_.handle_;
  if (handle != nullptr && sqlite3_get_autocommit(handle) == 0) {
    sqlite3_exec(handle, "ROLLBACK", nullptr, nullptr, nullptr);
  }
}

bool SqliteTransaction::commit() { return database_.run("COMMIT"); }

}  // namespace recount
