// What failed, where, and what to do about it. Every fallible function of weir returns a Status or a Result<T>;
// none throws.
//
//   weir::Result<weir::Engine> engine = weir::Engine::Open({});
//   if (!engine.ok()) std::cerr << engine.status().ToString() << "\n";   // "zh/ads.tsv:12:7: weight "x" is not …"
//
// Values: copy and move freely, any thread.
#ifndef WEIR_STATUS_H_
#define WEIR_STATUS_H_

#include <cstdint>
#include <optional>
#include <string>
#include <utility>

#include "weir/export.h"

namespace weir {

// Numbers are pinned (they are the C API's error numbers too) and have gaps for later ones.
enum class StatusCode : int32_t {
  kOk = 0,
  kInvalidArgument = -10,  // an option or a call is wrong
  kBadSource = -20,        // a dictionary or pack does not parse or breaks a rule; see file, line, column
  kNotFound = -30,         // a file or name that does not exist
  kIo = -40,               // the system refused to read or write
  kLimit = -50,            // larger than a stated limit
  kUnavailable = -60,      // this machine cannot do it (for example no SSSE3 and no other matcher)
  kInternal = -90,         // a bug in weir: please report it
};

class [[nodiscard]] WEIR_API Status {
 public:
  Status() = default;
  Status(StatusCode code, std::string message) : code_(code), message_(std::move(message)) {}
  Status(StatusCode code, std::string message, std::string file, int32_t line, int32_t column)
      : code_(code), message_(std::move(message)), file_(std::move(file)), line_(line), column_(column) {}

  bool ok() const { return code_ == StatusCode::kOk; }
  StatusCode code() const { return code_; }
  const std::string& message() const { return message_; }  // without the place
  const std::string& file() const { return file_; }        // empty where no file is concerned
  int32_t line() const { return line_; }                   // 1-based; 0: none
  int32_t column() const { return column_; }               // 1-based, in code points; 0: none
  std::string ToString() const;                            // "file:line:column: message"

 private:
  StatusCode code_ = StatusCode::kOk;
  std::string message_;
  std::string file_;
  int32_t line_ = 0;
  int32_t column_ = 0;
};

// Either a value or the Status that says why there is none. value() may only be called when ok().
template <typename T>
class [[nodiscard]] Result {
 public:
  Result(T value) : value_(std::move(value)) {}          // NOLINT(google-explicit-constructor): as absl::StatusOr
  Result(Status status) : status_(std::move(status)) {}  // NOLINT(google-explicit-constructor)
  bool ok() const { return value_.has_value(); }
  const Status& status() const { return status_; }
  T& value() & { return *value_; }
  const T& value() const& { return *value_; }
  T&& value() && { return *std::move(value_); }
  T* operator->() { return &*value_; }
  const T* operator->() const { return &*value_; }
  T& operator*() & { return *value_; }
  const T& operator*() const& { return *value_; }

 private:
  Status status_;
  std::optional<T> value_;
};

}  // namespace weir

#endif  // WEIR_STATUS_H_
