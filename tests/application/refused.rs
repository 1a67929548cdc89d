//! Files that are refused: all that is wrong is told with its place, and nothing is stored.

use faserstand_lib::{
    application::readings::ImportError,
    domain::{
        import::{FileProblem, Problem, RowError},
        reading::Value,
    },
    presentation::import::sentence,
};
use jiff::civil::date;

use crate::support::{
    folder::Folder,
    town::{self, NOON},
};

fn error(line: u64, column: &str, problem: Problem) -> RowError {
    RowError { line, column: Some(column.to_owned()), problem }
}

/// The errors of a file that the small town refuses.
async fn refused(folder: &Folder, table: &str) -> Vec<RowError> {
    let before = (folder.rollout().await, folder.log().await);
    let errors = match folder.import(table, NOON).await {
        Err(ImportError::Rows(errors)) => errors,
        other => panic!("{other:?}"),
    };
    assert!((folder.rollout().await, folder.log().await) == before, "something was stored");
    errors.kept().to_vec()
}

async fn refused_at_once(table: &str) -> Vec<RowError> {
    refused(&Folder::with_town().await, table).await
}

#[tokio::test]
async fn one_bad_row_refuses_the_whole_file_and_is_named() {
    let table = "Ortsteil;Stand;Verträge\nBühl;10.11.2023;141\nGriesheim;10.11.2023;viele\nWindschläg;10.11.2023;33\n";
    let errors = refused_at_once(table).await;
    assert_eq!(errors, [error(3, "Verträge", Problem::NotACount { text: "viele".to_owned() })]);
    assert!(sentence(&errors[0]).starts_with("Zeile 3, Spalte „Verträge“: „viele“ ist keine Anzahl."));
    // Without that row the others are taken.
    let folder = Folder::with_town().await;
    assert_eq!(folder.import(&table.replace("Griesheim;10.11.2023;viele\n", ""), NOON).await.unwrap().added, 2);
}

#[tokio::test]
async fn all_that_is_wrong_is_told_at_once_in_the_order_of_the_rows() {
    let errors = refused_at_once(
        "Ortsteil;Stand;Verträge\nBuehl;10.11.2023;1001\nEntenhausen;10.11.2023;1\nGriesheim;31.11.2023;1\n\
         Griesheim;11.11.2023;1\n",
    )
    .await;
    let problems = [
        error(2, "Verträge", Problem::MoreThanBase { contracts: 1_001, base: 1_000 }),
        error(3, "Ortsteil", Problem::UnknownArea { text: "Entenhausen".to_owned(), suggestion: None }),
        error(4, "Stand", Problem::NoSuchDay { text: "31.11.2023".to_owned() }),
        error(5, "Stand", Problem::FutureDay { day: date(2023, 11, 11), today: town::DAY }),
    ];
    assert_eq!(errors, problems);
}

#[tokio::test]
async fn a_misspelt_area_brings_the_name_that_is_meant() {
    for (typed, meant) in
        [("Griessheim", "Griesheim"), ("Windschlag", "Windschläg"), ("Zell Weirbach", "Zell-Weierbach")]
    {
        let errors = refused_at_once(&format!("Ortsteil;Stand;Verträge\n{typed};10.11.2023;1\n")).await;
        let suggestion = Some(meant.to_owned());
        assert_eq!(errors, [error(2, "Ortsteil", Problem::UnknownArea { text: typed.to_owned(), suggestion })]);
    }
}

#[tokio::test]
async fn the_municipality_is_no_area_of_a_reading() {
    let errors = refused_at_once("Ortsteil;Stand;Verträge\nOffenburg;10.11.2023;1\n").await;
    assert!(matches!(errors[0].problem, Problem::UnknownArea { .. }), "{errors:?}");
}

#[tokio::test]
async fn an_area_outside_the_campaign_is_told_as_such() {
    let errors = refused_at_once("Ortsteil;Stand;Verträge\nKernstadt;10.11.2023;1\n").await;
    assert_eq!(errors, [error(2, "Ortsteil", Problem::AreaNotInCampaign { area: "Kernstadt".to_owned() })]);
}

#[tokio::test]
async fn a_percentage_does_not_pass_for_a_count() {
    let errors = refused_at_once("Ortsteil;Stand;Verträge\nBühl;10.11.2023;24,5 %\n").await;
    assert_eq!(errors, [error(2, "Verträge", Problem::PercentInCount { text: "24,5 %".to_owned() })]);
}

#[tokio::test]
async fn more_contracts_than_households_are_refused_and_as_many_are_not() {
    let of = |contracts: u32| format!("Ortsteil;Stand;Verträge\nGriesheim;10.11.2023;{contracts}\n");
    let problem = Problem::MoreThanBase { contracts: 915, base: 914 };
    assert_eq!(refused_at_once(&of(915)).await, [error(2, "Verträge", problem)]);
    Folder::with_town().await.import(&of(914), NOON).await.unwrap();
}

#[tokio::test]
async fn a_day_before_the_campaign_opened_is_refused_and_the_day_itself_is_not() {
    let on = |day: &str| format!("Ortsteil;Stand;Verträge\nBühl;{day};0\n");
    let problem = Problem::BeforeOpening { day: date(2023, 9, 3), opened: date(2023, 9, 4) };
    assert_eq!(refused_at_once(&on("3.9.2023")).await, [error(2, "Stand", problem)]);
    Folder::with_town().await.import(&on("4.9.2023"), NOON).await.unwrap();
}

#[tokio::test]
async fn two_rows_for_one_area_day_and_stage_are_refused_even_when_they_agree() {
    let errors =
        refused_at_once("Ortsteil;Stand;Verträge\nBühl;10.11.2023;141\nGriesheim;10.11.2023;1\nBUEHL;2023-11-10;141\n");
    assert_eq!(errors.await, [error(4, "Ortsteil", Problem::Duplicate { other_line: 2 })]);
    let folder = Folder::with_town().await;
    folder.import("Ortsteil;Stand;Verträge\nBühl;10.11.2023;141\n", NOON).await.unwrap();
    let twice = "Ortsteil;Stand;Verträge\nBühl;10.11.2023;141\nBühl;10.11.2023;141\n";
    assert_eq!(refused(&folder, twice).await, [error(3, "Ortsteil", Problem::Duplicate { other_line: 2 })]);
}

#[tokio::test]
async fn a_quote_beside_a_count_must_say_the_same() {
    // 141 of 1 000 are 14,1 %; a tenth of a point either way is rounding.
    let with = |quote: &str| format!("Ortsteil;Stand;Verträge;Quote in %\nBühl;10.11.2023;141;{quote}\n");
    for fits in ["14,1", "14,0", "14,2"] {
        Folder::with_town().await.import(&with(fits), NOON).await.unwrap();
    }
    for (contradicts, basis_points) in [("13,9", 1_390), ("14,3", 1_430), ("41,1", 4_110)] {
        let stated = faserstand_lib::domain::share::Share::from_basis_points(basis_points).unwrap();
        let problem = Problem::QuoteContradictsCount { stated, contracts: 141, base: 1_000 };
        assert_eq!(refused_at_once(&with(contradicts)).await, [error(2, "Quote in %", problem)]);
    }
}

#[tokio::test]
async fn another_value_for_a_stored_day_asks_for_a_reason() {
    let folder = Folder::with_town().await;
    folder.import("Ortsteil;Stand;Verträge\nBühl;10.11.2023;141\n", NOON).await.unwrap();
    let stored = folder.rollout().await.readings[0].reading.value();
    let needs_reason = |column: Option<&str>| RowError {
        line: 2,
        column: column.map(str::to_owned),
        problem: Problem::NeedsReason { area: "Bühl".to_owned(), day: town::DAY, stored },
    };
    // Without the column, with an empty one; a number or none at all.
    let errors = refused(&folder, "Ortsteil;Stand;Verträge\nBühl;10.11.2023;139\n").await;
    assert_eq!(errors, [needs_reason(None)]);
    assert!(sentence(&errors[0]).contains("Nennen Sie in einer Spalte „Grund“"));
    let empty = "Ortsteil;Stand;Verträge;Grund\nBühl;10.11.2023;139;\n";
    assert_eq!(refused(&folder, empty).await, [needs_reason(Some("Grund"))]);
    let nothing = "Ortsteil;Stand;Verträge;Grund\nBühl;10.11.2023;k. A.;\n";
    assert_eq!(refused(&folder, nothing).await, [needs_reason(Some("Grund"))]);
    assert_ne!(stored, Value::NotReported);
}

#[tokio::test]
async fn a_file_that_cannot_be_read_at_all_is_refused_with_its_problem() {
    let folder = Folder::with_town().await;
    for (table, problem) in [("", FileProblem::Empty), ("Ortsteil;Stand;Verträge\n", FileProblem::NoRows)] {
        match folder.import(table, NOON).await {
            Err(ImportError::File(found)) => assert_eq!(found, problem),
            other => panic!("{other:?}"),
        }
    }
    assert_eq!(folder.log().await, []);
}

#[tokio::test]
async fn a_file_cut_anywhere_stores_nothing_wrong() {
    let table = "Ortsteil;Stand;Stufe;Verträge\nBühl;10.11.2023;geprüft;141\nGriesheim;10.11.2023;geprüft;298\n";
    let whole = Folder::with_town().await;
    whole.import(table, NOON).await.unwrap();
    let whole = whole.rollout().await.readings;
    let folder = Folder::with_town().await;
    for (end, _) in table.char_indices() {
        // Growing prefixes into one folder: what is taken stays, what is refused adds nothing.
        let _ = folder.import(&table[..end], NOON).await;
        let stored = folder.rollout().await.readings;
        assert!(whole.starts_with(&stored), "after {end} bytes: {stored:?}");
    }
    assert_eq!(folder.rollout().await.readings.len(), 1);
    folder.import(table, NOON).await.unwrap();
    assert_eq!(folder.rollout().await.readings, whole);
}

#[tokio::test]
async fn a_thousand_errors_are_counted_and_a_hundred_told() {
    let folder = Folder::with_town().await;
    let table = format!("Ortsteil;Stand;Verträge\n{}", "Entenhausen;10.11.2023;1\n".repeat(1_000));
    let Err(ImportError::Rows(errors)) = folder.import(&table, NOON).await else { panic!("taken") };
    assert_eq!((errors.in_all(), errors.kept().len(), errors.kept()[99].line), (1_000, 100, 101));
}
