"""Texts that try to be more than text, for every format that carries what people typed."""

from hypothesis import strategies as st

INJECTIONS = (
    "Ada\r\nBcc: everyone@example.org",
    "Ada\nBEGIN:VEVENT\nUID:x\nEND:VEVENT",
    "?bcc=everyone@example.org&body=gone",
    "a&cc=b;c,d\\n\\,e%0D%0ABcc:%20x",
    '"Ada, Countess" <ada@example.org>, bob@example.org',
    "<b onload=x>&amp;<img src='file:///etc/passwd'></b>",
    "=?utf-8?q?forged?=, =?utf-8?b?Zm9yZ2Vk?= <x@y.example>",
    "\u202eolleH \u05d0\u05d1\u05d2 \u0645\u0631\u062d\u0628\u0627 \u2066x\u2069",
    "👩🏽‍🚀 👨‍👩‍👧 ✉️ 🏳️‍🌈",
    "one\u2028two\u2029three\x85four\x0bfive\x0csix",
    "\x00\x07\x1b[31mred\x7f\ud800",
    "Z\u0351\u0343\u036ba\u0334\u0321l\u0337go",
    "x" * 10_000,
    "ü😀 " * 2_500,
    ".\r\n.\r\nFrom me\r\n--\r\n",
    "  leading, trailing  \n\n  ",
    ":;,\\\"'^`|{}[]()=/?#%",
)

TEXTS = (
    st.sampled_from(INJECTIONS)
    | st.text(max_size=300)
    | st.lists(st.sampled_from(INJECTIONS[:12]) | st.text(max_size=12), max_size=4).map("".join)
    | st.text(alphabet=' \t\r\n,;:\\"<>@=?()aü😀\u202e\u2028\x85', max_size=200)
)
