#include "base/error.h"

#include <string>

#include "absl/strings/cord.h"
#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"

namespace weir {
namespace {

constexpr char kPayload[] = "weir/place";

// The nearest canonical code, for readers of absl's; our own travels in the payload.
absl::StatusCode Canonical(StatusCode code) {
  switch (code) {
    case StatusCode::kOk:
      return absl::StatusCode::kOk;
    case StatusCode::kInvalidArgument:
    case StatusCode::kBadSource:
      return absl::StatusCode::kInvalidArgument;
    case StatusCode::kNotFound:
      return absl::StatusCode::kNotFound;
    case StatusCode::kIo:
      return absl::StatusCode::kUnavailable;
    case StatusCode::kLimit:
      return absl::StatusCode::kResourceExhausted;
    case StatusCode::kUnavailable:
      return absl::StatusCode::kFailedPrecondition;
    case StatusCode::kInternal:
      return absl::StatusCode::kInternal;
  }
  return absl::StatusCode::kInternal;
}

}  // namespace

absl::Status Error(StatusCode code, std::string_view message) { return ErrorAt({}, code, message); }

absl::Status ErrorAt(const Place& place, StatusCode code, std::string_view message) {
  absl::Status status(Canonical(code), {message.data(), message.size()});
  // The file comes last: it is the only part that may hold the delimiter.
  status.SetPayload(
      kPayload, absl::Cord(absl::StrCat(static_cast<int>(code), ":", place.line, ":", place.column, ":", place.file)));
  return status;
}

Status ToPublic(const absl::Status& status) {
  if (status.ok()) return {};
  std::string message(status.message());
  auto payload = status.GetPayload(kPayload);
  if (!payload) return {StatusCode::kInternal, std::move(message)};
  std::pair<std::string, std::string> code = absl::StrSplit(std::string(*payload), absl::MaxSplits(':', 1));
  std::pair<std::string, std::string> line = absl::StrSplit(code.second, absl::MaxSplits(':', 1));
  std::pair<std::string, std::string> column = absl::StrSplit(line.second, absl::MaxSplits(':', 1));
  int code_number = 0, line_number = 0, column_number = 0;
  if (!absl::SimpleAtoi(code.first, &code_number) || !absl::SimpleAtoi(line.first, &line_number) ||
      !absl::SimpleAtoi(column.first, &column_number)) {
    return {StatusCode::kInternal, std::move(message)};
  }
  return {static_cast<StatusCode>(code_number), std::move(message), column.second, line_number, column_number};
}

std::string Status::ToString() const {
  if (ok()) return "ok";
  std::string place;
  if (!file_.empty()) absl::StrAppend(&place, file_, ":");
  if (line_ > 0) absl::StrAppend(&place, line_, ":");
  if (column_ > 0) absl::StrAppend(&place, column_, ":");
  return place.empty() ? message_ : absl::StrCat(place, " ", message_);
}

}  // namespace weir
