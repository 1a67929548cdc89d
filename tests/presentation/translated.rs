//! English and French: numbers, dates and plurals as they are written there, and whole sentences worked out by hand.

use faserstand_lib::{
    domain::{
        amount::Amount,
        area::AreaKind,
        campaign::{Target, Unit},
        gap::Gap,
        money::Cents,
        outcome::OutcomeKind,
        when::When,
    },
    presentation::{
        area_words::{self, gap, headline, map_figure},
        build_words, date,
        lang::Lang,
        money::euros,
        number::{self, amount, contracts, contracts_amount, count, days, is_one, per_day, share, spelled},
        report_words,
        span::Span,
        tally_words, town_words, words,
    },
};
use jiff::civil::date as day;

use crate::{
    build::{self, DAY, THIRD, basis_points, counted, percent, status},
    example::{AFTER, DEADLINE, areas, came_out, campaign, estimated, page, plain, town},
};

const OTHERS: [Lang; 2] = [Lang::En, Lang::Fr];

/// Without no-break spaces of either width.
fn told(text: &str) -> String {
    plain(text).replace('\u{202f}', " ")
}

#[test]
fn thousands_and_decimals_are_marked_as_in_each_language() {
    let of = |lang| [0, 1, 2, 999, 1_000, 1_233, 1_000_000].map(|number| count(number, lang));
    assert_eq!(of(Lang::De), ["0", "1", "2", "999", "1.000", "1.233", "1.000.000"]);
    assert_eq!(of(Lang::En), ["0", "1", "2", "999", "1,000", "1,233", "1,000,000"]);
    assert_eq!(of(Lang::Fr), ["0", "1", "2", "999", "1\u{202f}000", "1\u{202f}233", "1\u{202f}000\u{202f}000"]);
    assert_eq!(Lang::ALL.map(|lang| number::percent_of_tenths(245, lang)), ["24,5\u{a0}%", "24.5%", "24,5\u{202f}%"]);
    assert_eq!(Lang::ALL.map(|lang| share(percent(33), lang)), ["33\u{a0}%", "33%", "33\u{202f}%"]);
    assert_eq!(Lang::ALL.map(|lang| share(basis_points(3_305), lang)), ["33,05\u{a0}%", "33.05%", "33,05\u{202f}%"]);
    assert_eq!(Lang::ALL.map(|lang| number::signed(-1_233, lang)), ["−1.233", "−1,233", "−1\u{202f}233"]);
    assert_eq!(Lang::ALL.map(|lang| spelled(11, lang)), ["elf", "eleven", "onze"]);
    let sum = Cents::new(135_000_050).unwrap();
    let sums = ["1.350.000,50\u{a0}€", "€1,350,000.50", "1\u{202f}350\u{202f}000,50\u{a0}€"];
    assert_eq!(Lang::ALL.map(|lang| euros(sum, lang)), sums);
}

#[test]
fn nothing_and_one_are_singular_in_french() {
    let of = |lang| [0, 1, 2, 1_000].map(|number| told(&contracts(number, lang)));
    assert_eq!(of(Lang::De), ["0 Verträge", "1 Vertrag", "2 Verträge", "1.000 Verträge"]);
    assert_eq!(of(Lang::En), ["0 contracts", "1 contract", "2 contracts", "1,000 contracts"]);
    assert_eq!(of(Lang::Fr), ["0 contrat", "1 contrat", "2 contrats", "1 000 contrats"]);
    let of = |lang| [0, 1, 2, 1_000].map(|number| told(&days(number, lang)));
    assert_eq!(of(Lang::En), ["0 days", "1 day", "2 days", "1,000 days"]);
    assert_eq!(of(Lang::Fr), ["0 jour", "1 jour", "2 jours", "1 000 jours"]);
    assert_eq!(Lang::ALL.map(|lang| is_one(Amount::Exact(0), lang)), [false, false, true]);
    assert_eq!(Lang::ALL.map(|lang| is_one(Amount::AtLeast(1), lang)), [true, true, true]);
    assert_eq!(Lang::ALL.map(|lang| is_one(Amount::Range(0, 1), lang)), [false, false, false]);
    // A decimal below two is singular in French, only "1" itself elsewhere.
    let of = |tenths| Lang::ALL.map(|lang| per_day(tenths, lang));
    assert_eq!(of(10), ["1 Vertrag am Tag", "1 contract a day", "1 contrat par jour"]);
    assert_eq!(of(15), ["1,5 Verträge am Tag", "1.5 contracts a day", "1,5 contrat par jour"]);
    assert_eq!(of(20), ["2 Verträge am Tag", "2 contracts a day", "2 contrats par jour"]);
}

#[test]
fn exactness_is_said_in_each_language() {
    let all =
        [Amount::Exact(1_000), Amount::About(300), Amount::AtLeast(1), Amount::LessThan(300), Amount::Range(100, 150)];
    let of = |lang| all.map(|amount| told(&contracts_amount(amount, lang)));
    assert_eq!(
        of(Lang::En),
        [
            "1,000 contracts",
            "about 300 contracts",
            "at least 1 contract",
            "fewer than 300 contracts",
            "100 to 150 contracts"
        ]
    );
    assert_eq!(
        of(Lang::Fr),
        ["1 000 contrats", "environ 300 contrats", "au moins 1 contrat", "moins de 300 contrats", "100 à 150 contrats"]
    );
    let range = Amount::Range(percent(10), percent(15));
    let of = |lang| told(&amount(range, |of| share(of, lang), lang));
    assert_eq!(Lang::ALL.map(of), ["10 bis 15 %", "10 to 15%", "10 à 15 %"]);
}

#[test]
fn a_date_is_written_as_in_each_language() {
    let first = day(2024, 3, 1);
    assert_eq!(
        Lang::ALL.map(|lang| date::long(DAY, lang)),
        ["10. November 2023", "10 November 2023", "10 novembre 2023"]
    );
    assert_eq!(Lang::ALL.map(|lang| date::long(first, lang)), ["1. März 2024", "1 March 2024", "1er mars 2024"]);
    assert_eq!(Lang::ALL.map(|lang| date::short(DEADLINE, lang)), ["25. Nov.", "25 Nov", "25 nov."]);
    let months = |lang| [1, 2, 8, 12].map(|month| date::short(day(2024, month, 9), lang));
    assert_eq!(months(Lang::En), ["9 Jan", "9 Feb", "9 Aug", "9 Dec"]);
    assert_eq!(months(Lang::Fr), ["9 janv.", "9 févr.", "9 août", "9 déc."]);
}

#[test]
fn what_two_days_share_stands_once_in_each_language() {
    let spans = |first, last| OTHERS.map(|lang| date::span(first, last, lang));
    assert_eq!(spans(DAY, DAY), ["10 November 2023", "10 novembre 2023"]);
    assert_eq!(spans(DAY, day(2023, 11, 24)), ["10 to 24 November 2023", "du 10 au 24 novembre 2023"]);
    assert_eq!(spans(day(2023, 10, 27), DAY), ["27 October to 10 November 2023", "du 27 octobre au 10 novembre 2023"]);
    assert_eq!(
        spans(day(2023, 12, 29), day(2024, 1, 1)),
        ["29 December 2023 to 1 January 2024", "du 29 décembre 2023 au 1er janvier 2024"]
    );
    let whens = [When::Day(DAY), When::Month(2024, 7), When::Years(2024, 2024), When::Years(2025, 2026)];
    let of = |lang| whens.map(|when| date::within(when, lang));
    assert_eq!(of(Lang::De), ["am 10. November 2023", "im Juli 2024", "2024", "2025 bis 2026"]);
    assert_eq!(of(Lang::En), ["on 10 November 2023", "in July 2024", "in 2024", "from 2025 to 2026"]);
    assert_eq!(of(Lang::Fr), ["le 10 novembre 2023", "en juillet 2024", "en 2024", "de 2025 à 2026"]);
}

#[test]
fn names_are_listed_and_take_their_article() {
    assert_eq!(Lang::ALL.map(|lang| words::list(&["A", "B", "C"], lang)), ["A, B und C", "A, B and C", "A, B et C"]);
    assert_eq!(words::french_of("Griesheim"), "de Griesheim");
    assert_eq!(words::french_of("Elgersweier"), "d’Elgersweier");
    assert_eq!(words::french_of(words::unit(Unit::Companies, Lang::Fr).0), "d’entreprises");
    let districts = words::area(AreaKind::District, Lang::Fr);
    assert_eq!([0, 1, 2].map(|number| districts.one_or_many(number, Lang::Fr)), ["quartier", "quartier", "quartiers"]);
}

#[test]
fn the_one_sentence_of_the_town() {
    let of = |reached: u32, lang| {
        let area = |number| status(&format!("A{number}"), Some(counted(if number < reached { 40 } else { 10 }, 100)));
        let campaign = areas((0..3).map(area).collect());
        town_words::headline(&town(campaign, DAY), lang)
    };
    assert_eq!(told(&of(0, Lang::En)), "No district has reached 33% yet, 15 days left.");
    assert_eq!(told(&of(1, Lang::En)), "1 of 3 districts has reached 33%, 15 days left.");
    assert_eq!(told(&of(2, Lang::En)), "2 of 3 districts have reached 33%, 15 days left.");
    assert_eq!(told(&of(0, Lang::Fr)), "Aucun quartier n’a encore atteint 33 %, il reste 15 jours.");
    assert_eq!(told(&of(1, Lang::Fr)), "1 des 3 quartiers a atteint 33 %, il reste 15 jours.");
    assert_eq!(told(&of(2, Lang::Fr)), "2 des 3 quartiers ont atteint 33 %, il reste 15 jours.");
}

#[test]
fn after_the_deadline_the_town_tells_what_came_out() {
    let of = |kinds: &[OutcomeKind], lang| {
        let names = ["A", "B", "C", "D"];
        let campaign = areas(kinds.iter().zip(names).map(|(kind, name)| came_out(name, *kind)).collect());
        town_words::headline(&town(campaign, AFTER), lang)
    };
    use OutcomeKind::{NoFinalCommitment, NotReached, OperatorCommitted, Reached, UnderReview};
    assert_eq!(of(&[NotReached; 2], Lang::En), "Both districts have missed the target.");
    assert_eq!(of(&[NotReached; 3], Lang::En), "All three districts have missed the target.");
    assert_eq!(of(&[NotReached; 3], Lang::Fr), "Les trois quartiers ont manqué l’objectif.");
    assert_eq!(of(&[NoFinalCommitment; 3], Lang::En), "So far no district has a commitment to build.");
    assert_eq!(of(&[NoFinalCommitment; 3], Lang::Fr), "Jusqu’ici, aucun quartier n’a d’engagement à construire.");
    let mixed = [OperatorCommitted, Reached, NotReached, UnderReview];
    assert_eq!(
        of(&mixed, Lang::En),
        "In 1 of 4 districts there is a commitment to build, 1 has reached the target, 1 has missed the target and in 1 the \
         result is open."
    );
    assert_eq!(
        of(&mixed, Lang::Fr),
        "Dans 1 des 4 quartiers l’opérateur s’est engagé à construire, 1 a atteint l’objectif, 1 a manqué l’objectif et dans \
         1 le résultat est en suspens."
    );
}

#[test]
fn what_the_town_still_needs() {
    let campaign = || areas(vec![status("A", Some(counted(302, 1_233))), status("B", Some(counted(1, 3_000)))]);
    let lead = |lang| told(&Span::words(&town_words::lead(&town(campaign(), DAY), lang)));
    assert_eq!(
        lead(Lang::En),
        "The target is a contract in 33% of the households in each district. By 25 November 2023, 2 districts together still \
         need 1,094 contracts."
    );
    assert_eq!(
        lead(Lang::Fr),
        "L’objectif est un contrat pour 33 % des foyers de chaque quartier. D’ici au 25 novembre 2023, il manque 1 094 contrats \
         en tout dans 2 quartiers."
    );
}

#[test]
fn an_area_says_what_is_missing() {
    let of = |count, base, lang| {
        let area = status("Griesheim", Some(counted(count, base)));
        let status = areas(vec![area.clone()]);
        (told(&headline(&area, &status, DAY, lang)), told(&gap(&area, &status.campaign, DAY, lang)))
    };
    let pair = |sentence: &str, gap: &str| (sentence.to_owned(), gap.to_owned());
    assert_eq!(
        of(302, 1_233, Lang::En),
        pair("Griesheim stands at 24.5%, 105 contracts short.", "105 contracts to go, 15 days left")
    );
    assert_eq!(
        of(406, 1_233, Lang::En),
        pair("Griesheim stands at 32.9%, 1 contract short.", "1 contract to go, 15 days left")
    );
    assert_eq!(of(407, 1_233, Lang::En), pair("Griesheim has reached 33%: 33.0%.", "exactly reached"));
    assert_eq!(of(409, 1_233, Lang::En).1, "2 more than needed");
    assert_eq!(
        of(302, 1_233, Lang::Fr),
        pair("Griesheim est à 24,5 %, il manque 105 contrats.", "encore 105 contrats, 15 jours")
    );
    assert_eq!(
        of(406, 1_233, Lang::Fr),
        pair("Griesheim est à 32,9 %, il manque 1 contrat.", "encore 1 contrat, 15 jours")
    );
    assert_eq!(of(407, 1_233, Lang::Fr), pair("Griesheim a atteint 33 % : 33,0 %.", "atteint de justesse"));
    assert_eq!(of(409, 1_233, Lang::Fr).1, "2 de plus que nécessaire");
}

#[test]
fn a_map_label_is_short_in_each_language() {
    let below = status("A", Some(build::stated(Amount::LessThan(percent(15)))));
    let range = status("A", Some(build::stated(Amount::Range(percent(10), percent(15)))));
    let of = |area| Lang::ALL.map(|lang| told(&map_figure(area, THIRD, lang)));
    assert_eq!(of(&below), ["< 15 %", "< 15%", "< 15 %"]);
    assert_eq!(of(&range), ["10–15 %", "10–15%", "10–15 %"]);
    let contracts = status("A", Some(build::contracts(Amount::Range(100, 150), 1_000)));
    let of = |lang| told(&map_figure(&contracts, Target::Count(200), lang));
    assert_eq!(Lang::ALL.map(of), ["100–150 Verträge", "100–150 contracts", "100–150 contrats"]);
}

#[test]
fn an_area_says_who_signed_and_what_is_needed() {
    let lead = |reading, lang| told(&Span::words(&report_words::lead(&page(THIRD, &[reading], DAY), lang)));
    assert_eq!(
        lead(counted(302, 1_233), Lang::En),
        "302 of 1,233 households have signed. 407 are needed by 25 November 2023, which is in 15 days."
    );
    assert!(lead(counted(1, 1_233), Lang::En).starts_with("1 of 1,233 households has signed. "));
    assert!(lead(estimated(288, 914), Lang::En).starts_with("288 of an estimated 914 households have signed. "));
    assert_eq!(
        lead(counted(302, 1_233), Lang::Fr),
        "302 des 1 233 foyers ont signé. Il en faut 407 d’ici au 25 novembre 2023, soit dans 15 jours."
    );
    assert!(lead(counted(0, 1_233), Lang::Fr).starts_with("0 des 1 233 foyers a signé. "));
    assert!(lead(estimated(288, 914), Lang::Fr).starts_with("288 des 914 foyers (estimation) ont signé. "));
}

#[test]
fn a_source_is_quoted_in_german() {
    let name = build::source().name;
    let line = |lang| area_words::source_line(&counted(302, 1_233), lang);
    assert_eq!(line(Lang::De).iter().filter(|span| matches!(span, Span::Quoted(_))).count(), 0);
    for lang in OTHERS {
        assert!(line(lang).contains(&Span::Quoted(name.clone())), "{lang:?}");
    }
    assert_eq!(told(&Span::words(&line(Lang::En))), format!("As of 10 November 2023, checked. Source: {name}."));
    assert_eq!(
        told(&Span::words(&line(Lang::Fr))),
        format!("Situation au 10 novembre 2023, chiffre vérifié. Source : {name}.")
    );
}

#[test]
fn the_build_is_counted_in_each_language() {
    let of = |count, lang| told(&build_words::x_of_y(count, Some(1_200), Unit::Buildings, lang));
    assert_eq!(
        [0, 1, 1_000].map(|n| of(n, Lang::En)),
        ["0 of 1,200 buildings", "1 of 1,200 buildings", "1,000 of 1,200 buildings"]
    );
    assert_eq!(of(1_000, Lang::Fr), "1 000 bâtiments sur 1 200");
}

#[test]
fn nothing_published_is_said_to_be_unpublished() {
    let status = build::campaign_status(campaign(Target::OperatorDecision), Vec::new());
    let of = |lang| told(&tally_words::sentence(&status, DAY, lang));
    assert_eq!(
        of(Lang::En),
        "By 10 November 2023 it had not been published how many of the 0 areas have enough sign-ups."
    );
    assert!(of(Lang::Fr).contains("assez de souscriptions"));
    assert_eq!(Gap::of(&counted(302, 1_233), THIRD), Some(Gap::Missing(Amount::Exact(105))));
}
