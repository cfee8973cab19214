# Szkic: czeka na sprawdzenie przez osobę, dla której polski jest językiem ojczystym.
# Draft: awaiting a native speaker.

button-start = Start
