//! What a German word is, for who looks for German that has been left over in another language.

/// Words that are German and neither English nor French, as they stand in our sentences.
const WORDS: &str = "der das dem und ist sind waren nicht noch von für bis zum zur kein keine keinen ein eine einer wird wurde \
    haben hat zuletzt am im bei mit über jedes weiteren Quelle Quellen Frist Ziel Quote Vertrag Verträge Verträgen \
    Gebiet Gebiete Gebieten Ortsteil Ortsteile Ortsteilen Tag Tage Tagen Meldung Zahl Zahlen Haushalte Betreiber \
    Ausbau Runde geplant gemeldet bekannt unter Seite";

/// The German words of a text: those that are known, and those with letters that only German has. Names keep their letters in
/// every language: who has some in the text takes them out beforehand.
pub fn words(text: &str) -> Vec<String> {
    let known = |word: &&str| WORDS.split(' ').any(|german| german == *word) || word.contains(['ä', 'ö', 'ü', 'ß']);
    text.split(|letter: char| !letter.is_alphanumeric()).filter(known).map(str::to_owned).collect()
}
