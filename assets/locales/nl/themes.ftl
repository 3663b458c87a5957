# Waar een bevinding over gaat, als woorden in een zin.
