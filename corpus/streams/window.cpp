#include "corpus/streams/window.h"

#include <algorithm>
#include <cstring>

namespace recount {
std::string_view Window::peek(std::size_t size) {
  if (view_.size() < size && source_ && !ended_) fill(size);
  return view_;
}

void Window::fill(std::size_t size) {
  std::size_t held = view_.size();
  std::size_t begin = held == 0 ? 0 : static_cast<std::size_t>(view_.data() - buffer_.data());
  // What is held moves to the front only when there is no room behind it, so that it is little
  // against what was read since.
  if (buffer_.size() < begin + size) {
    if (held > 0 && begin > 0) std::memmove(buffer_.data(), view_.data(), held);
    begin = 0;
    if (buffer_.size() < size + step_) buffer_.resize(size + std::max(step_, size / 2));
  }
  while (held < size && !ended_) {
    char* at = buffer_.data() + begin + held;
    const Result<std::size_t> count = source_->read(at, buffer_.size() - begin - held);
    if (!count.ok()) error_ = count.error();
    ended_ = !count.ok() || count.value() == 0;
    if (count.ok()) held += count.value();
  }
  view_ = {buffer_.data() + begin, held};
}

void Window::consume(std::size_t size) {
  view_.remove_prefix(size);
  position_ += size;
}

std::uint64_t Window::skip(std::uint64_t size) {
  const auto at_hand = std::min<std::uint64_t>(size, view_.size());
  consume(static_cast<std::size_t>(at_hand));
  std::uint64_t left = size - at_hand;
  if (left > 0 && source_ && !ended_) {
    const std::uint64_t passed = source_->skip(left);
    position_ += passed;
    left -= passed;
  }
  while (left > 0) {
    const std::string_view bytes = peek(1);
    if (bytes.empty()) break;
    const auto step = static_cast<std::size_t>(std::min<std::uint64_t>(left, bytes.size()));
    consume(step);
    left -= step;
  }
  return size - left;
}

void Window::end() {
  view_ = {};
  ended_ = true;
  error_.reset();
}

Result<std::size_t> Window::read(char* buffer, std::size_t size) {
  if (view_.empty() && source_ && !ended_) return source_->read(buffer, size);
  if (view_.empty() && error_) return *error_;
  const std::size_t count = std::min(size, view_.size());
  std::memcpy(buffer, view_.data(), count);
  consume(count);
  return count;
}

bool Window::recover() {
  if (!source_ || !source_->recover()) return false;
  position_ += view_.size();
  view_ = {};
  ended_ = false;
  error_.reset();
  return true;
}

}  // namespace recount
