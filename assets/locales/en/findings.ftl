# What the map shows, in sentences.
