# Wat de kaart laat zien, in zinnen (B1, ongeveer tien woorden). Begin met wat we zien, eindig met
# een vraag. Nooit een oorzaak, een verwijt of een voorspelling.

find-see = We zien
find-see-maybe = We zien (misschien)
find-with = { $see } { $what } bij { $people }.
find-strength = { $see } een kracht bij { $people }: { $what }.
find-between = { $see } { $what } tussen { $people }.
find-partner = { $see } { $what } bij partners van { $people }.

find-n-people = { $n ->
    [one] 1 mens
   *[other] { $n } mensen
}
find-n-people-with = { $n } mensen, onder wie { $some }

# { $over }: lopen de stappen ook over een andere band dan geboorte?
find-reach = Het gaat over { $span } generaties{ $over ->
    [adopted] {" "}(ook adoptie)
    [foster] {" "}(ook pleeg)
    [step] {" "}(ook stief)
    [other] {" "}(ook andere band)
   *[none] {""}
}: { $yes } van de { $known } van wie we het weten{ $unknown ->
    [0] {""}
   *[other] , { $unknown } niet bekend
}.
find-first-child = Het eerste kind kwam op { $ages } jaar.
find-began = Het begon op { $ages } jaar.
find-began-first-year = Het begon in het eerste levensjaar.

find-ask-stops = Bij { $people } { $dead ->
    [yes] stopte
   *[no] stopt
} het: wat hielp daar?
find-ask-ended = Bij { $people } is het gestopt: wat hielp toen?
find-ask-other-way = Bij { $people } ging het anders: hoe was dat?
find-ask-skipped = Bij { $people } was dit niet zo: hoe lukte dat?
find-ask-gap = Van { $people } weten we het niet: weet jij dat?
find-ask-gap-you = Hoe is dat bij jou?
find-ask-know = Herken je dat?
find-ask-learned = Van wie leerde jij dat?
find-ask-passed = Wie leerde het van wie?
find-ask-practise = Zullen jullie dat samen oefenen?
find-ask-how = Hoe doen jullie dat?
find-ask-good-hard = Wat was daar fijn aan, en wat zwaar?
find-ask-who-helped = Wie hielp toen?
find-ask-who-there = Wie was er toen?
find-ask-could-help = Wat had toen kunnen helpen?
find-ask-cut-off = Een breuk kan ook beschermen: wat bracht die?
find-ask-safe = Bij wie was het toen veilig?
find-ask-tell = Wie kan nog over hen vertellen?
find-ask-stands-out = Wat valt jou daarin op?
find-ask-then = Wat speelde er toen?
find-ask-talk = Praten jullie daar samen over?
find-ask-with-you = Hoe is dat bij jou?
find-ask-between = Wat zat daartussen?
find-ask-needed = Wat hadden die kinderen toen nodig?
find-ask-remember-you = Wat weet jij daar nog van?
find-ask-remember = Wat weet { $child } daar nog van?
find-ask-wish = Wat zou je { $child } gunnen?
find-ask-chance = Dat kan ook toeval zijn: zegt het jullie iets?
find-ask-heavy-you = Was dat soms zwaar?
find-ask-heavy = Hoe was dat voor { $child }?
find-ask-wished-you = Wat had jij toen graag gehad?
find-ask-wished = Wat hadden zij toen graag gehad?
find-ask-really = Wie of wat helpt echt?
find-ask-did-it-help = Hielp het een bij het ander?
find-ask-what-helped = Wat hielp daarbij?
find-ask-how-was = Hoe was dat?
find-ask-how-went = Hoe ging dat toen?

find-siblings = { $see } { $what } bij kinderen van { $parents }.
find-siblings-unknown-parents = { $see } { $what } bij broers en zussen.
find-siblings-strength = { $see } een kracht bij kinderen van { $parents }: { $what }.
find-siblings-partner = { $see } { $what } bij partners van kinderen van { $parents }.
find-those-are = Dat zijn { $people }: { $yes } van de { $known } van wie we het weten{ $unknown ->
    [0] {""}
   *[other] , { $unknown } niet bekend
}.
find-branches = { $see } { $what } in { $n } takken van de familie.
find-branches-below = Het is bij { $yes } van de { $known } van wie we het weten, onder { $parents }.
find-first-child-same = { $see } het eerste kind rond dezelfde leeftijd bij { $people }.
find-first-child-younger = { $see } het eerste kind op steeds jongere leeftijd bij { $people }.
find-same-age = { $see } { $what } bij { $people }, rond dezelfde leeftijd.
find-ever-younger = { $see } { $what } bij { $people }, steeds jonger.
find-stops-with = { $see } dat „{ $title }” stopt bij { $people }.
find-ended-with = { $see } dat „{ $title }” stopte bij { $people }.
find-ended-with-at = { $see } dat „{ $title }” stopte bij { $people }, op { $age } jaar.
find-ended-with-first-year = { $see } dat „{ $title }” stopte bij { $people }, in het eerste levensjaar.
find-helped-stops = Dit is er wel: { $list }.
find-helped-ended = Rond die tijd kwam er ook: { $list }.
find-helped-union = een relatie
find-helped-goal = een doel dat lukte
find-together = { $see } { $a } en { $b } samen bij { $n } mensen.
find-together-counts = Bij { $a } mensen zien we het eerste, bij { $b } het tweede; bij { $unknown } is iets niet bekend.
find-together-counts-known = Bij { $a } mensen zien we het eerste, bij { $b } het tweede.
find-in-turn = { $see } bij { $n } mensen eerst { $a } en daarna { $b }.
find-handed-on = { $see } { $a } bij ouders en later { $b } bij hun kinderen.
find-handed-on-counts = Dat is zo bij { $yes } van de { $known } kinderen van wie we het weten.
find-grown-up = { $see } { $what } bij { $parent }, toen { $child } { $from } tot { $to } jaar was.
find-grown-up-one = { $see } { $what } bij { $parent }, toen { $child } { $from } jaar was.
find-more = meer
find-loss-age = { $see } dat { $who } stierf op { $age } jaar.
find-loss-first-year = { $see } dat { $who } stierf in het eerste levensjaar.
find-loss-year = { $see } dat { $who } stierf in { $year }.
find-loss-at-age = Rond die leeftijd begon { $what } bij { $people }.
find-loss-after = Kort daarna begon { $what } bij { $people }.
find-loss-something = er iets
find-stack = { $see } veel tegelijk bij { $people }, { $years }.
find-stack-areas = Het ging over { $n } gebieden: { $list }.
find-stack-n-areas = Het ging over { $n } gebieden van het leven.
find-stack-onsets = Er begonnen { $n } dingen kort na elkaar.
find-triangle = { $see } { $what } tussen { $a } en { $b }.
find-triangle-conflict = ruzie
find-triangle-distance = afstand
find-triangle-cut-off = een breuk
find-triangle-violence = geweld
find-triangle-close = { $child } was toen heel dicht bij { $parent }.
find-triangle-cares = { $child } zorgde toen voor { $parent }.
find-triangle-cared-for = { $parent } zorgde toen voor { $child }.
find-row = { $see } kinderen die veel zorgden in { $span } generaties: { $people }.
find-row-place = De plek in de rij: { $list }.
find-row-place-of = { $who } { $at }e van { $n }
find-help-generations = { $see } dezelfde hulp in { $span } generaties: { $what }.
find-help-people = Die hulp is of was er bij { $people }.
find-help-now = { $see } nu { $n } soorten hulp bij { $people }.
find-help-now-list = Dat zijn { $list }.

# Kaartjes.
card-skill-hard = { $what }: lastig
card-skill-well = { $what }: gaat goed
card-partner = Bij partners: { $what }
card-area = { $what } (ruim genomen)
card-together = { $a } en { $b }
card-in-turn = Eerst { $a }, dan { $b }
card-handed-on = Ouders: { $a }, kinderen: { $b }
card-grown-up = Toen { $child } klein was
card-first-child = Het eerste kind
card-loss = Rond het verlies van { $who }
card-stack = Veel tegelijk
card-triangle = Een kind tussen twee ouders
card-row = Kinderen die zorgen
card-help = Hulp die terugkomt: { $what }
card-help-now = Veel hulp tegelijk
card-who = { $yes } van de { $known }{ $unknown ->
    [0] {""}
   *[other] , { $unknown } niet bekend
 }: { $people }

sub-in-a-row = { $span } generaties op rij
sub-generations = { $span } generaties
sub-skipped = { $span } generaties, één overgeslagen
sub-gap = { $span } generaties, met een open plek
sub-stopped = { $start }, bij { $who } gestopt
sub-stopped-many = { $start }, bij { $n } mensen gestopt
sub-adopted = { $start }, ook via adoptie
sub-siblings = { $yes } van de { $known } kinderen van wie we het weten
sub-branches = { $n } takken van de familie
sub-same-age = rond dezelfde leeftijd: { $ages } jaar
sub-same-age-first-year = op dezelfde leeftijd: in het eerste levensjaar
sub-same-age-plain = rond dezelfde leeftijd
sub-younger-plain = steeds jonger
sub-younger = steeds jonger: { $ages } jaar
sub-stops = stopt bij { $who }
sub-ended = gestopt bij { $who }
sub-people = bij { $n } mensen
sub-ages = van { $from } tot { $to } jaar
sub-at-age = op { $age } jaar
sub-first-year = in het eerste levensjaar
sub-supports = { $n } tegelijk
sub-in-year = in { $year }
sub-years = van { $from } tot { $to }

end-stops = stopt hier
end-ended = gestopt
end-ended-at = gestopt op { $age } jaar
end-ended-first-year = gestopt in het eerste levensjaar
end-so-far-not = tot nu toe niet
end-open = niet bekend
end-not-yet = nog te jong

# Wat we niet weten.
ask-whether = Weet je iets van { $what } bij { $who }?
ask-strength = Is { $what } ook een kracht van { $who }?
ask-strength-you = Is { $what } ook een kracht van jou?
ask-whether-you = Hoe is het bij jou met { $what }?
white-spot = We weten nog weinig van { $people }.
white-spot-side = We weten nog weinig van de tak van { $people }.
white-spot-share = Van de { $asked } dingen weten we er { $unknown } niet.
white-spot-ask = Wil je daar iemand iets over vragen?
load-unknown = { $area }: bij { $unknown } mensen niet bekend
load-row = { $area }: { $yes } van de { $known } van wie we het weten{ $unknown ->
    [0] {""}
   *[other] , { $unknown } niet bekend
}
