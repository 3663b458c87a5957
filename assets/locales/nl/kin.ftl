# Hoe de hoofdpersoon iemand noemt. { $gender } is woman, man of other.

kin-you = jij
kin-you-object = jou
kin-someone = iemand
kin-focus = de hoofdpersoon

kin-parent = { $gender ->
    [woman] moeder
    [man] vader
   *[other] ouder
}
kin-parent-adopted = { $gender ->
    [woman] adoptiemoeder
    [man] adoptievader
   *[other] adoptieouder
}
kin-parent-foster = { $gender ->
    [woman] pleegmoeder
    [man] pleegvader
   *[other] pleegouder
}
kin-parent-step = { $gender ->
    [woman] stiefmoeder
    [man] stiefvader
   *[other] stiefouder
}
kin-parent-guardian = voogd
kin-parent-donor = donor
kin-grandparent = { $gender ->
    [woman] oma
    [man] opa
   *[other] grootouder
}
kin-grandparent-foster = { $gender ->
    [woman] pleegoma
    [man] pleegopa
   *[other] pleeggrootouder
}
kin-grandparent-step = { $gender ->
    [woman] stiefoma
    [man] stiefopa
   *[other] stiefgrootouder
}
kin-great-grandparent = { $gender ->
    [woman] overgrootoma
    [man] overgrootopa
   *[other] overgrootouder
}
kin-great-great-grandparent = { $gender ->
    [woman] betovergrootmoeder
    [man] betovergrootvader
   *[other] betovergrootouder
}
kin-ancestor = voorouder, { $generations } generaties terug

kin-child = { $gender ->
    [woman] dochter
    [man] zoon
   *[other] kind
}
kin-child-adopted = { $gender ->
    [woman] adoptiedochter
    [man] adoptiezoon
   *[other] adoptiekind
}
kin-child-foster = { $gender ->
    [woman] pleegdochter
    [man] pleegzoon
   *[other] pleegkind
}
kin-child-step = { $gender ->
    [woman] stiefdochter
    [man] stiefzoon
   *[other] stiefkind
}
kin-child-donor = { $gender ->
    [woman] donordochter
    [man] donorzoon
   *[other] donorkind
}
kin-grandchild = { $gender ->
    [woman] kleindochter
    [man] kleinzoon
   *[other] kleinkind
}
kin-great-grandchild = { $gender ->
    [woman] achterkleindochter
    [man] achterkleinzoon
   *[other] achterkleinkind
}
kin-descendant = nakomeling, { $generations } generaties verder

kin-sibling = { $gender ->
    [woman] zus
    [man] broer
   *[other] broer of zus
}
kin-sibling-half = { $gender ->
    [woman] halfzus
    [man] halfbroer
   *[other] halfbroer of halfzus
}
kin-sibling-adopted = { $gender ->
    [woman] adoptiezus
    [man] adoptiebroer
   *[other] adoptiebroer of adoptiezus
}
kin-sibling-foster = { $gender ->
    [woman] pleegzus
    [man] pleegbroer
   *[other] pleegbroer of pleegzus
}
kin-sibling-step = { $gender ->
    [woman] stiefzus
    [man] stiefbroer
   *[other] stiefbroer of stiefzus
}
kin-aunt-uncle = { $gender ->
    [woman] tante
    [man] oom
   *[other] oom of tante
}
kin-great-aunt-uncle = { $gender ->
    [woman] oudtante
    [man] oudoom
   *[other] oudoom of oudtante
}
kin-cousin = { $gender ->
    [woman] nicht
    [man] neef
   *[other] neef of nicht
}
# "Neef" is ook het kind van je broer: zeg het dan zo dat het duidelijk is.
kin-siblings-child = { $gender ->
    [woman] dochter
    [man] zoon
   *[other] kind
} van { $of }
kin-siblings-child-named = { $name } ({ $gender ->
    [woman] dochter
    [man] zoon
   *[other] kind
} van { $of })

kin-spouse = { $gender ->
    [woman] vrouw
    [man] man
   *[other] partner
}
kin-partner = partner
kin-ex = ex
kin-parent-in-law = { $gender ->
    [woman] schoonmoeder
    [man] schoonvader
   *[other] schoonouder
}
kin-sibling-in-law = { $gender ->
    [woman] schoonzus
    [man] zwager
   *[other] zwager of schoonzus
}
kin-child-in-law = { $gender ->
    [woman] schoondochter
    [man] schoonzoon
   *[other] schoonkind
}

# "moeder van je ex Marco", "ex van tante Anja".
kin-of = { $word } van { $of }
# "Kevin (ex van je zus Sandra)".
kin-of-named = { $name } ({ $word } van { $of })
# "je broer", "je broer Danny".
kin-your = je { $word }
kin-your-named = je { $word } { $name }
# "oma Ans", "tante Els".
kin-title = { $word } { $name }
# Voor verre voorouders: "Harm (voorouder, 6 generaties terug)".
kin-bracket = { $name } ({ $word })
# "oma van moederskant".
kin-side-mother = { $word } van moederskant
kin-side-father = { $word } van vaderskant
# "oma Ans, de moeder van je moeder". { $neuter } is yes bij het-woorden.
kin-explained = { $named }, { $neuter ->
    [yes] het
   *[no] de
} { $word } van { $of }
kin-explained-side-mother = { $named }, van moederskant
kin-explained-side-father = { $named }, van vaderskant
# Voor wie meekijkt: "Danny (broer van Kim)", "de broer van Kim".
kin-the-of = { $neuter ->
    [yes] het
   *[no] de
} { $word } van { $of }
# "Ans, Linda en Kim".
kin-list-last = { $first } en { $last }
kin-list-next = { $first }, { $next }

# Groepen, als een zin over meer dan vier mensen gaat.
kin-whose = de { $word } van { $of }
kin-both-parents = je ouders
kin-both-grandparents = opa en oma
# { $count } is een getal in woorden; { $of } zegt wie het zijn: vrouwen, mannen, van elk een, of anders.
kin-count = { $n ->
    [2] twee
    [3] drie
    [4] vier
    [5] vijf
    [6] zes
    [7] zeven
    [8] acht
    [9] negen
    [10] tien
   *[other] { $n }
}
kin-n-grandparents = { $of ->
    [women] { $count } oma’s
    [men] { $count } opa’s
    [pair] een opa en een oma
   *[mixed] { $count } opa’s en oma’s
}
kin-n-aunts-uncles = { $of ->
    [women] { $count } tantes
    [men] { $count } ooms
    [pair] een oom en een tante
   *[mixed] { $count } ooms en tantes
}
kin-all-of-you = jullie { $n ->
    [2] allebei
    [3] alle drie
    [4] alle vier
   *[other] allemaal
}
kin-n-siblings = { $of ->
    [women] { $count } zussen
    [men] { $count } broers
    [pair] een broer en een zus
   *[mixed] { $count } broers en zussen
}
kin-n-cousins = { $of ->
    [women] { $count } nichten
    [men] { $count } neven
    [pair] een neef en een nicht
   *[mixed] { $count } neven en nichten
}
kin-n-siblings-children = { $of ->
    [women] { $count } nichten
    [men] { $count } neven
    [pair] een neef en een nicht
   *[mixed] { $count } neven en nichten
}
kin-n-children = { $all ->
    [yes] je { $count } kinderen
   *[no] { $count } van je kinderen
}
kin-n-grandchildren = { $all ->
    [yes] je { $count } kleinkinderen
   *[no] { $count } van je kleinkinderen
}
kin-further = familie verder weg
