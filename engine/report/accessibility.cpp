#include "report/accessibility.hpp"

#include <utility>

#include "report/model/wording.hpp"

namespace eqr::report {
namespace {

Inline plain(std::string text) {
  Inline run;
  run.text = std::move(text);
  return run;
}

Inline link(std::string text, std::string href) {
  Inline run = plain(std::move(text));
  run.href = std::move(href);
  return run;
}

// "Contact: Policy Team, policy@example.org, 01234 567890", or the organisation where nobody is named.
Paragraph whom_to_ask(const Report& report) {
  const Contact& contact = report.contact;
  Inlines text;
  const auto add = [&](Inline run) {
    if (run.text.empty()) return;
    text.push_back(plain(text.empty() ? "Contact: " : ", "));
    text.push_back(std::move(run));
  };
  add(plain(contact.name));
  add(link(contact.email, "mailto:" + contact.email));
  add(plain(contact.telephone));
  add(plain(contact.address));
  if (text.empty())
    add(may_be_followed(report.website) ? link(report.organisation, report.website)
                                        : plain(report.organisation));
  text.push_back(plain("."));
  return {std::move(text)};
}

Inlines in_words(const Accessibility::Offer& offer) {
  if (!offer.href.empty()) return {link(offer.format, offer.href)};
  Inline format = plain(offer.format + ":");
  format.strong = true;
  return {format, plain(" " + offer.text)};
}

void add_offers(const Accessibility& accessibility, std::vector<Block>& blocks) {
  if (accessibility.offers.empty()) return;
  ListBlock list;
  for (const Accessibility::Offer& offer : accessibility.offers) list.items.push_back(in_words(offer));
  blocks.emplace_back(Subheading{"Other formats", "accessibility-formats"});
  blocks.emplace_back(std::move(list));
}

void add_limits(const Accessibility& accessibility, std::vector<Block>& blocks) {
  if (accessibility.known_limits.empty()) return;
  blocks.emplace_back(Subheading{"What we know does not work well yet", "accessibility-limits"});
  if (accessibility.known_limits.size() == 1) {
    blocks.emplace_back(Paragraph{{plain(accessibility.known_limits.front())}});
    return;
  }
  ListBlock list;
  for (const std::string& limit : accessibility.known_limits) list.items.push_back({plain(limit)});
  blocks.emplace_back(std::move(list));
}

}  // namespace

std::vector<Block> accessibility_blocks(const Report& report) {
  std::vector<Block> blocks;
  if (!report.accessibility.ask.empty()) blocks.emplace_back(Paragraph{{plain(report.accessibility.ask)}});
  blocks.emplace_back(whom_to_ask(report));
  add_offers(report.accessibility, blocks);
  add_limits(report.accessibility, blocks);
  return blocks;
}

}  // namespace eqr::report
