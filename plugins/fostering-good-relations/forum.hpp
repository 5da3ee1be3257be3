// What was aimed at, and what was done: forum meetings against a target for the year, and communities
// reached against the number of new ones that was hoped for.
#pragma once

#include "eqr/theme.hpp"

namespace eqr::fostering_good_relations {

// Tables `forum-target` and `forum-meetings`, figures `forum.held`, `.target` and `.difference`. A meeting
// counts when its status reads `held`, in any case. The target is the setting `forum-target`.
void add_forum(const Document& forum, const Context& context, Draft& draft, Section& section);

// Tables `communities-aim` and `communities`, figures `communities.reached` and `.new`. The aim is the row
// `communities-aim` of the figures about activities, because it may be a range; `activities` may be null.
// A community is new when its column `new` reads `yes`.
void add_communities(const Document& communities, const Document* activities, const Context& context,
                     Draft& draft, Section& section);

}  // namespace eqr::fostering_good_relations
