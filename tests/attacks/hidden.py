"""Words that a text would hide from whoever reads it, one way each."""

HIDDEN = [
    '<p>seen <span style="color:#ffffff">secret</span></p>',
    '<p>seen <font color="white" size="1">secret</font></p>',
    '<p>seen <span style="font-size:1px">secret</span></p>',
    '<p>seen</p><p style="display:none">secret</p>',
]
