"""The words by which a page names a newspaper, a station or a site, for all who ask what an outlet is.

Everything is in lower case.
"""

from __future__ import annotations

NAMING = frozenset(
    "news times post herald tribune press radio tv television gazette journal chronicle observer courier "
    "daily weekly review today wire mail star sun bulletin dispatch monitor register mirror standard "
    "examiner magazine telegraph guardian globe argus echo clarion ledger sentinel beacon express inquirer "
    "newswire newspaper newsweek broadcasting advertiser".split()
)
"""What outlets have in their names: "Calder Tribune"."""

GENERIC = frozenset(
    "newspaper paper daily weekly magazine broadcaster network channel station outlet journal tabloid "
    "publication wire website site blog podcast newsletter portal".split()
)
"""What an outlet is called that is not named: "the paper"."""

BY_THEMSELVES = frozenset(
    "cnn bbc nbc abc cbs msnbc npr pbs reuters afp tass rt week reporter record economist atlantic "
    "politico axios buzzfeed breitbart slate salon vox jazeera xinhua sputnik interfax ap upi dpa ansa "
    "pti ani itv rte cbc nhk ndtv rai ard zdf euronews bloomberg forbes spiegel zeit monde figaro haaretz "
    "dawn rappler yonhap kyodo anadolu irna novosti meduza kommersant izvestia pravda propublica".split()
)
"""Whole names, or the last word of one, that would mean something else within another name."""
