# مسودہ: اردو کے مادری زبان والے کی جانچ کا منتظر۔
# Draft: awaiting a native speaker.

button-start = شروع کریں
