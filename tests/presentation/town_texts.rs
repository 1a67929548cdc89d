//! Texts of the town: Markdown that carries nothing into the page, Leichte Sprache, quiet days in words.

use faserstand_lib::{
    domain::{campaign::Target, lang::Lang, outcome::OutcomeKind, town_text::TextKind},
    presentation::{freshness_words::quiet, markdown::markup, town_texts},
};

fn html(text: &str) -> String {
    markup(text).into_string()
}

#[test]
fn markdown_becomes_headings_lists_and_links() {
    assert_eq!(html("# A\n\n## B\n\n### C\n\n##### D"), "<h2>A</h2><h2>B</h2><h3>C</h3><h4>D</h4>");
    assert_eq!(
        html("- a\n- **b**\n\n1. c\n2. d"),
        "<ul><li>a</li><li><strong>b</strong></li></ul><ol><li>c</li><li>d</li></ol>"
    );
    assert_eq!(
        html("[Kontakt](mailto:a@b.de), <https://a.de>"),
        "<p><a href=\"mailto:a@b.de\">Kontakt</a>, <a href=\"https://a.de\">https://a.de</a></p>"
    );
    assert_eq!(html("a\nb  \nc"), "<p>a b<br>c</p>");
    assert_eq!(html(""), "");
}

#[test]
fn nothing_in_a_text_is_more_than_text() {
    let attacks = [
        ("<script>alert(1)</script>", "&lt;script&gt;"),
        ("a <img src=x onerror=alert(1)> b", "&lt;img src=x onerror=alert(1)&gt;"),
        ("<div\nonclick=x>", "&lt;div"),
        ("<!-- a -->", "&lt;!-- a --&gt;"),
        ("`<b>`", "<code>&lt;b&gt;</code>"),
        ("```\"><b>\nx\n```", "<pre><code>x"),
        ("&lt;b&gt; &#60;b&#62;", "&lt;b&gt; &lt;b&gt;"),
        ("[a](https://a.de \"t\\\"onclick=x\")", "<a href=\"https://a.de\">a</a>"),
    ];
    for (text, shown) in attacks {
        let html = html(text);
        assert!(html.contains(shown), "{text}: {html}");
        for begun in ["<script", "<img", "<div", "<!--", "<b>", "onclick=x\""] {
            assert!(!html.contains(begun), "{text}: {html}");
        }
    }
    for address in
        ["javascript:alert(1)", "JAVASCRIPT:x", "data:text/html,x", "//a.de", "java&#10;script:x", "&#106;avascript:x"]
    {
        let html = html(&format!("[wort]({address}) ![bild]({address})"));
        assert!(!html.contains("<a") && !html.contains("<img") && html.contains("wort"), "{address}: {html}");
    }
}

#[test]
fn what_is_nested_without_end_ends_early() {
    let html = html(&format!("{}tief", ">".repeat(5_000)));
    assert!(html.matches("<blockquote>").count() <= 12, "{}", html.matches("<blockquote>").count());
    assert_eq!(html.matches("<blockquote>").count(), html.matches("</blockquote>").count());
    assert!(html.contains("tief"));
}

#[test]
fn the_programs_own_texts_are_there_and_none_leads_anywhere_forbidden() {
    for kind in TextKind::ALL.into_iter().filter(|kind| !kind.is_address()) {
        for lang in kind.languages() {
            let text = town_texts::default(kind, *lang);
            let placed = text.replace(town_texts::FIGURES, "").replace(town_texts::CONTACT, "");
            assert!(!text.is_empty() && !placed.contains(['{', '}']), "{kind:?} {lang:?}");
            // A link that were forbidden would have lost its element.
            assert_eq!(text.matches("](").count(), html(&text).matches("<a href").count(), "{kind:?} {lang:?}");
        }
    }
}

#[test]
fn plain_language_has_short_sentences() {
    let text = town_texts::default(TextKind::PlainLanguage, Lang::De);
    for sentence in text.lines().filter(|line| !line.is_empty() && !line.starts_with('#')) {
        let words = sentence.split_whitespace().count();
        assert!(words <= 12, "{words} words: {sentence}");
        assert!(!sentence.contains([';', '(']) || sentence.contains("]("), "one thought each: {sentence}");
    }
}

#[test]
fn what_belongs_together_stays_on_one_line() {
    for kind in TextKind::ALL.into_iter().filter(|kind| !kind.is_address()) {
        for lang in kind.languages() {
            let text = town_texts::default(kind, *lang);
            for apart in [" %", "§ ", " Mbit"] {
                assert!(!text.contains(apart), "{kind:?} {lang:?}: {apart:?}");
            }
            let french = [" :", " ;", " ?", "« ", " »"].iter().any(|apart| text.contains(apart));
            assert!(!french, "{kind:?} {lang:?}");
        }
    }
    assert!(town_texts::default(TextKind::Sources, Lang::Fr).contains("33\u{a0}% de 914 foyers"));
    assert!(town_texts::default(TextKind::Contact, Lang::Fr).contains("«\u{a0}[Une erreur\u{202f}?]"));
}

#[test]
fn days_without_news_are_said_in_each_language_and_never_as_0() {
    assert_eq!(quiet(None, Lang::De), None);
    assert_eq!(quiet(Some(8), Lang::De).as_deref(), Some("Nichts Neues seit 8 Tagen."));
    assert_eq!(quiet(Some(8), Lang::En).as_deref(), Some("Nothing new for 8 days."));
    assert_eq!(quiet(Some(8), Lang::Fr).as_deref(), Some("Rien de nouveau depuis 8 jours."));
}

#[test]
fn the_day_in_plain_language_follows_target_deadline_and_outcome() {
    use crate::{
        build::status,
        example::{AFTER, areas, towards, town},
    };
    let said = |campaign, today| town_texts::sentences(&town(campaign, today)).join(" ").replace('\u{a0}', " ");
    let unknown = areas(vec![status("Weier", None), status("Bühl", None)]);
    let day = crate::build::DAY;
    assert!(
        said(unknown, day)
            .ends_with("Noch kein Orts·teil hat das Ziel geschafft. Aus 2 Orts·teilen gibt es noch keine Zahl.")
    );
    let open = towards(Target::OperatorDecision, vec![status("Weier", None)]);
    let open = said(open, day);
    assert!(open.contains("Die Firma nennt kein Ziel.") && !open.contains("geschafft"), "{open}");
    let built = areas(vec![crate::example::came_out("Weier", OutcomeKind::OperatorCommitted)]);
    let built = said(built, AFTER);
    assert!(built.contains("war am 25. November 2023 vorbei. In 1 Orts·teil will die Firma bauen."), "{built}");
    // After the deadline the last numbers are no result, and nobody collects any more.
    let over = said(areas(vec![status("Weier", None), status("Bühl", None)]), AFTER);
    assert!(over.contains("In 2 Orts·teilen hat eine Firma Verträge gesammelt."), "{over}");
    assert!(over.ends_with("In 2 Orts·teilen weiß man das Ergebnis noch nicht."), "{over}");
    let kinds = [OutcomeKind::NoFinalCommitment, OutcomeKind::OperatorWithdrew, OutcomeKind::UnderReview];
    let told = said(areas(kinds.map(|kind| crate::example::came_out("Weier", kind)).to_vec()), AFTER);
    assert!(
        told.contains(
            "In 1 Orts·teil baut die Firma nicht. In 1 Orts·teil hat die Firma noch nicht gesagt: Wir bauen. In 1 Orts·teil \
             weiß man das Ergebnis noch nicht."
        ),
        "{told}"
    );
}
