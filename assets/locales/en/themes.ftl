# What a finding is about, as words in a sentence.
