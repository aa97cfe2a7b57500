"""The Chicago Manual's own examples, of its Citation Quick Guide (17th ed.) and its chapter on
citing, typed again. What the Manual does by judgement is not done: titles within titles are
not turned, and short titles are cut at the colon, never otherwise (the Manual's own here are “Yale
Facts” and “Predicting Responses”, and it names Google before its policy).

How the wording was checked: notes on letters and files of collections (14.221-14.231) against
Turabian's manual, which prints the same ones and adds the towns of the libraries; the undated web
page, Hua and Abe against programs that quote the Manual's examples as theirs; the other pages,
groups of authors, Pirumova and the bibliography of collections are typed from memory of the Manual.
"""

from __future__ import annotations

import pytest

from components.catalog.citations.chicago import bibliography, note, short_note
from components.catalog.models import Source

SMITH = {
    "type": "book", "author": [{"family": "Smith", "given": "Zadie"}], "title": "Swing Time",
    "publisher-place": "New York", "publisher": "Penguin Press", "issued": "2016",
}  # fmt: skip
GRAZER = {
    "type": "book", "author": [{"family": "Grazer", "given": "Brian"},
    {"family": "Fishman", "given": "Charles"}], "title": "A Curious Mind: The Secret to a Bigger Life",
    "publisher-place": "New York", "publisher": "Simon & Schuster", "issued": "2015",
}  # fmt: skip
THOREAU = {
    "type": "chapter", "author": [{"family": "Thoreau", "given": "Henry David"}],
    "title": "Walking", "container-title": "The Making of the American Essay",
    "editor": [{"family": "D’Agata", "given": "John"}], "page": "167-95",
    "publisher-place": "Minneapolis", "publisher": "Graywolf Press", "issued": "2016",
}  # fmt: skip
LAHIRI = {
    "type": "book", "author": [{"family": "Lahiri", "given": "Jhumpa"}], "title": "In Other Words",
    "translator": [{"family": "Goldstein", "given": "Ann"}], "publisher-place": "New York",
    "publisher": "Alfred A. Knopf", "issued": "2016",
}  # fmt: skip
MELVILLE = {
    "type": "book", "author": [{"family": "Melville", "given": "Herman"}],
    "title": "Moby-Dick; or, The Whale", "publisher-place": "New York",
    "publisher": "Harper & Brothers", "issued": "1851",
    "URL": "http://mel.hofstra.edu/moby-dick-the-whale-proofs.html",
}  # fmt: skip
KENG = {
    "type": "article-journal", "author": [{"family": "Keng", "given": "Shao-Hsun"},
    {"family": "Lin", "given": "Chun-Hung"}, {"family": "Orazem", "given": "Peter F."}],
    "title": "Expanding College Access in Taiwan, 1978–2014: Effects on Graduate Quality and Income "
    "Inequality", "container-title": "Journal of Human Capital", "volume": "11", "issue": "1",
    "issued": "2017-21", "page": "1-34", "DOI": "10.1086/690235",
}  # fmt: skip
MEAD = {
    "type": "article-magazine", "author": [{"family": "Mead", "given": "Rebecca"}],
    "title": "The Prophet of Dystopia", "container-title": "New Yorker", "issued": "2017-04-17",
}  # fmt: skip
PAI = {
    "type": "article-newspaper", "author": [{"family": "Pai", "given": "Tanya"}],
    "title": "The Squishy, Sugary History of Peeps", "container-title": "Vox",
    "issued": "2017-04-11", "URL": "http://www.vox.com/culture/2017/4/11/15209084/peeps-easter",
}  # fmt: skip
UNSIGNED = {
    "type": "article-newspaper", "title": "In Texas, Ad Heats Up Race for Governor",
    "container-title": "New York Times", "issued": "2002-07-30",
}  # fmt: skip
RUTZ = {
    "type": "thesis", "author": [{"family": "Rutz", "given": "Cynthia Lillian"}],
    "title": "King Lear and Its Folktale Analogues", "genre": "PhD diss.",
    "publisher": "University of Chicago", "issued": "2013",
}  # fmt: skip
ERASMO = {
    "type": "speech", "author": [{"family": "D’Erasmo", "given": "Stacey"}],
    "title": "The Craft and Career of Writing", "genre": "lecture",
    "publisher": "Northwestern University", "publisher-place": "Evanston, IL",
    "issued": "2000-04-26",
}  # fmt: skip
GOMEZ = {
    "type": "personal_communication", "author": [{"family": "Gomez", "given": "Sam"}],
    "title": "Facebook message to author", "issued": "2017-08-01",
}  # fmt: skip
FITZGERALD = {
    "type": "book", "author": [{"family": "Fitzgerald", "given": "F. Scott"}],
    "title": "The Great Gatsby", "original-date": "1925", "publisher-place": "New York",
    "publisher": "Scribner", "issued": "2004",
}  # fmt: skip
HOMELAND = {
    "type": "legislation", "title": "Homeland Security Act of 2002", "number": "Pub. L. No. 107-296",
    "volume": "116", "container-title": "Stat.", "page": "2135", "issued": "2002",
}  # fmt: skip
BUNDY = {
    "type": "legal_case", "title": "Bundy v. Jackson", "volume": "641",
    "container-title": "F.2d", "page": "934", "publisher": "D.C. Cir.", "issued": "1981",
}  # fmt: skip
BRITANNICA = {
    "type": "entry-encyclopedia", "title": "salvation", "edition": "15", "issued": "1980",
    "container-title": "Encyclopaedia Britannica",
}  # fmt: skip
# Of the 17th edition's chapter on notes and bibliography: 14.79, 14.99, 14.220.
DAGATA = {
    "type": "book", "editor": [{"family": "D’Agata", "given": "John"}],
    "title": "The Making of the American Essay", "publisher-place": "Minneapolis",
    "publisher": "Graywolf Press", "issued": "2016",
}  # fmt: skip
STANZE = {
    "type": "book", "title": "Stanze in lode della donna brutta", "publisher-place": "Florence",
    "issued": "1547", "language": "it",
}  # fmt: skip
CLARK = {
    "type": "pamphlet", "author": [{"family": "Clark", "given": "Hazel V."}],
    "title": "Mesopotamia: Between Two Rivers", "publisher-place": "Mesopotamia, OH",
    "publisher": "Trumbull County Historical Society", "issued": "1957",
}  # fmt: skip
WERESZYCKI = {
    "type": "book", "author": [{"family": "Wereszycki", "given": "Henryk"}], "language": "pl",
    "title": "Koniec sojuszu trzech cesarzy [The end of the Three Emperors’ League]",
    "publisher-place": "Warsaw", "publisher": "PWN", "issued": "1977",
}  # fmt: skip

# Web pages: Quick Guide and 14.207, with the owner at the head of the bibliography's entry.
GOOGLE = {
    "type": "webpage", "title": "Privacy Policy", "container-title": "Privacy & Terms",
    "publisher": "Google", "issued": "2017-04-17", "genre": "last modified",
    "URL": "https://www.google.com/policies/privacy/",
}  # fmt: skip
YALE = {
    "type": "webpage", "title": "About Yale: Yale Facts", "publisher": "Yale University",
    "accessed": "2017-05-01", "URL": "https://www.yale.edu/about-yale/yale-facts",
}  # fmt: skip
ROMANI = {
    "type": "webpage", "title": "Balkan Romani", "container-title": "Endangered Languages",
    "publisher": "Alliance for Linguistic Diversity", "accessed": "2016-04-06",
    "URL": "http://www.endangeredlanguages.com/lang/5342",
}  # fmt: skip
# Four and more authors or editors: Quick Guide, 14.76.
BAY = {
    "type": "article-journal", "author": [{"family": "Bay", "given": "Rachael A."},
    {"family": "Rose", "given": "Noah"}, {"family": "Barrett", "given": "Rowan"},
    {"family": "Bernatchez", "given": "Louis"}, {"family": "Ghalambor", "given": "Cameron K."},
    {"family": "Lasky", "given": "Jesse R."}, {"family": "Brem", "given": "Rachel B."},
    {"family": "Palumbi", "given": "Stephen R."}, {"family": "Ralph", "given": "Peter"}],
    "title": "Predicting Responses to Contemporary Environmental Change Using Evolutionary "
    "Response Architectures", "container-title": "American Naturalist", "volume": "189",
    "issue": "5", "issued": "2017-05", "page": "463-73", "DOI": "10.1086/691233",
}  # fmt: skip
SECHZER = {
    "type": "book", "editor": [{"family": "Sechzer", "given": "Jeri A."},
    {"family": "Pfafflin", "given": "S. M."}, {"family": "Denmark", "given": "F. L."},
    {"family": "Griffin", "given": "A."}, {"family": "Blumenthal", "given": "S. J."}],
    "title": "Women and Mental Health", "publisher-place": "Baltimore",
    "publisher": "Johns Hopkins University Press", "issued": "1996",
}  # fmt: skip
# Manuscript collections: 14.221-14.231.
CREEL = {
    "type": "personal_communication", "author": [{"family": "Creel", "given": "George"}],
    "title": "George Creel to Colonel House", "issued": "1918-09-25",
    "container-title": "Edward M. House Papers", "archive": "Yale University Library, New Haven, CT",
}  # fmt: skip
OGLETHORPE = {
    "type": "manuscript", "author": [{"family": "Oglethorpe", "given": "James"}],
    "title": "James Oglethorpe to the Trustees", "issued": "1733-01-13",
    "container-title": "Phillipps Collection of Egmont Manuscripts", "archive_location": "14200:13",
    "archive": "University of Georgia Library, Athens",
}  # fmt: skip
BURTON = {
    "type": "manuscript", "author": [{"family": "Burton"}], "title": "Burton to Merriam",
    "genre": "telegram", "issued": "1923-01-26", "container-title": "Charles E. Merriam Papers",
    "archive": "University of Chicago Library",
}  # fmt: skip
MINUTES = {
    "type": "manuscript", "title": "Minutes of the Committee for Improving the Condition of Free "
    "Blacks, Pennsylvania Abolition Society", "issued": "1790/1803", "container-title": "Papers of "
    "the Pennsylvania Society for the Abolition of Slavery",
    "archive": "Historical Society of Pennsylvania, Philadelphia",
}  # fmt: skip
JOHNSON = {
    "type": "manuscript", "title": "Memorandum by Alvin Johnson", "issued": "1937",
    "container-title": "Horace Kallen Papers", "archive": "YIVO Institute, New York",
}  # fmt: skip
DINKEL = {
    "type": "manuscript", "author": [{"family": "Dinkel", "given": "Joseph"}],
    "title": "Description of Louis Agassiz written at the request of Elizabeth Cary Agassiz",
    "container-title": "Agassiz Papers",
    "archive": "Houghton Library, Harvard University, Cambridge, MA",
}  # fmt: skip
EGMONT = {
    "type": "manuscript", "title": "Egmont Manuscripts", "container-title": "Phillipps Collection",
    "archive": "University of Georgia Library, Athens",
}  # fmt: skip
KALLEN = {
    "type": "manuscript", "author": [{"family": "Kallen", "given": "Horace"}], "title": "Papers",
    "archive": "YIVO Institute for Jewish Research, New York",
}  # fmt: skip
# Titles in other languages and scripts, with a translation: 14.99, 11.110.
PIRUMOVA = {
    "type": "book", "author": [{"family": "Pirumova", "given": "N. M."}], "language": "ru-Latn",
    "title": "Zemskoe liberal’noe dvizhenie: Sotsial’nye korni i evoliutsiia do nachala XX veka "
    "[The zemstvo liberal movement: Its social roots and evolution to the beginning of the "
    "twentieth century]", "publisher-place": "Moscow", "publisher": "Izdatel’stvo “Nauka,”",
    "issued": "1977",
}  # fmt: skip
HUA = {
    "type": "article-journal", "author": [{"literal": "Hua Linfu 華林甫"}], "language": "zh",
    "title": "Qingdai yilai Sanxia diqu shuihan zaihai de chubu yanjiu "
    "清代以來三峽地區水旱災害的初步硏究 [A preliminary study of floods and droughts in the Three "
    "Gorges region since the Qing dynasty]", "container-title": "Zhongguo shehui kexue 中國社會科學",
    "volume": "1", "issued": "1999", "page": "168-79",
}  # fmt: skip
ABE = {
    "type": "book", "author": [{"literal": "Abe Yoshio 阿部善雄"}, {"literal": "Kaneko Hideo "
    "金子英生"}], "language": "ja", "title": "Saigo no “Nihonjin”: Asakawa Kan’ichi no shōgai "
    "最後の「日本人」: 朝河貫一の生涯 [The last “Japanese”: Life of Kan’ichi Asakawa]",
    "publisher-place": "Tokyo", "publisher": "Iwanami Shoten", "issued": "1983",
}  # fmt: skip

GOLDEN = [
    (DAGATA, "p. 182", "John D’Agata, ed., *The Making of the American Essay* (Minneapolis: Graywolf "
     "Press, 2016), 182.", "D’Agata, *Making of the American Essay*, 182.",
     "D’Agata, John, ed. *The Making of the American Essay*. Minneapolis: Graywolf Press, 2016."),
    (STANZE, None, "*Stanze in lode della donna brutta* (Florence, 1547).",
     "*Stanze in lode della donna brutta*.", "*Stanze in lode della donna brutta*. Florence, 1547."),
    (CLARK, None, "Hazel V. Clark, *Mesopotamia: Between Two Rivers* (Mesopotamia, OH: Trumbull "
     "County Historical Society, 1957).", "Clark, *Mesopotamia*.", "Clark, Hazel V. *Mesopotamia: "
     "Between Two Rivers*. Mesopotamia, OH: Trumbull County Historical Society, 1957."),
    (WERESZYCKI, None, "Henryk Wereszycki, *Koniec sojuszu trzech cesarzy* [The end of the Three "
     "Emperors’ League] (Warsaw: PWN, 1977).", "Wereszycki, *Koniec sojuszu trzech cesarzy*.",
     "Wereszycki, Henryk. *Koniec sojuszu trzech cesarzy* [The end of the Three Emperors’ League]. "
     "Warsaw: PWN, 1977."),
    (SMITH, "pp. 315-16", "Zadie Smith, *Swing Time* (New York: Penguin Press, 2016), 315–16.",
     "Smith, *Swing Time*, 315–16.", "Smith, Zadie. *Swing Time*. New York: Penguin Press, 2016."),
    (GRAZER, "p. 12", "Brian Grazer and Charles Fishman, *A Curious Mind: The Secret to a Bigger "
     "Life* (New York: Simon & Schuster, 2015), 12.", "Grazer and Fishman, *Curious Mind*, 12.",
     "Grazer, Brian, and Charles Fishman. *A Curious Mind: The Secret to a Bigger Life*. New York: "
     "Simon & Schuster, 2015."),
    (THOREAU, "177-78", "Henry David Thoreau, “Walking,” in *The Making of the American Essay*, ed. "
     "John D’Agata (Minneapolis: Graywolf Press, 2016), 177–78.", "Thoreau, “Walking,” 177–78.",
     "Thoreau, Henry David. “Walking.” In *The Making of the American Essay*, edited by John "
     "D’Agata, 167–95. Minneapolis: Graywolf Press, 2016."),
    (LAHIRI, "p. 146", "Jhumpa Lahiri, *In Other Words*, trans. Ann Goldstein (New York: Alfred A. "
     "Knopf, 2016), 146.", "Lahiri, *In Other Words*, 146.", "Lahiri, Jhumpa. *In Other Words*. "
     "Translated by Ann Goldstein. New York: Alfred A. Knopf, 2016."),
    (MELVILLE, "627", "Herman Melville, *Moby-Dick; or, The Whale* (New York: Harper & Brothers, "
     "1851), 627, http://mel.hofstra.edu/moby-dick-the-whale-proofs.html.",
     "Melville, *Moby-Dick*, 627.", "Melville, Herman. *Moby-Dick; or, The Whale*. New York: Harper "
     "& Brothers, 1851. http://mel.hofstra.edu/moby-dick-the-whale-proofs.html."),
    (KENG, "9–10", "Shao-Hsun Keng, Chun-Hung Lin, and Peter F. Orazem, “Expanding College Access in "
     "Taiwan, 1978–2014: Effects on Graduate Quality and Income Inequality,” *Journal of Human "
     "Capital* 11, no. 1 (Spring 2017): 9–10, https://doi.org/10.1086/690235.",
     "Keng, Lin, and Orazem, “Expanding College Access in Taiwan, 1978–2014,” 9–10.",
     "Keng, Shao-Hsun, Chun-Hung Lin, and Peter F. Orazem. “Expanding College Access in Taiwan, "
     "1978–2014: Effects on Graduate Quality and Income Inequality.” *Journal of Human Capital* 11, "
     "no. 1 (Spring 2017): 1–34. https://doi.org/10.1086/690235."),
    (MEAD, "43", "Rebecca Mead, “The Prophet of Dystopia,” *New Yorker*, April 17, 2017, 43.",
     "Mead, “Prophet of Dystopia,” 43.",
     "Mead, Rebecca. “The Prophet of Dystopia.” *New Yorker*, April 17, 2017."),
    (PAI, None, "Tanya Pai, “The Squishy, Sugary History of Peeps,” *Vox*, April 11, 2017, "
     "http://www.vox.com/culture/2017/4/11/15209084/peeps-easter.",
     "Pai, “Squishy, Sugary History of Peeps.”",
     "Pai, Tanya. “The Squishy, Sugary History of Peeps.” *Vox*, April 11, 2017. "
     "http://www.vox.com/culture/2017/4/11/15209084/peeps-easter."),
    (UNSIGNED, None, "“In Texas, Ad Heats Up Race for Governor,” *New York Times*, July 30, 2002.",
     "*New York Times*, “In Texas, Ad Heats Up Race for Governor.”",
     "*New York Times*. “In Texas, Ad Heats Up Race for Governor.” July 30, 2002."),
    (RUTZ, "99-100", "Cynthia Lillian Rutz, “King Lear and Its Folktale Analogues” (PhD diss., "
     "University of Chicago, 2013), 99–100.",
     "Rutz, “King Lear and Its Folktale Analogues,” 99–100.",
     "Rutz, Cynthia Lillian. “King Lear and Its Folktale Analogues.” PhD diss., University of "
     "Chicago, 2013."),
    (ERASMO, None, "Stacey D’Erasmo, “The Craft and Career of Writing” (lecture, Northwestern "
     "University, Evanston, IL, April 26, 2000).", "D’Erasmo, “Craft and Career of Writing.”",
     "D’Erasmo, Stacey. “The Craft and Career of Writing.” Lecture, Northwestern University, "
     "Evanston, IL, April 26, 2000."),
    (GOMEZ, None, "Sam Gomez, Facebook message to author, August 1, 2017.",
     "Gomez, Facebook message to author.", "Gomez, Sam. Facebook message to author. August 1, 2017."),
    (FITZGERALD, "p. 5", "F. Scott Fitzgerald, *The Great Gatsby* (1925; repr., New York: Scribner, "
     "2004), 5.", "Fitzgerald, *Great Gatsby*, 5.", "Fitzgerald, F. Scott. *The Great Gatsby*. 1925. "
     "Reprint, New York: Scribner, 2004."),
    (HOMELAND, None, "Homeland Security Act of 2002, Pub. L. No. 107-296, 116 Stat. 2135 (2002).",
     "Homeland Security Act of 2002.",
     "Homeland Security Act of 2002. Pub. L. No. 107-296, 116 Stat. 2135 (2002)."),
    (BUNDY, "943", "*Bundy v. Jackson*, 641 F.2d 934, 943 (D.C. Cir. 1981).",
     "*Bundy v. Jackson*, 943.", "*Bundy v. Jackson*. 641 F.2d 934 (D.C. Cir. "
     "1981)."),
    (BRITANNICA, None, "*Encyclopaedia Britannica*, 15th ed. (1980), s.v. “salvation.”",
     "“Salvation.”", "*Encyclopaedia Britannica*, 15th ed., s.v. “salvation.” 1980."),
    (YALE, None, "“About Yale: Yale Facts,” Yale University, accessed May 1, 2017, "
     "https://www.yale.edu/about-yale/yale-facts.", "“About Yale.”", "Yale University. “About Yale: "
     "Yale Facts.” Accessed May 1, 2017. https://www.yale.edu/about-yale/yale-facts."),
    (GOOGLE, None, "“Privacy Policy,” Privacy & Terms, Google, last modified April 17, 2017, "
     "https://www.google.com/policies/privacy/.", "“Privacy Policy.”", "Google. “Privacy Policy.” "
     "Privacy & Terms. Last modified April 17, 2017. https://www.google.com/policies/privacy/."),
    (ROMANI, None, "“Balkan Romani,” Endangered Languages, Alliance for Linguistic Diversity, "
     "accessed April 6, 2016, http://www.endangeredlanguages.com/lang/5342.", "“Balkan Romani.”",
     "Alliance for Linguistic Diversity. “Balkan Romani.” Endangered Languages. Accessed April 6, "
     "2016. http://www.endangeredlanguages.com/lang/5342."),
    (BAY, "465", "Rachael A. Bay et al., “Predicting Responses to Contemporary Environmental Change "
     "Using Evolutionary Response Architectures,” *American Naturalist* 189, no. 5 (May 2017): 465, "
     "https://doi.org/10.1086/691233.", "Bay et al., “Predicting Responses to Contemporary "
     "Environmental Change Using Evolutionary Response Architectures,” 465.",
     "Bay, Rachael A., Noah Rose, Rowan Barrett, Louis Bernatchez, Cameron K. Ghalambor, Jesse R. "
     "Lasky, Rachel B. Brem, Stephen R. Palumbi, and Peter Ralph. “Predicting Responses to "
     "Contemporary Environmental Change Using Evolutionary Response Architectures.” *American "
     "Naturalist* 189, no. 5 (May 2017): 463–73. https://doi.org/10.1086/691233."),
    (SECHZER, "243", "Jeri A. Sechzer et al., eds., *Women and Mental Health* (Baltimore: Johns "
     "Hopkins University Press, 1996), 243.", "Sechzer et al., *Women and Mental Health*, 243.",
     "Sechzer, Jeri A., S. M. Pfafflin, F. L. Denmark, A. Griffin, and S. J. Blumenthal, eds. "
     "*Women and Mental Health*. Baltimore: Johns Hopkins University Press, 1996."),
]  # fmt: skip
# Of these the Manual prints a note alone.
NOTES = [
    (CREEL, None, "George Creel to Colonel House, September 25, 1918, Edward M. House Papers, Yale "
     "University Library, New Haven, CT."),
    (OGLETHORPE, None, "James Oglethorpe to the Trustees, January 13, 1733, Phillipps Collection of "
     "Egmont Manuscripts, 14200:13, University of Georgia Library, Athens."),
    (BURTON, None, "Burton to Merriam, telegram, January 26, 1923, Charles E. Merriam Papers, "
     "University of Chicago Library."),
    (MINUTES, None, "Minutes of the Committee for Improving the Condition of Free Blacks, "
     "Pennsylvania Abolition Society, 1790–1803, Papers of the Pennsylvania Society for the "
     "Abolition of Slavery, Historical Society of Pennsylvania, Philadelphia."),
    (JOHNSON, "file 36", "Memorandum by Alvin Johnson, 1937, file 36, Horace Kallen Papers, YIVO "
     "Institute, New York."),
]  # fmt: skip
# And of these an entry of the bibliography.
ENTRIES = [
    (DINKEL, "Dinkel, Joseph. Description of Louis Agassiz written at the request of Elizabeth Cary "
     "Agassiz. Agassiz Papers. Houghton Library, Harvard University, Cambridge, MA."),
    (EGMONT, "Egmont Manuscripts. Phillipps Collection. University of Georgia Library, Athens."),
    (KALLEN, "Kallen, Horace. Papers. YIVO Institute for Jewish Research, New York."),
    (PIRUMOVA, "Pirumova, N. M. *Zemskoe liberal’noe dvizhenie: Sotsial’nye korni i evoliutsiia do "
     "nachala XX veka* [The zemstvo liberal movement: Its social roots and evolution to the "
     "beginning of the twentieth century]. Moscow: Izdatel’stvo “Nauka,” 1977."),
    (HUA, "Hua Linfu 華林甫. “Qingdai yilai Sanxia diqu shuihan zaihai de chubu yanjiu” "
     "清代以來三峽地區水旱災害的初步硏究 [A preliminary study of floods and droughts in the Three "
     "Gorges region since the Qing dynasty]. *Zhongguo shehui kexue* 中國社會科學 1 (1999): 168–79."),
    (ABE, "Abe Yoshio 阿部善雄 and Kaneko Hideo 金子英生. *Saigo no “Nihonjin”: Asakawa Kan’ichi no "
     "shōgai* 最後の「日本人」: 朝河貫一の生涯 [The last “Japanese”: Life of Kan’ichi Asakawa]. Tokyo: "
     "Iwanami Shoten, 1983."),
]  # fmt: skip


def starred(runs) -> str:
    return "".join(f"*{text}*" if is_italic else text for text, is_italic in runs)


@pytest.mark.parametrize(("fields", "locator", "full", "short", "entry"), GOLDEN)
def test_the_manuals_own_examples_come_out_as_printed(fields, locator, full, short, entry):
    one = Source.model_validate({"id": "example", "seen": "whole", **fields})
    assert starred(note(one, locator)) == full
    assert starred(short_note(one, locator)) == short
    assert starred(bibliography(one)) == entry


@pytest.mark.parametrize(("fields", "locator", "full"), NOTES)
def test_the_manuals_notes_on_collections_come_out_as_printed(fields, locator, full):
    one = Source.model_validate({"id": "example", "seen": "whole", **fields})
    assert starred(note(one, locator)) == full


@pytest.mark.parametrize(("fields", "entry"), ENTRIES)
def test_the_manuals_entries_for_collections_and_other_scripts_come_out_as_printed(fields, entry):
    one = Source.model_validate({"id": "example", "seen": "whole", **fields})
    assert starred(bibliography(one)) == entry


def test_a_letter_names_its_writer_once_and_stands_under_him_in_a_bibliography():
    one = Source.model_validate({"id": "example", "seen": "whole", **CREEL})
    assert starred(short_note(one)) == "George Creel to Colonel House."
    assert starred(bibliography(one)) == (
        "Creel, George. Letter to Colonel House. September 25, 1918. Edward M. House Papers. Yale "
        "University Library, New Haven, CT."
    )
    telegram = Source.model_validate({"id": "example", "seen": "whole", **BURTON})
    assert starred(bibliography(telegram)).startswith("Burton. To Merriam. Telegram, January 26")
