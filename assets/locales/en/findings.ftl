# What the map shows, in plain sentences of about ten words. Begin with what we see, end with a
# question. Never a cause, a reproach or a prediction.

find-see = We see
find-see-maybe = We see (maybe)
find-with = { $see } { $what } with { $people }.
find-strength = { $see } a strength with { $people }: { $what }.
find-between = { $see } { $what } between { $people }.
find-partner = { $see } { $what } with partners of { $people }.

find-n-people = { $n ->
    [one] 1 person
   *[other] { $n } people
}
find-n-people-with = { $n } people, among them { $some }

find-reach = It is about { $span } generations{ $over ->
    [adopted] {" "}(also adoption)
    [foster] {" "}(also foster)
    [step] {" "}(also step)
    [other] {" "}(also another bond)
   *[none] {""}
}: { $yes } of the { $known } we know about{ $unknown ->
    [0] {""}
   *[other] , { $unknown } not known
}.
find-first-child = The first child came at { $ages }.
find-began = It began at { $ages }.
find-began-first-year = It began in the first year of life.

find-ask-stops = With { $people } it { $dead ->
    [yes] stopped
   *[no] stops
}: what helped there?
find-ask-ended = With { $people } it has stopped: what helped then?
find-ask-other-way = With { $people } it went differently: how was that?
find-ask-skipped = With { $people } it was not so: how did that work?
find-ask-gap = About { $people } we do not know: do you?
find-ask-gap-you = How is that for you?
find-ask-know = Do you recognise that?
find-ask-learned = Who did you learn it from?
find-ask-passed = Who learned it from whom?
find-ask-practise = Shall you practise it together?
find-ask-how = How do you all do that?
find-ask-good-hard = What was good about it, and what was hard?
find-ask-who-helped = Who helped then?
find-ask-who-there = Who was there then?
find-ask-could-help = What could have helped then?
find-ask-cut-off = A break can protect, too: what did it bring?
find-ask-safe = With whom was it safe then?
find-ask-tell = Who can still tell about them?
find-ask-stands-out = What stands out to you?
find-ask-then = What was going on then?
find-ask-talk = Do you talk about it together?
find-ask-with-you = How is that for you?
find-ask-between = What was in between?
find-ask-needed = What did those children need then?
find-ask-remember-you = What do you remember of it?
find-ask-remember = What does { $child } remember of it?
find-ask-wish = What do you wish for { $child }?
find-ask-chance = It can be chance, too: does it mean anything to you?
find-ask-heavy-you = Was that heavy sometimes?
find-ask-heavy = How was that for { $child }?
find-ask-wished-you = What would you have liked then?
find-ask-wished = What would they have liked then?
find-ask-really = Who or what really helps?
find-ask-did-it-help = Did one help the other?
find-ask-what-helped = What helped?
find-ask-how-was = How was that?
find-ask-how-went = How did that go then?

find-siblings = { $see } { $what } with children of { $parents }.
find-siblings-unknown-parents = { $see } { $what } with brothers and sisters.
find-siblings-strength = { $see } a strength with children of { $parents }: { $what }.
find-siblings-partner = { $see } { $what } with partners of children of { $parents }.
find-those-are = Those are { $people }: { $yes } of the { $known } we know about{ $unknown ->
    [0] {""}
   *[other] , { $unknown } not known
}.
find-branches = { $see } { $what } in { $n } branches of the family.
find-branches-below = It is with { $yes } of the { $known } we know about, below { $parents }.
find-first-child-same = { $see } the first child around the same age with { $people }.
find-first-child-younger = { $see } the first child at an ever younger age with { $people }.
find-same-age = { $see } { $what } with { $people }, around the same age.
find-ever-younger = { $see } { $what } with { $people }, ever younger.
find-stops-with = { $see } that “{ $title }” stops with { $people }.
find-ended-with = { $see } that “{ $title }” stopped with { $people }.
find-ended-with-at = { $see } that “{ $title }” stopped with { $people }, at { $age }.
find-ended-with-first-year = { $see } that “{ $title }” stopped with { $people }, in the first year of life.
find-helped-stops = What is there: { $list }.
find-helped-ended = Around that time this came, too: { $list }.
find-helped-union = a relationship
find-helped-goal = a goal that was reached
find-together = { $see } { $a } and { $b } together with { $n } people.
find-together-counts = With { $a } people we see the first, with { $b } the second; with { $unknown } something is not known.
find-together-counts-known = With { $a } people we see the first, with { $b } the second.
find-in-turn = { $see } with { $n } people first { $a } and later { $b }.
find-handed-on = { $see } { $a } with parents and later { $b } with their children.
find-handed-on-counts = That is so with { $yes } of the { $known } children we know about.
find-grown-up = { $see } { $what } with { $parent }, when { $child } { $you ->
    [yes] were
   *[no] was
} { $from } to { $to }.
find-grown-up-one = { $see } { $what } with { $parent }, when { $child } { $you ->
    [yes] were
   *[no] was
} { $from }.
find-more = more
find-loss-age = { $see } that { $who } died at { $age }.
find-loss-first-year = { $see } that { $who } died in the first year of life.
find-loss-year = { $see } that { $who } died in { $year }.
find-loss-at-age = Around that age { $what } began with { $people }.
find-loss-after = Soon after, { $what } began with { $people }.
find-loss-something = something
find-stack = { $see } much at once with { $people }, { $years }.
find-stack-areas = It was about { $n } areas: { $list }.
find-stack-n-areas = It was about { $n } areas of life.
find-stack-onsets = { $n } things began shortly after each other.
find-triangle = { $see } { $what } between { $a } and { $b }.
find-triangle-conflict = conflict
find-triangle-distance = distance
find-triangle-cut-off = a break
find-triangle-violence = violence
find-triangle-close = { $child } { $you ->
    [yes] were
   *[no] was
} very close to { $parent } then.
find-triangle-cares = { $child } cared for { $parent } then.
find-triangle-cared-for = { $parent } cared for { $child } then.
find-row = { $see } children who cared a lot in { $span } generations: { $people }.
find-row-place = The place in the row: { $list }.
find-row-place-of = { $who } number { $at } of { $n }
find-help-generations = { $see } the same help in { $span } generations: { $what }.
find-help-people = That help is or was there for { $people }.
find-help-now = { $see } { $n } kinds of help with { $people } now.
find-help-now-list = Those are { $list }.

card-skill-hard = { $what }: hard
card-skill-well = { $what }: goes well
card-partner = With partners: { $what }
card-area = { $what } (taken widely)
card-together = { $a } and { $b }
card-in-turn = First { $a }, then { $b }
card-handed-on = Parents: { $a }, children: { $b }
card-grown-up = When { $child } { $you ->
    [yes] were
   *[no] was
} little
card-first-child = The first child
card-loss = Around the loss of { $who }
card-stack = Much at once
card-triangle = A child between two parents
card-row = Children who care
card-help = Help that comes back: { $what }
card-help-now = Much help at once
card-who = { $yes } of { $known }{ $unknown ->
    [0] {""}
   *[other] , { $unknown } not known
 }: { $people }

sub-in-a-row = { $span } generations in a row
sub-generations = { $span } generations
sub-skipped = { $span } generations, one skipped
sub-gap = { $span } generations, with a gap
sub-stopped = { $start }, stopped with { $who }
sub-stopped-many = { $start }, stopped with { $n } people
sub-adopted = { $start }, also by adoption
sub-siblings = { $yes } of the { $known } children we know about
sub-branches = { $n } branches of the family
sub-same-age = around the same age: { $ages }
sub-same-age-first-year = at the same age: in the first year of life
sub-same-age-plain = around the same age
sub-younger-plain = ever younger
sub-younger = ever younger: { $ages }
sub-stops = stops with { $who }
sub-ended = ended with { $who }
sub-people = with { $n } people
sub-ages = from { $from } to { $to }
sub-at-age = at { $age }
sub-first-year = in the first year of life
sub-supports = { $n } at once
sub-in-year = in { $year }
sub-years = from { $from } to { $to }

end-stops = stops here
end-ended = ended
end-ended-at = ended at { $age }
end-ended-first-year = ended in the first year of life
end-so-far-not = so far not
end-open = not known
end-not-yet = still too young

ask-whether = Do you know anything about { $what } with { $who }?
ask-strength = Is { $what } a strength of { $who }, too?
ask-strength-you = Is { $what } a strength of yours, too?
ask-whether-you = How is it for you with { $what }?
white-spot = We know little about { $people } so far.
white-spot-side = We know little about the branch of { $people } so far.
white-spot-share = Of the { $asked } things, we do not know { $unknown }.
white-spot-ask = Would you like to ask somebody about it?
load-unknown = { $area }: not known with { $unknown } people
load-row = { $area }: { $yes } of the { $known } we know about{ $unknown ->
    [0] {""}
   *[other] , { $unknown } not known
}
