# What the main person calls somebody. { $gender } is woman, man or other.

kin-you = you
kin-you-object = you
kin-someone = somebody
kin-focus = the main person

kin-parent = { $gender ->
    [woman] mother
    [man] father
   *[other] parent
}
kin-parent-adopted = { $gender ->
    [woman] adoptive mother
    [man] adoptive father
   *[other] adoptive parent
}
kin-parent-foster = { $gender ->
    [woman] foster mother
    [man] foster father
   *[other] foster parent
}
kin-parent-step = { $gender ->
    [woman] stepmother
    [man] stepfather
   *[other] step-parent
}
kin-parent-guardian = guardian
kin-parent-donor = donor
kin-grandparent = { $gender ->
    [woman] grandma
    [man] grandpa
   *[other] grandparent
}
kin-grandparent-foster = { $gender ->
    [woman] foster grandma
    [man] foster grandpa
   *[other] foster grandparent
}
kin-grandparent-step = { $gender ->
    [woman] step-grandma
    [man] step-grandpa
   *[other] step-grandparent
}
kin-great-grandparent = { $gender ->
    [woman] great-grandma
    [man] great-grandpa
   *[other] great-grandparent
}
kin-great-great-grandparent = { $gender ->
    [woman] great-great-grandmother
    [man] great-great-grandfather
   *[other] great-great-grandparent
}
kin-ancestor = ancestor, { $generations } generations back

kin-child = { $gender ->
    [woman] daughter
    [man] son
   *[other] child
}
kin-child-adopted = { $gender ->
    [woman] adopted daughter
    [man] adopted son
   *[other] adopted child
}
kin-child-foster = { $gender ->
    [woman] foster daughter
    [man] foster son
   *[other] foster child
}
kin-child-step = { $gender ->
    [woman] stepdaughter
    [man] stepson
   *[other] stepchild
}
kin-child-donor = { $gender ->
    [woman] donor daughter
    [man] donor son
   *[other] donor child
}
kin-grandchild = { $gender ->
    [woman] granddaughter
    [man] grandson
   *[other] grandchild
}
kin-great-grandchild = { $gender ->
    [woman] great-granddaughter
    [man] great-grandson
   *[other] great-grandchild
}
kin-descendant = descendant, { $generations } generations on

kin-sibling = { $gender ->
    [woman] sister
    [man] brother
   *[other] sibling
}
kin-sibling-half = { $gender ->
    [woman] half-sister
    [man] half-brother
   *[other] half-sibling
}
kin-sibling-adopted = { $gender ->
    [woman] adoptive sister
    [man] adoptive brother
   *[other] adoptive sibling
}
kin-sibling-foster = { $gender ->
    [woman] foster sister
    [man] foster brother
   *[other] foster sibling
}
kin-sibling-step = { $gender ->
    [woman] stepsister
    [man] stepbrother
   *[other] stepsibling
}
kin-aunt-uncle = { $gender ->
    [woman] aunt
    [man] uncle
   *[other] aunt or uncle
}
kin-great-aunt-uncle = { $gender ->
    [woman] great-aunt
    [man] great-uncle
   *[other] great-aunt or great-uncle
}
kin-cousin = cousin
kin-siblings-child = { $gender ->
    [woman] daughter
    [man] son
   *[other] child
} of { $of }
kin-siblings-child-named = { $name } ({ $gender ->
    [woman] daughter
    [man] son
   *[other] child
} of { $of })

kin-spouse = { $gender ->
    [woman] wife
    [man] husband
   *[other] spouse
}
kin-partner = partner
kin-ex = ex
kin-parent-in-law = { $gender ->
    [woman] mother-in-law
    [man] father-in-law
   *[other] parent-in-law
}
kin-sibling-in-law = { $gender ->
    [woman] sister-in-law
    [man] brother-in-law
   *[other] sibling-in-law
}
kin-child-in-law = { $gender ->
    [woman] daughter-in-law
    [man] son-in-law
   *[other] child-in-law
}

kin-of = { $word } of { $of }
kin-of-named = { $name } ({ $word } of { $of })
kin-your = your { $word }
kin-your-named = your { $word } { $name }
kin-title = { $word } { $name }
kin-bracket = { $name } ({ $word })
kin-side-mother = { $word } on the mother’s side
kin-side-father = { $word } on the father’s side
kin-explained = { $named }, the { $word } of { $of }
kin-explained-side-mother = { $named }, on the mother’s side
kin-explained-side-father = { $named }, on the father’s side
kin-the-of = the { $word } of { $of }
kin-list-last = { $first } and { $last }
kin-list-next = { $first }, { $next }

# Groups, where a sentence is about more than four people.
kin-whose = { $of }’s { $word }
kin-both-parents = your parents
kin-both-grandparents = Grandma and Grandpa
# { $count } is a number in words; { $of } says who they are: women, men, one of each, or otherwise.
kin-count = { $n ->
    [2] two
    [3] three
    [4] four
    [5] five
    [6] six
    [7] seven
    [8] eight
    [9] nine
    [10] ten
   *[other] { $n }
}
kin-n-grandparents = { $of ->
    [women] { $count } grandmothers
    [men] { $count } grandfathers
    [pair] a grandmother and a grandfather
   *[mixed] { $count } grandparents
}
kin-n-aunts-uncles = { $of ->
    [women] { $count } aunts
    [men] { $count } uncles
    [pair] an uncle and an aunt
   *[mixed] { $count } uncles and aunts
}
kin-all-of-you = { $n ->
    [2] both of you
    [3] all three of you
    [4] all four of you
   *[other] all of you
}
kin-n-siblings = { $of ->
    [women] { $count } sisters
    [men] { $count } brothers
    [pair] a brother and a sister
   *[mixed] { $count } brothers and sisters
}
kin-n-cousins = { $count } cousins
kin-n-siblings-children = { $of ->
    [women] { $count } nieces
    [men] { $count } nephews
    [pair] a niece and a nephew
   *[mixed] { $count } nieces and nephews
}
kin-n-children = { $all ->
    [yes] your { $count } children
   *[no] { $count } of your children
}
kin-n-grandchildren = { $all ->
    [yes] your { $count } grandchildren
   *[no] { $count } of your grandchildren
}
kin-further = family further away
