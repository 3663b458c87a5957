# De snelle regel en de familietaal.
quick-new = { $n ->
    [one] nieuw: { $names }
   *[other] nieuw: { $names }
}
quick-on-map = { $n ->
    [one] { $names } staat op de kaart
   *[other] { $names } staan op de kaart
}
quick-couple = { $a } en { $b } samen
quick-children = { $n ->
    [one] kind van { $parents }: { $names }
   *[other] kinderen van { $parents }: { $names }
}
quick-siblings = broers en zussen: { $names }
quick-of-person = { $name }: { $what }
quick-maybe = misschien
quick-asked-no = gevraagd: nee
quick-since = vanaf { $date }
quick-until = tot { $date }
quick-now = nu
quick-before = vroeger
quick-varies = { $skill }: wisselt
quick-does = { $a } { $what } { $b }
quick-between = { $a } en { $b }: { $what }

quick-no-name = Hier komt een naam.
quick-no-word = Hier komt een woord, zonder spatie ervoor: #schulden
quick-open-quotes = Sluit de naam af met nog een ".
quick-three-partners = Er kunnen twee mensen samen zijn. Begin voor een andere partner een nieuwe regel.
quick-second-colon = Er staat al een dubbele punt in deze regel. Begin een nieuwe regel.
quick-no-pair = Zet dit tussen twee namen: Anna ~ruzie Bas
quick-unknown-kind = Wij kennen „{ $word }” niet. Zet het tussen aanhalingstekens als het eigen woorden zijn: #"{ $word }"
quick-near-kind = Wij kennen „{ $word }” niet. Bedoelt u: { $near }?
quick-unknown-relation = Wij kennen „{ $word }” niet. Dit kan wel: { $near }
quick-unknown-moment = „{ $word }” is geen jaar en geen leeftijd. Schrijf 24, 1998 of als_kind.
quick-unknown-state = „{ $word }” kennen wij hier niet. Dit kan wel: nee, misschien, nu, vroeger.
quick-no-level = Schrijf erbij hoe het gaat: =goed, =wisselt of =lastig
quick-unknown-words = „{ $word }” begrijpen wij niet. Deze persoon staat al op de kaart en houdt de eigen naam.
quick-after-mark = „{ $word }” staat achter wat speelt. Is dat iemand anders? Zet er een komma of ; voor, of een nieuwe regel.
quick-own-words = „{ $words }”
quick-several = Er is meer dan één { $name }. Schrijf het geboortejaar erbij, of { $name }^2 voor de tweede.
quick-has-parents = { $name } heeft al ouders: { $parents }. Zijn dit andere ouders? Schrijf dan pleeg, adopt of stief achter de naam.
quick-twice = { $name } staat twee keer in deze regel.
quick-too-long = Dit is te veel tekst in één keer. Plak het in delen.

quick-left-names = { $n ->
    [one] Van { $n } naam staan alleen de gewone voor- en achternaam in de regels.
   *[other] Van { $n } namen staan alleen de gewone voor- en achternaam in de regels.
}
quick-left-twins = { $n ->
    [one] Eén tweeling staat er niet bij, omdat de kinderen niet na elkaar komen.
   *[other] { $n } tweelingen staan er niet bij, omdat de kinderen niet na elkaar komen.
}
quick-left-bond = { $n ->
    [one] Van één kind staat niet alles over de band met de ouders in de regels.
   *[other] Van { $n } kinderen staat niet alles over de band met de ouders in de regels.
}
quick-left-union = { $n ->
    [one] Van één relatie staat niet alles in de regels.
   *[other] Van { $n } relaties staat niet alles in de regels.
}
quick-left-details = { $n ->
    [one] Van één ding dat speelt of sterk is staan niet alle bijzonderheden in de regels.
   *[other] Van { $n } dingen die spelen of sterk zijn staan niet alle bijzonderheden in de regels.
}
quick-left-other = { $n ->
    [one] Eén ding waarvoor geen woord is, staat niet in de regels: een notitie, huis, helper, doel, verhaal of titel.
   *[other] { $n } dingen waarvoor geen woord is, staan niet in de regels: notities, huizen, helpers, doelen, verhalen of titels.
}

do-quick = Snelle regel
quick-title = Snelle regel
quick-put = Zet op de kaart
quick-keys = Enter: zet op de kaart · Shift+Enter: nieuwe regel · Esc: weg, uw tekst blijft staan
quick-hint = Jan 1958 + Mia 1960: Anna 1985, Bas 1988
quick-done = Staat op de kaart: { $what }
quick-done-more = { $n ->
    [one] en nog één ding
   *[other] en nog { $n } dingen
}
quick-example-family = Een gezin: Jan 1958 + Mia 1960: Anna 1985, Bas 1988
quick-example-ex = Uit elkaar: Anna + Piet ex2010: Lisa 2004
quick-example-marks = Wat speelt en wat sterk is: Mia #schulden 24-31 #somber nee +zorgzaam
quick-who = { $name }: op de kaart, of nieuw?
quick-someone-new = Nieuw
quick-child-of = kind van { $parents }
quick-partner-of = samen met { $name }
quick-on-map-one = { $name } op de kaart
quick-on-map-more = { $name } op de kaart ({ $more })
quick-names-off = Zet eerst de namen aan (N). Zonder namen kunt u geen regels typen.
edit-quick = snelle regel
