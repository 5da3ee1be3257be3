// Enough of an HTML reader to hold the page to its promises: tags in order, attributes, balance.
#pragma once

#include <gtest/gtest.h>

#include <map>
#include <regex>
#include <set>
#include <string>
#include <vector>

namespace eqr::render::html {

struct Tag {
  std::string name;
  bool closing = false;
  bool alone = false;  // <meta>, <rect/>
  std::map<std::string, std::string> attributes;
};

// Expects what page() writes: lower-case names, double quotes, no ">" inside attributes.
inline std::vector<Tag> tags_of(std::string page) {
  // Style sheets hold no tags, and child selectors look like half of one.
  const std::size_t style = page.find("<style>");
  const std::size_t style_end = page.find("</style>");
  if (style != std::string::npos) page.erase(style + 7, style_end - style - 7);
  static const std::regex tag(R"(<(/?)([a-z][a-z0-9]*)((?:\s+[a-zA-Z:-]+(?:="[^"<>]*")?)*)\s*(/?)>)");
  static const std::regex attribute(R"(([a-zA-Z:-]+)="([^"]*)\")");
  std::vector<Tag> tags;
  for (auto found = std::sregex_iterator(page.begin(), page.end(), tag); found != std::sregex_iterator();
       ++found) {
    Tag one{(*found)[2], (*found)[1].length() > 0, (*found)[4].length() > 0 || (*found)[2] == "meta", {}};
    const std::string attributes = (*found)[3];
    for (auto a = std::sregex_iterator(attributes.begin(), attributes.end(), attribute);
         a != std::sregex_iterator(); ++a) {
      one.attributes[(*a)[1]] = (*a)[2];
    }
    tags.push_back(std::move(one));
  }
  return tags;
}

inline void expect_balanced(const std::vector<Tag>& tags) {
  std::vector<std::string> open;
  for (const Tag& tag : tags) {
    if (tag.alone) continue;
    if (!tag.closing) {
      open.push_back(tag.name);
      continue;
    }
    ASSERT_FALSE(open.empty()) << "</" << tag.name << "> closes nothing";
    ASSERT_EQ(open.back(), tag.name);
    open.pop_back();
  }
  EXPECT_TRUE(open.empty());
}

inline void expect_unique_ids(const std::vector<Tag>& tags) {
  std::set<std::string> ids;
  for (const Tag& tag : tags) {
    if (!tag.attributes.contains("id")) continue;
    EXPECT_TRUE(ids.insert(tag.attributes.at("id")).second) << tag.attributes.at("id") << " stands twice";
  }
}

inline void expect_links_arrive(const std::vector<Tag>& tags) {
  std::set<std::string> ids;
  for (const Tag& tag : tags) {
    if (tag.attributes.contains("id")) ids.insert(tag.attributes.at("id"));
  }
  for (const Tag& tag : tags) {
    for (const char* name : {"href", "aria-labelledby"}) {
      if (!tag.attributes.contains(name)) continue;
      std::string target = tag.attributes.at(name);
      if (std::string(name) == "href") {
        if (target.front() != '#') continue;
        target.erase(0, 1);
      }
      target = target.substr(0, target.find(' '));
      EXPECT_TRUE(ids.contains(target)) << name << " leads nowhere: " << target;
    }
  }
}

inline std::vector<int> heading_levels(const std::vector<Tag>& tags) {
  std::vector<int> levels;
  for (const Tag& tag : tags) {
    if (!tag.closing && tag.name.size() == 2 && tag.name[0] == 'h' && tag.name[1] >= '1' &&
        tag.name[1] <= '6') {
      levels.push_back(tag.name[1] - '0');
    }
  }
  return levels;
}

inline void expect_headings_without_gaps(const std::vector<Tag>& tags) {
  const std::vector<int> levels = heading_levels(tags);
  ASSERT_FALSE(levels.empty());
  EXPECT_EQ(levels.front(), 1);
  for (std::size_t i = 1; i < levels.size(); ++i) {
    EXPECT_GT(levels[i], 1) << "a second h1";
    EXPECT_LE(levels[i], levels[i - 1] + 1) << "heading " << i << " skips a level";
  }
}

}  // namespace eqr::render::html
