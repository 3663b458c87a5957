# Wat de kaart laat zien, in zinnen.
