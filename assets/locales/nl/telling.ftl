# Zinnen van een kaart. De woorden van elk thema staan in de catalogus; hier staat wat er omheen
# komt. { $form } is you, one of many.

say-you-two = jullie
say-your-two = jullie { $word }
say-parents-two = jullie ouders
say-they = zij
# „Wat gun je hun?”; achter een voorzetsel „voor hen”.
say-them = hun
say-them-behind = hen
say-first-now = Eerst { $past }, nu { $now }.
say-and = { $first }, en { $second }
say-also = { $who } ook.
say-also-not = { $who } ook niet.
say-now-too = { $who } nu ook.
say-now-too-not = { $who } nu ook niet.
say-maybe = { $who } misschien ook.
say-maybe-not = { $who } misschien ook niet.
say-unknown-one = Van { $who } weten we het nog niet.
say-unknown-many = Van { $n } mensen weten we het nog niet, zoals { $who }.
say-unknown-you = Van { $who } weten we het nog niet, en van nog { $n ->
    [1] iemand
   *[other] { $n } mensen
} ook niet.
say-age = { $who } { $form ->
    [many] waren
   *[other] was
} { $age } { $when }.
say-age-next = { $who } { $form ->
    [many] waren
   *[other] was
} { $age }
say-ages-equal = { $who } waren { $n ->
    [2] allebei
    [3] alle drie
   *[other] allemaal
} { $age } { $when }.
say-ages-about = { $who } waren { $low } of { $high } { $when }.
say-lived-to = { $who } werd { $age ->
    [0] nog geen jaar
   *[other] { $age } jaar
}.
say-died-in = { $who } overleed in { $year }.
say-lives-with = { $who } { $form ->
    [many] wonen
   *[other] woont
} nu bij { $carers }.
say-others = { $count } anderen in de familie
say-people = { $count } mensen
say-more = nog { $count } anderen
say-helped = Wat hielp, volgens { $who }: „{ $text }”.
say-now-pair = Nu { $what }.
say-learn-from-you = Wat zou jij van hen willen leren?
say-learn-from-two = Wat zouden jullie van hen willen leren?
say-close-you = Wat denk jij als je dit ziet?
say-close-two = Wat denken jullie als jullie dit zien?
say-close = Wat valt hier op?
say-stress = Bij veel stress lukt dit minder. Dat heeft iedereen.
say-helpline = Praten helpt. Bel 113 of gratis 0800-0113.
