// Applies the colours chosen here earlier, before anything is drawn.

const chosenColours = localStorage.getItem("colours");
if (chosenColours) document.documentElement.dataset.theme = chosenColours;
