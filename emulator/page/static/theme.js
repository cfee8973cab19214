// Before anything is drawn: the colours somebody chose here, if they did.

const chosenColours = localStorage.getItem("colours");
if (chosenColours) document.documentElement.dataset.theme = chosenColours;
