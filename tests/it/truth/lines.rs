//! The seven lines of a card, the signs and what makes a theme near, as telling.md §1 and §3 read.

use std::collections::BTreeSet;

use rode_draad::catalogue::Catalogue;
use rode_draad::catalogue::phrases::{Ends, Phrases};
use rode_draad::model::{Bond, Child, GoingOn, Housemate, Moment, Party, PersonId, Said};

use super::cards::{Claim, Expected, children_of, focus, forebears};
use super::facts::{Facts, Stand, lives_there};
use super::theme::Theme;
use super::threads::Known;

/// One theme, being looked at.
pub(super) struct View<'a> {
    facts: &'a Facts<'a>,
    known: &'a Known,
    words: &'a Phrases,
    focus: Vec<usize>,
    /// Children of the focus persons, by any bond but a donor's.
    own_children: BTreeSet<usize>,
    yes: BTreeSet<usize>,
    line_one: BTreeSet<usize>,
    at_line: BTreeSet<usize>,
    out: BTreeSet<usize>,
}

impl<'a> View<'a> {
    pub(super) fn new(
        facts: &'a Facts<'a>,
        known: &'a Known,
        words: &'a Phrases,
        yes: BTreeSet<usize>,
    ) -> Self {
        let focus = focus(facts);
        let own_children = focus.iter().flat_map(|it| children_of(facts, *it)).collect();
        let empty = BTreeSet::new;
        let (line_one, at_line, out) = (empty(), empty(), empty());
        let mut view =
            Self { facts, known, words, focus, own_children, yes, line_one, at_line, out };
        view.line_one = view.line_one();
        view.at_line = view.at_line();
        view.out = view.yes.iter().copied().filter(|p| view.is_out(*p)).collect();
        view
    }

    /// telling.md §0, "Line-1 kin".
    fn line_one(&self) -> BTreeSet<usize> {
        let in_thread: BTreeSet<usize> =
            self.known.threads.iter().flat_map(|it| it.people.iter().copied()).collect();
        let facts = self.facts;
        let is_kin = |p: &usize| {
            if in_thread.is_empty() {
                let shares = |q: &usize| {
                    facts.parents(*p).iter().any(|parent| facts.is_child(*parent, *q))
                        || facts.share_unknown_parents(*p, *q)
                };
                return self.yes.iter().any(|q| q != p && shares(q));
            }
            let above = forebears(facts, *p);
            in_thread.contains(p)
                || in_thread.iter().any(|q| {
                    let other = forebears(facts, *q);
                    above.contains(q) || other.contains(p) || !above.is_disjoint(&other)
                })
        };
        self.yes.iter().copied().filter(is_kin).collect()
    }

    /// telling.md §0, "At the line".
    fn at_line(&self) -> BTreeSet<usize> {
        let children = self.line_one.iter().flat_map(|it| self.facts.children(*it));
        let passed = self.passed();
        let all = children.chain(passed);
        all.filter(|p| !self.yes.contains(p) && !self.known.left_out[*p]).collect()
    }

    fn passed(&self) -> BTreeSet<usize> {
        self.known.threads.iter().flat_map(|it| it.passed.iter().copied()).collect()
    }

    /// Certainly under 18, now or at death.
    fn is_minor(&self, p: usize) -> bool {
        self.facts.is_certainly_under(p, 18)
    }

    fn is_small_and_alive(&self, p: usize) -> bool {
        self.is_minor(p) && !self.facts.is_dead(p)
    }

    fn is_out(&self, p: usize) -> bool {
        let ends = matches!(self.words.ends, Ends::Stop | Ends::Pass);
        ends && matches!(self.known.theme, Theme::Kind(_))
            && !self.is_only_maybe(p)
            && self.facts.has_ended(&self.known.theme, p)
            && !self.is_contradicted(p)
    }

    /// Violence that goes on, or ended less than two years ago.
    fn is_contradicted(&self, p: usize) -> bool {
        let (from, to) = match &self.known.theme {
            Theme::Kind(id) if id == "veilig-partnergeweld" => (false, true),
            Theme::Kind(id) if id == "veilig-pleger" => (true, false),
            _ => return false,
        };
        let me = &self.facts.people[p];
        // A tie that is hidden contradicts too: what is said must be true, shown or not.
        self.facts.whole.relations.values().any(|tie| {
            let row = Catalogue::builtin().relation(tie.kind.as_str());
            let used = row.is_some_and(|row| row.id == "geweld" || (row.id == "dwang" && to));
            let to_me = matches!(&tie.to, Party::Person(it) if it == me);
            let runs = tie.until.is_none_or(|until| {
                until.years().hi.is_none_or(|year| self.facts.today.year() - year < 2)
            });
            used && runs && ((to && to_me) || (from && tie.from == *me))
        })
    }

    /// Counts as a carrier by the switch alone.
    fn is_only_maybe(&self, p: usize) -> bool {
        self.known.is(p, Stand::Yes)
            && self.facts.without_switch(&self.known.theme, p).stand == Stand::Maybe
    }

    fn all(&self, stand: Stand) -> BTreeSet<usize> {
        (0..self.facts.n()).filter(|p| self.known.is(*p, stand)).collect()
    }

    pub(super) fn card(&self) -> Expected {
        let (facts, theme) = (self.facts, &self.known.theme);
        let unknown: BTreeSet<usize> = self
            .at_line
            .iter()
            .copied()
            .filter(|p| self.known.is(*p, Stand::Unknown) && facts.is_of_age(*p, theme))
            .filter(|p| !theme.is_strong() || self.passed().contains(p))
            .collect();
        let over: BTreeSet<usize> =
            self.yes.iter().copied().filter(|p| facts.is_over(theme, *p)).collect();
        let mut card = Expected {
            theme: theme.clone(),
            yes: self.yes.clone(),
            no: self.all(Stand::No),
            maybe: self.all(Stand::Maybe),
            unknown,
            over,
            beside: self.yes.difference(&self.line_one).copied().collect(),
            signs: self.signs(),
            length: 1,
            span: 1,
            claims: BTreeSet::new(),
            nots: Vec::new(),
            all_nots: theme.is_of_childhood(),
            ages: Vec::new(),
            named: BTreeSet::new(),
            wish: None,
            question: Vec::new(),
            events: Vec::new(),
            has_child_now: false,
            is_near: false,
            children_now: self.children_now(),
        };
        card.has_child_now = !card.children_now.is_empty();
        card.is_near = self.is_near(&card);
        if theme.is_event() {
            card.question = vec![("close", Vec::new())];
            return card;
        }
        self.who(&mut card);
        card.nots = self.nots();
        card.ages = self.ages();
        self.children(&mut card);
        self.not_known(&mut card);
        card.question = self.question(&card);
        if self.words.own_only {
            self.keep_own(&mut card);
        }
        card
    }

    /// "A wish to die: only the person's own line": nothing is said of who does not sit at the table.
    fn keep_own(&self, card: &mut Expected) {
        let is_own = |claim: &Claim| self.focus.contains(&claim.2);
        card.claims.retain(|it| it.1 != "unknown" && is_own(it));
        if card.unknown.iter().all(|p| self.focus.contains(p)) {
            card.claims.extend(card.unknown.iter().map(|p| (6, "unknown".to_owned(), *p)));
        } else {
            card.named.clear();
        }
        card.nots.iter_mut().for_each(|group| group.retain(is_own));
        card.ages.retain_mut(|ages| {
            ages.retain(is_own);
            !ages.is_empty()
        });
        card.wish = card.wish.take().filter(|it| it.iter().all(|p| self.focus.contains(p)));
    }

    fn who(&self, card: &mut Expected) {
        let theme = &self.known.theme;
        let tense = |p: usize| {
            let over = self.facts.is_dead(p) || self.facts.is_over(theme, p);
            if over { "had" } else { "has" }
        };
        let sure = |p: &usize| !self.is_minor(*p) && !self.is_only_maybe(*p);
        let grown: Vec<usize> = self.line_one.iter().copied().filter(sure).collect();
        let others = grown.iter().filter(|p| !self.out.contains(p)).count();
        for p in grown {
            if !self.out.contains(&p) || others < 2 {
                card.claims.insert((1, tense(p).to_owned(), p));
            }
        }
        for p in card.beside.clone().into_iter().filter(sure) {
            card.claims.insert((3, format!("partner-{}", tense(p)), p));
        }
        for p in &self.out {
            card.claims.insert((2, "out".to_owned(), *p));
        }
        let maybe = |p: &usize| self.known.is(*p, Stand::Maybe) || self.is_only_maybe(*p);
        for p in (0..self.facts.n()).filter(maybe) {
            if self.known.left_out[p] {
                continue;
            }
            // Who counts by the switch alone is told somewhere.
            let counts = self.is_only_maybe(p);
            if self.facts.is_of_age(p, theme) || (counts && !self.is_minor(p)) {
                card.claims.insert((1, "maybe".to_owned(), p));
            } else if self.is_small_and_alive(p) && (counts || self.own_children.contains(&p)) {
                card.claims.insert((5, "maybe".to_owned(), p));
            }
        }
    }

    /// telling.md §1, line 2, in the three groups of the page.
    fn nots(&self) -> Vec<BTreeSet<Claim>> {
        let theme = &self.known.theme;
        let asked = |p: &usize| self.known.is(*p, Stand::No) && self.known.facts[*p].is_asked;
        if theme.is_of_childhood() {
            let children: BTreeSet<usize> =
                self.line_one.iter().flat_map(|it| self.facts.children(*it)).collect();
            let answered: Vec<usize> = children
                .into_iter()
                .filter(|p| !self.known.left_out[*p])
                .filter(|p| asked(p) || self.known.is(*p, Stand::Maybe))
                .collect();
            let all_no = answered.iter().all(&asked);
            if !all_no {
                return Vec::new();
            }
            // grammar.md §3 and §7.3: of the children now it is said in their line, and not of every
            // theme; of who is grown up because they said so.
            let told = answered.into_iter().filter_map(|p| {
                let (line, forms) = if self.is_minor(p) {
                    (5, &self.words.next)
                } else {
                    (2, &self.words.next_then)
                };
                forms.is_some().then(|| (line, "not".to_owned(), p))
            });
            return vec![told.collect()];
        }
        if !self.words.tell_not {
            return Vec::new();
        }
        let children: BTreeSet<usize> =
            self.line_one.iter().flat_map(|it| self.facts.children(*it)).collect();
        let below = |p: &usize| !forebears(self.facts, *p).is_disjoint(&self.line_one);
        let claim = |p: usize| {
            let begins = self.words.not_begun.is_some();
            (2, if begins { "did-not-begin" } else { "not" }.to_owned(), p)
        };
        let mut groups: Vec<BTreeSet<Claim>> = vec![BTreeSet::new(); 3];
        // telling.md §3: of who is under age nothing is said.
        let told = |p: &usize| asked(p) && self.facts.is_of_age(*p, theme);
        for p in (0..self.facts.n()).filter(told) {
            let at = if children.contains(&p) {
                0
            } else if below(&p) {
                1
            } else {
                2
            };
            groups[at].insert(claim(p));
        }
        groups
    }

    /// Old enough that an age may be said of her: she has certainly lived twelve years, by what is
    /// known of her birth, by the age itself, or because she has a child or a partner.
    fn is_past_childhood(&self, p: usize, began: Option<i32>) -> bool {
        let by_age = match self.facts.age(p) {
            Some(age) => 12 <= age.lo,
            None => self.facts.is_of_age(p, &self.known.theme),
        };
        let is_small = self.facts.is_certainly_under(p, 12);
        !is_small && (by_age || began.is_some_and(|it| 12 <= it))
    }

    /// telling.md §1, line 4: any of these is right; none says that there is no line. grammar.md §5: a
    /// child under 12 stands in line 5 alone.
    fn ages(&self) -> Vec<BTreeSet<Claim>> {
        let fits = matches!(self.known.theme, Theme::Kind(_) | Theme::Young);
        if !fits || self.words.when.is_none() {
            return Vec::new();
        }
        let exact = |p: usize| {
            // The age at a first child above the limit is never said.
            let onset =
                Some(p).filter(|p| self.yes.contains(p)).and_then(|p| self.known.facts[p].onset);
            let onset = onset.filter(|_| !self.is_only_maybe(p))?;
            onset.exact()
        };
        let claims = |people: &[usize]| -> BTreeSet<Claim> {
            people.iter().map(|p| (4, format!("age {}", exact(*p).unwrap()), *p)).collect()
        };
        let is_told = |p: &usize| self.is_past_childhood(*p, exact(*p));
        let line: Vec<usize> = self.line_one.iter().copied().filter(is_told).collect();
        let ages: Vec<i32> = line.iter().filter_map(|p| exact(*p)).collect();
        let range = ages.iter().max().zip(ages.iter().min());
        let all = ages.len() == line.len() && range.is_some_and(|(high, low)| high - low <= 1);
        if all && 2 <= line.len() {
            return vec![claims(&line)];
        }
        let mut chains = self.known.chains(self.facts);
        chains.retain(|chain| chain.iter().all(|p| exact(*p).is_some()));
        for chain in &mut chains {
            chain.retain(is_told);
        }
        chains.retain(|chain| 2 <= chain.len());
        let is_told = |chain: &Vec<usize>| {
            self.focus.is_empty() || chain.iter().any(|p| self.focus.contains(p))
        };
        chains.retain(is_told);
        let longest = chains.iter().map(Vec::len).max().unwrap_or_default();
        let all = chains.iter().filter(|chain| chain.len() == longest);
        all.map(|chain| claims(chain)).collect()
    }

    fn children_now(&self) -> BTreeSet<usize> {
        if self.words.grow.is_none() {
            return BTreeSet::new();
        }
        let facts = self.facts;
        let of_focus = |p: &usize| {
            let any = |parent| children_of(facts, parent).contains(p);
            if self.focus.is_empty() {
                (0..facts.n()).any(any)
            } else {
                self.own_children.contains(p)
            }
        };
        let grows = |p: &usize| {
            self.is_small_and_alive(*p)
                && of_focus(p)
                && (0..facts.n()).any(|carer| {
                    self.yes.contains(&carer)
                        && !self.is_only_maybe(carer)
                        && self.is_carer(carer, *p)
                        && !facts.is_dead(carer)
                        && self.runs_now(carer)
                        && self.lives_with(carer, *p)
                })
        };
        (0..facts.n()).filter(grows).collect()
    }

    /// A parent or carer: by any bond but a donor's.
    fn is_carer(&self, carer: usize, child: usize) -> bool {
        children_of(self.facts, carer).contains(&child)
    }

    /// A record that says Yes and is not over.
    fn runs_now(&self, p: usize) -> bool {
        !self.facts.is_over(&self.known.theme, p)
    }

    /// Under one roof, or not known: not when they once shared a home and do not now, when the child
    /// lives with another grown-up and not with this one, and when it is placed out.
    fn lives_with(&self, carer: usize, child: usize) -> bool {
        let facts = self.facts;
        let (carer_id, child_id) = (&facts.people[carer], &facts.people[child]);
        let homes = facts.map.households.values().map(|home| &home.members);
        let here = |members: &[Housemate], id: &PersonId| {
            members.iter().any(|it| it.person == *id && lives_there(it, facts.today))
        };
        let ever = |members: &[Housemate], id: &PersonId| members.iter().any(|it| it.person == *id);
        let grown_up = |it: &Housemate| {
            let at = facts.index(&it.person);
            it.person != *child_id
                && lives_there(it, facts.today)
                && at.is_some_and(|p| !facts.is_certainly_under(p, 18))
        };
        let homes: Vec<&Vec<Housemate>> = homes.collect();
        let shared = homes.iter().any(|it| here(it, carer_id) && here(it, child_id));
        let once = homes.iter().any(|it| ever(it, carer_id) && ever(it, child_id));
        let with_others = homes.iter().any(|it| here(it, child_id) && it.iter().any(grown_up));
        (shared || !once && !with_others) && self.bond_holds(carer, child)
    }

    /// Is the child with its parents, or its carers, by what is known of the bonds?
    fn bond_holds(&self, carer: usize, child: usize) -> bool {
        let facts = self.facts;
        let Some(birth) = facts.person(child).birth.map(|it| it.years()) else { return true };
        let (Some(first), Some(born)) = (birth.lo, birth.hi) else { return true };
        // The last age that the child certainly has lived.
        let now = (facts.today.year() - born).min(17 - (born - first));
        // Of a baby "of about this year" no age is certain, and it lives somewhere all the same.
        let in_first_year = now < 0;
        let within = |from: Option<i32>, until: Option<i32>| {
            let (from, to) = (from.map_or(0, |it| it - born), until.map_or(17, |it| it - born));
            in_first_year || from.max(0) <= now && now <= to
        };
        let holds = |it: &Child| {
            within(it.from.and_then(|it| it.years().hi), it.until.and_then(|it| it.years().lo))
        };
        let unions = facts.map.unions.values();
        let fostered = unions.clone().filter_map(|it| it.child(&facts.people[child]));
        let fostered = fostered.filter(|it| it.bond == Bond::Foster && it.from.is_some());
        let fostered = !in_first_year && fostered.into_iter().any(holds);
        let year = born + now;
        let placed = facts.entries(child, "opv-uithuis").into_iter().any(|it| {
            let counts =
                it.said == Said::Yes || it.said == Said::Maybe && facts.settings.count_maybe;
            let years = |at: Option<Moment>| at.and_then(|at| at.years(facts.person(child).birth));
            let runs = || {
                let since = years(it.since)?;
                let began = since.hi?.min(facts.today.year()).max(since.lo?);
                let ended = match it.until {
                    Some(_) => years(it.until).and_then(|it| it.lo).unwrap_or(began),
                    None if it.going_on == GoingOn::Before => began,
                    None => facts.today.year().min(first + 17),
                };
                Some(!in_first_year && began <= year && year <= ended)
            };
            counts && (it.going_on == GoingOn::Now || runs() == Some(true))
        });
        let own = unions.filter(|it| it.partners.contains(&facts.people[carer]));
        let mut bonds = own.filter_map(|it| it.child(&facts.people[child]));
        bonds.any(|it| match it.bond {
            Bond::Donor => false,
            Bond::Birth => !fostered && !placed,
            Bond::Adopted => !fostered && !placed && holds(it),
            Bond::Foster | Bond::Step | Bond::Guardian => holds(it),
        })
    }

    fn children(&self, card: &mut Expected) {
        for p in &card.children_now {
            card.claims.insert((5, "grows-up".to_owned(), *p));
        }
        for p in self.yes.iter().filter(|p| self.is_minor(**p) && !self.is_only_maybe(**p)) {
            // "Dead: always past", a child too.
            let what = if self.facts.is_dead(*p) { "had" } else { "child" };
            card.claims.insert((5, what.to_owned(), *p));
        }
        let small: BTreeSet<usize> =
            self.own_children.iter().copied().filter(|p| self.is_small_and_alive(*p)).collect();
        let asks = self.words.wish.is_some() && !self.known.theme.is_of_childhood();
        let carries = self.focus.iter().any(|p| self.yes.contains(p) && !self.out.contains(p));
        let grows = small.iter().any(|p| card.children_now.contains(p));
        if asks && !small.is_empty() && (carries || grows) {
            card.wish = Some(small);
        }
    }

    fn not_known(&self, card: &mut Expected) {
        for p in &card.unknown {
            card.claims.insert((6, "unknown".to_owned(), *p));
        }
        let key = |p: &usize| {
            let own = self.focus.iter().map(|it| self.facts.generation[*it]);
            let far = own.map(|it| (self.facts.generation[*p] - it).abs()).min();
            (self.facts.is_dead(*p), far.unwrap_or_default())
        };
        let best = card.unknown.iter().map(key).min();
        card.named = card.unknown.iter().copied().filter(|p| Some(key(p)) == best).collect();
    }

    /// telling.md §1, line 7: the first that fits, with those of whom it may be asked.
    fn question(&self, card: &Expected) -> Vec<(&'static str, Vec<usize>)> {
        let words = self.words;
        let out =
            self.out.iter().copied().filter(|p| words.ends != Ends::Pass || self.focus.contains(p));
        let key = |p: &usize| {
            let own = self.focus.iter().map(|it| self.facts.generation[*it]);
            let far = own.map(|it| (self.facts.generation[*p] - it).abs()).min();
            (!self.focus.contains(p), far.unwrap_or_default())
        };
        let out: Vec<usize> = out.collect();
        let best = out.iter().map(key).min();
        if words.ask_helped.is_some() && best.is_some() {
            let these = out.into_iter().filter(|p| Some(key(p)) == best);
            let question = |p: usize| {
                let kind = self.known.theme.kind().unwrap_or_default();
                let mut entries = self.facts.entries(p, kind).into_iter();
                let helped = entries.any(|it| it.said == Said::Yes && !it.helped.trim().is_empty());
                (if helped { "helped-quote" } else { "helped" }, vec![p])
            };
            return these.map(question).collect();
        }
        let begun: Vec<usize> = self
            .focus
            .iter()
            .copied()
            .filter(|p| words.not_begun.is_some() && self.facts.is_of_age(*p, &self.known.theme))
            .filter(|p| self.known.is(*p, Stand::No) && self.known.facts[*p].is_asked)
            .collect();
        if words.ask_not_begun.is_some() && !begun.is_empty() {
            // Two focus persons who did not begin are asked together.
            return vec![("not-begun", begun)];
        }
        // It is asked about the one who is named, or not at all.
        let may = |p: &usize| {
            words.ask.is_some() && (!words.ask_parents || !children_of(self.facts, *p).is_empty())
        };
        let last = if words.learned.is_some() { "learned" } else { "close" };
        let ask = |p: &usize| if may(p) { ("ask", vec![*p]) } else { (last, Vec::new()) };
        let asked: Vec<_> = card.named.iter().map(ask).collect();
        if asked.is_empty() { vec![(last, Vec::new())] } else { asked }
    }

    /// telling.md §3.
    fn signs(&self) -> BTreeSet<(usize, &'static str)> {
        let mut signs = BTreeSet::new();
        if !matches!(self.known.theme, Theme::Kind(_)) {
            return signs;
        }
        let (facts, theme, ends) = (self.facts, &self.known.theme, self.words.ends);
        let stop = ends == Ends::Stop;
        // At the person, also where no line passes: the picture says what the sentence says.
        signs.extend(self.out.iter().filter(|_| stop).map(|p| (*p, "knot")));
        for thread in &self.known.threads {
            for p in &thread.ends {
                let asked = self.known.facts[*p].is_asked && self.words.tell_not;
                if stop && asked && self.known.is_informative(facts, thread, *p) {
                    signs.insert((*p, "open-ring"));
                }
                let open = self.known.is(*p, Stand::Unknown) || self.known.is(*p, Stand::Maybe);
                if open && facts.is_of_age(*p, theme) {
                    signs.insert((*p, "unknown"));
                }
            }
        }
        signs
    }

    fn is_near(&self, card: &Expected) -> bool {
        let own: BTreeSet<usize> =
            self.own_children.iter().copied().chain(self.focus.iter().copied()).collect();
        own.iter().any(|p| {
            let asked = self.known.is(*p, Stand::No) && self.known.facts[*p].is_asked;
            self.yes.contains(p)
                || card.children_now.contains(p)
                || (self.words.tell_not && asked && self.at_line.contains(p))
        })
    }
}
